import { beforeEach, describe, expect, it } from 'vitest';
import type { Permit, Residence } from '../../../../shared/domain/residence-records.ts';
import {
  entered,
  otherStation,
  people,
  picked,
  places,
  SmallRegister,
  visitorPermit,
  visitorResidence,
} from '../../../fixtures/small-register.ts';

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});

const fromFushun = { hukouDivision: '210404', hukouClass: 'rural', hukouAddress: '辽宁省抚顺市望花区某村' } as const;
const newcomer = entered({ name: '何来', sex: '2', bornOn: '1995-03-04', relation: '99', ...fromFushun });
const stay = {
  addressId: places.emptyRoom,
  basis: 'rented',
  purpose: 'work',
  landlord: '吴刚',
  employer: '示例机械厂',
};
const arrival = (fields: object = {}) => ({ people: [newcomer], ...stay, ...fields });

function residencesOf(personId: string): Residence[] {
  return small.register.list('residence', 'personId', personId).map(({ data }) => data);
}

function openResidenceOf(personId: string): Residence | undefined {
  return residencesOf(personId).find(({ endedOn }) => endedOn === null);
}

function permitNow(): Permit | undefined {
  return small.register.find('permit', visitorPermit)?.data;
}

describe('registering a residence', () => {
  it('keeps the person as one registered elsewhere, with the place', () => {
    const { effects } = small.do('enter-residence', arrival());
    expect(effects.map(({ kind }) => kind)).toEqual(['person', 'residence']);
    const [person] = small.register.list('person', 'citizenId', newcomer.citizenId ?? '');
    expect(person?.data).toMatchObject({ name: '何来', status: 'elsewhere', ...fromFushun });
    expect(small.placeOf(person?.data.personId ?? '')).toBeNull();
  });

  it('counts from today, at the address, for the house and employer ledgers', () => {
    small.do('enter-residence', arrival());
    const [person] = small.register.list('person', 'citizenId', newcomer.citizenId ?? '');
    expect(openResidenceOf(person?.data.personId ?? '')).toMatchObject({
      ...stay,
      firstRegisteredOn: '2026-11-22',
      registeredOn: '2026-11-22',
    });
  });

  it('takes a family at once', () => {
    const child = entered({ name: '何小', sex: '1', bornOn: '2019-03-04', relation: '20', ...fromFushun });
    const plan = small.do('enter-residence', arrival({ people: [newcomer, child] }));
    expect(plan.effects.filter(({ kind }) => kind === 'residence')).toHaveLength(2);
  });

  it('takes where they were registered before for where they are registered', () => {
    const bare = entered({
      name: '何来',
      sex: '2',
      bornOn: '1995-03-04',
      relation: '99',
      fromDivision: '210404',
      fromClass: 'urban',
    });
    small.do('enter-residence', arrival({ people: [bare] }));
    const [person] = small.register.list('person', 'citizenId', bare.citizenId ?? '');
    expect(person?.data).toMatchObject({ hukouDivision: '210404', hukouClass: 'urban' });
  });

  it('knows somebody again by the number and keeps what nobody said anew', () => {
    small.do('cancel-residence', { subject: people.visitor, reason: 'moved-away' });
    const visitor = small.person(people.visitor);
    const typed = entered({
      name: '郑外',
      sex: '1',
      bornOn: '1992-09-10',
      relation: '99',
      citizenId: visitor.citizenId,
      hukouDivision: '220122',
      phone: '0437-0000001',
    });
    small.do('enter-residence', arrival({ people: [typed] }));
    expect(small.person(people.visitor)).toMatchObject({
      hukouDivision: '220122',
      hukouAddress: fromFushun.hukouAddress,
      phone: '0437-0000001',
    });
    expect(openResidenceOf(people.visitor)?.addressId).toBe(places.emptyRoom);
  });

  it('lets somebody who moved out of the city come back to stay', () => {
    small.do('enter-residence', arrival({ people: [{ ...picked(small, people.gone, '99'), ...fromFushun }] }));
    expect(small.person(people.gone)).toMatchObject({ status: 'elsewhere', endedOn: null });
  });

  it.each([
    ['the same day', '2026-11-22'],
    ['the day before', '2026-11-21'],
  ])('goes on from a registration that ended %s', (_words, endedOn) => {
    small.do('cancel-residence', { subject: people.visitor, reason: 'moved-away', endedOn });
    small.do('enter-residence', arrival({ people: [picked(small, people.visitor, '99')] }));
    expect(openResidenceOf(people.visitor)).toMatchObject({
      firstRegisteredOn: '2025-12-01',
      registeredOn: '2026-11-22',
    });
  });

  it.each([
    ['there was a gap', 'moved-away', '2026-11-20'],
    ['the registration before was false', 'false', '2026-11-22'],
  ])('begins anew when %s', (_words, reason, endedOn) => {
    small.do('cancel-residence', { subject: people.visitor, reason, endedOn });
    small.do('enter-residence', arrival({ people: [picked(small, people.visitor, '99')] }));
    expect(openResidenceOf(people.visitor)?.firstRegisteredOn).toBe('2026-11-22');
  });

  it.each([
    ['residence-registered-here', () => ({ people: [{ ...picked(small, people.loner, '99'), ...fromFushun }] })],
    ['residence-registered-here', () => ({ people: [{ ...newcomer, hukouDivision: '220421' }] })],
    ['residence-open', () => ({ people: [picked(small, people.visitor, '99')] })],
    ['residence-hukou-needed', () => ({ people: [{ ...newcomer, hukouDivision: null }] })],
    ['person-dead', () => ({ people: [{ ...picked(small, people.dead, '99'), ...fromFushun }] })],
    ['person-entered-twice', () => ({ people: [newcomer, newcomer] })],
    ['number-taken', () => ({ people: [{ ...newcomer, citizenId: small.person(people.visitor).citizenId }] })],
    ['input-invalid', () => ({ people: [{ ...newcomer, citizenId: null }] })],
    ['address-not-room', () => ({ addressId: places.community })],
    ['address-frozen', () => ({ addressId: places.frozenRoom })],
    ['address-other-station', () => ({ addressId: places.otherEmptyRoom })],
  ])('is refused with %s', (code, fields) => {
    expect(small.refusal('enter-residence', arrival(fields()))).toBe(code);
  });

  it('is refused for somebody whose last registration ended by death', () => {
    small.do('cancel-residence', { subject: people.visitor, reason: 'died' });
    expect(small.refusal('enter-residence', arrival({ people: [picked(small, people.visitor, '99')] }))).toBe(
      'person-dead',
    );
  });
});

