import { describe, expect, it } from 'vitest';
import { entered, people, places, SmallRegister } from '../../fixtures/small-register.ts';

const [one, other] = ['1'.repeat(64), '2'.repeat(64)];

describe('a photograph', () => {
  it('comes with the application for a permit and with its replacement', () => {
    const small = new SmallRegister();
    const photoOf = () => small.person(people.visitor).photoId;
    small.do('change-permit', { subject: people.visitor, kind: 'reissue', photoId: one });
    expect(photoOf()).toBe(one);
    small.do('cancel-permit', { subject: people.visitor, reason: 'given-up' });
    small.do('issue-permit', { subject: people.visitor, ground: 'job', medium: 'paper', photoId: other });
    expect(photoOf()).toBe(other);
  });

  it('stays where a permit is replaced without a new one', () => {
    const small = new SmallRegister();
    small.do('change-permit', { subject: people.visitor, kind: 'reissue', photoId: one });
    small.do('change-permit', { subject: people.visitor, kind: 'replace', reason: 'damaged' });
    expect(small.person(people.visitor).photoId).toBe(one);
  });

  it('is an item of whoever is registered here', () => {
    const small = new SmallRegister();
    const { note } = small.do('change-item', { subject: people.loner, item: 'other', photoId: one });
    expect(small.person(people.loner).photoId).toBe(one);
    expect(note.details).toMatchObject({ items: 'photoId' });
    expect(small.refusal('change-item', { subject: people.loner, item: 'other', photoId: 'x' })).toBe('input-invalid');
  });

  it('comes with somebody who settles', () => {
    const small = new SmallRegister();
    const fields = { name: '郭新', sex: '1', bornOn: '1988-03-04', relation: '02', fromDivision: '210404' } as const;
    const newcomer = entered({ ...fields, photoId: one });
    small.do('move-in', { people: [newcomer], target: { household: 'new', addressId: places.emptyRoom } });
    const [found] = small.register.list('person', 'citizenId', newcomer.citizenId ?? '');
    expect(found?.data.photoId).toBe(one);
  });
});
