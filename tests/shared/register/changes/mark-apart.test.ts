import { beforeEach, describe, expect, it } from 'vitest';
import { people, places, SmallRegister } from '../../../fixtures/small-register.ts';

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});
const mark = (subject: string, fields: object) => small.do('mark-apart', { subject, ...fields });

describe('living elsewhere than registered', () => {
  it('is kept as the other address, and taken off when the person is back', () => {
    const plan = mark(people.son, { livesAtId: places.emptyRoom, since: '2026-09-01' });
    expect(small.person(people.son).otherAddress).toBe('辽源市龙山区南康街1号104室');
    expect(plan.note).toEqual({ happenedOn: '2026-09-01', details: { isApart: true } });
    expect(small.placeOf(people.son)).not.toBeNull();
    expect(mark(people.son, { isBack: true }).note.details).toEqual({ isApart: false });
    expect(small.person(people.son).otherAddress).toBeNull();
  });

  it('may be said in words', () => {
    mark(people.son, { livesAt: '西安区练习路 9 号' });
    expect(small.person(people.son).otherAddress).toBe('西安区练习路 9 号');
  });

  it.each<[string, string, object, string]>([
    ['the address is the registered one', people.son, { livesAtId: places.familyRoom }, 'address-same'],
    ['the words are the registered one', people.son, { livesAt: '辽源市龙山区南康街1号101室' }, 'address-same'],
    ['no address is given', people.son, {}, 'address-unknown'],
    ['the address is not there', people.son, { livesAtId: people.son }, 'address-unknown'],
    ['somebody is back who never was away', people.son, { isBack: true }, 'item-same'],
    ['it begins tomorrow', people.son, { livesAtId: places.emptyRoom, since: '2026-11-23' }, 'date-future'],
    [
      'it began before the birth',
      people.son,
      { livesAtId: places.emptyRoom, since: '1999-01-01' },
      'date-before-birth',
    ],
    ['the person is dead', people.dead, { livesAtId: places.emptyRoom }, 'person-dead'],
    ['the person is another station’s', people.old, { livesAtId: places.emptyRoom }, 'household-other-station'],
  ])('is refused when %s', (_, subject, fields, code) => {
    expect(small.refusal('mark-apart', { subject, ...fields })).toBe(code);
  });
});