describe('changing a residence', () => {
  it('counts another address from today and keeps the first day in the city', () => {
    small.do('change-residence', { subject: people.visitor, addressId: places.emptyRoom });
    expect(openResidenceOf(people.visitor)).toMatchObject({
      addressId: places.emptyRoom,
      registeredOn: '2026-11-22',
      firstRegisteredOn: '2025-12-01',
      landlord: '吴刚',
    });
  });

  it('changes the employer at the same address without counting anew', () => {
    const { note } = small.do('change-residence', {
      subject: people.visitor,
      employer: '示例超市',
      purpose: 'business',
    });
    expect(openResidenceOf(people.visitor)).toMatchObject({ employer: '示例超市', registeredOn: '2025-12-01' });
    expect(note.details).toMatchObject({ isMove: false, changed: 'purpose employer' });
  });

  it('takes residence and permit over from another station of the city', () => {
    const kept = small.register.find('residence', visitorResidence)?.data;
    const permit = permitNow();
    if (!kept || !permit) throw new Error('the visitor has both');
    small.register.take('residence', { ...kept, stationCode: otherStation, addressId: places.otherRoom });
    small.register.take('permit', { ...permit, stationCode: otherStation });
    expect(small.refusal('change-residence', { subject: people.visitor, employer: '示例超市' })).toBe(
      'residence-other-station',
    );
    small.do('change-residence', { subject: people.visitor, addressId: places.emptyRoom });
    expect(openResidenceOf(people.visitor)?.stationCode).toBe(permitNow()?.stationCode);
    expect(permitNow()?.stationCode).not.toBe(otherStation);
  });

  it.each([
    ['item-same', { addressId: places.lonerRoom }],
    ['item-same', { basis: 'rented' }],
    ['address-frozen', { addressId: places.frozenRoom }],
  ])('is refused with %s', (code, fields) => {
    expect(small.refusal('change-residence', { subject: people.visitor, ...fields })).toBe(code);
  });

  it('is refused for whoever has no residence registration', () => {
    expect(small.refusal('change-residence', { subject: people.gone, employer: '示例超市' })).toBe('residence-unknown');
    small.do('cancel-residence', { subject: people.visitor, reason: 'moved-away' });
    expect(small.refusal('change-residence', { subject: people.visitor, employer: '示例超市' })).toBe(
      'residence-ended',
    );
  });
});

describe('cancelling a residence', () => {
  it('cancels the permit with it on the same day, for the same reason', () => {
    small.do('cancel-residence', { subject: people.visitor, reason: 'moved-away', endedOn: '2026-11-01' });
    expect(residencesOf(people.visitor)).toMatchObject([{ endedOn: '2026-11-01', endReason: 'moved-away' }]);
    expect(permitNow()).toMatchObject({ status: 'cancelled', endedOn: '2026-11-01', endReason: 'moved-away' });
  });

  it('is today where no day is given', () => {
    expect(small.do('cancel-residence', { subject: people.visitor, reason: 'other' }).note.happenedOn).toBe(
      '2026-11-22',
    );
  });

  it.each([
    ['date-future', '2026-11-23'],
    ['date-order', '2025-11-30'],
    ['date-order', '2026-06-14'],
    ['input-invalid', '2026-02-30'],
  ])('is refused with %s', (code, endedOn) => {
    expect(small.refusal('cancel-residence', { subject: people.visitor, reason: 'moved-away', endedOn })).toBe(code);
  });

  it('happens once', () => {
    small.do('cancel-residence', { subject: people.visitor, reason: 'false' });
    expect(small.refusal('cancel-residence', { subject: people.visitor, reason: 'false' })).toBe('residence-ended');
    expect(small.refusal('cancel-residence', { subject: people.loner, reason: 'false' })).toBe('residence-unknown');
  });
});
