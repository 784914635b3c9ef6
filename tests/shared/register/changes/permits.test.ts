import { beforeEach, describe, expect, it } from 'vitest';
import { permitStateOn } from '../../../../shared/domain/permit-function.ts';
import type { Permit } from '../../../../shared/domain/residence-records.ts';
import {
  entered,
  numberOf,
  otherStation,
  people,
  places,
  SmallRegister,
  visitorPermit,
  visitorResidence,
} from '../../../fixtures/small-register.ts';

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});

const holder = { subject: people.visitor };

function permits(): Permit[] {
  return small.register.list('permit', 'personId', people.visitor).map(({ data }) => data);
}

function activePermit(): Permit {
  const permit = permits().find(({ status }) => status === 'active');
  if (!permit) throw new Error('no active permit');
  return permit;
}

/** Somebody who registers a residence today, without a permit. */
function newResident(): string {
  const fields = { hukouDivision: '210404', hukouClass: 'rural' } as const;
  const person = entered({ name: '何来', sex: '2', bornOn: '1995-03-04', relation: '99', ...fields });
  small.do('enter-residence', { people: [person], addressId: places.emptyRoom, basis: 'rented', purpose: 'work' });
  return small.register.list('person', 'citizenId', person.citizenId ?? '')[0]?.data.personId ?? '';
}

describe('applying for a permit', () => {
  const permit = { ground: 'job', medium: 'paper' };

  it('is possible half a year after the registration, not a day before', () => {
    const subject = newResident();
    small.today = '2027-05-21';
    expect(small.plan('issue-permit', { subject, ...permit })).toMatchObject({
      ok: false,
      refusal: { code: 'permit-too-early', params: { day: '2027-05-22' } },
    });
    small.today = '2027-05-22';
    small.do('issue-permit', { subject, ...permit });
    const [given] = small.register.list('permit', 'personId', subject);
    expect(given?.data).toMatchObject({ number: '00000001', issuedOn: '2027-05-22', firstIssuedOn: '2027-05-22' });
    expect(given && permitStateOn(given.data, '2027-05-22').state).toBe('functioning');
  });

  it('counts the half year through a change of address', () => {
    const subject = newResident();
    small.today = '2027-03-01';
    small.do('change-residence', { subject, addressId: places.familyRoom });
    small.today = '2027-05-22';
    expect(small.refusal('issue-permit', { subject, ...permit })).toBeNull();
  });

  it('ends on 28 February for whoever registered on 31 August', () => {
    small.today = '2026-08-31';
    const subject = newResident();
    small.today = '2027-02-27';
    expect(small.refusal('issue-permit', { subject, ...permit })).toBe('permit-too-early');
    small.today = '2027-02-28';
    expect(small.refusal('issue-permit', { subject, ...permit })).toBeNull();
  });

  it('is refused without a registration, with a permit, elsewhere, and without a number', () => {
    expect(small.refusal('issue-permit', { subject: people.gone, ...permit })).toBe('residence-unknown');
    expect(small.refusal('issue-permit', { ...holder, ...permit })).toBe('permit-active');
    small.do('cancel-permit', { ...holder, reason: 'given-up' });
    small.numbers.permit = null;
    expect(small.refusal('issue-permit', { ...holder, ...permit })).toBe('numbers-exhausted');
    const kept = small.register.find('residence', visitorResidence)?.data;
    if (kept) small.register.take('residence', { ...kept, stationCode: otherStation });
    expect(small.refusal('issue-permit', { ...holder, ...permit })).toBe('residence-other-station');
  });
});

describe('endorsing', () => {
  it.each([
    ['2027-05-14', 'permit-not-due'],
    ['2027-05-15', null],
    ['2027-06-15', null],
    ['2027-06-16', 'permit-suspended'],
  ])('on %s: %s', (today, code) => {
    small.today = today;
    expect(small.refusal('endorse-permit', holder)).toBe(code);
  });

  it('carries the permit through another year from the old day, with the ground that holds now', () => {
    small.today = '2027-05-15';
    const { note } = small.do('endorse-permit', { ...holder, ground: 'home' });
    expect(note.details).toMatchObject({ coveredUntil: '2028-06-15' });
    expect(activePermit()).toMatchObject({ ground: 'home', endorsements: [{ on: '2027-05-15', kind: 'endorsed' }] });
    expect(small.refusal('endorse-permit', holder)).toBe('permit-not-due');
  });

  it('is refused without a permit and after it ended', () => {
    expect(small.refusal('endorse-permit', { subject: people.gone })).toBe('permit-unknown');
    small.do('cancel-permit', { ...holder, reason: 'given-up' });
    expect(small.refusal('endorse-permit', holder)).toBe('permit-ended');
  });
});

describe('endorsing late', () => {
  it('restores the function, and the years count from that day', () => {
    small.today = '2027-08-01';
    expect(permitStateOn(activePermit(), small.today).state).toBe('suspended');
    small.do('restart-permit', holder);
    expect(permitStateOn(activePermit(), small.today)).toMatchObject({
      state: 'functioning',
      residenceYearsFrom: '2027-08-01',
      coveredUntil: '2028-08-01',
      fullYears: 0,
    });
  });

  it('is refused while the permit functions and while it can be endorsed in time', () => {
    expect(small.refusal('restart-permit', holder)).toBe('permit-not-suspended');
    small.today = '2027-06-15';
    expect(small.refusal('restart-permit', holder)).toBe('permit-not-suspended');
  });
});

describe('a changed permit', () => {
  it('keeps its paper when only the address changes, and the residence moves with it', () => {
    small.do('change-permit', {
      ...holder,
      kind: 'address',
      addressId: places.emptyRoom,
      basis: 'owned',
      landlord: '',
    });
    expect(small.register.find('residence', visitorResidence)?.data).toMatchObject({
      addressId: places.emptyRoom,
      basis: 'owned',
      registeredOn: '2026-11-22',
      firstRegisteredOn: '2025-12-01',
    });
    expect(permits()).toHaveLength(1);
  });

  it('hands first day and endorsements on to the permit that replaces a damaged one', () => {
    small.today = '2027-05-20';
    small.do('endorse-permit', holder);
    small.today = '2027-09-01';
    small.do('change-permit', { ...holder, kind: 'replace', reason: 'damaged', medium: 'card' });
    const [old, current] = permits();
    expect(old).toMatchObject({
      permitId: visitorPermit,
      status: 'replaced',
      endedOn: '2027-09-01',
      endReason: 'damaged',
    });
    expect(current).toMatchObject({
      number: '00000001',
      medium: 'card',
      issuedOn: '2027-09-01',
      firstIssuedOn: '2026-06-15',
      endorsements: [{ on: '2027-05-20', kind: 'endorsed' }],
      replacesId: visitorPermit,
    });
    expect(current && permitStateOn(current, small.today).coveredUntil).toBe('2028-06-15');
  });

  it('does not come back to function by being reissued', () => {
    small.today = '2027-08-01';
    small.do('change-permit', { ...holder, kind: 'reissue' });
    expect(activePermit()).toMatchObject({ replacesId: visitorPermit, medium: 'paper' });
    expect(permits()[0]?.endReason).toBe('lost');
    expect(permitStateOn(activePermit(), small.today).state).toBe('suspended');
  });

  it('takes over the name and the number that the holder was given at home', () => {
    const citizenId = numberOf('1992-09-11', '1', 3, '210404');
    const items = { name: '郑新', bornOn: '1992-09-11', citizenId };
    const { note } = small.do('change-permit', { ...holder, kind: 'replace', reason: 'items', ...items });
    expect(small.person(people.visitor)).toMatchObject({ ...items, status: 'elsewhere' });
    expect(note.details.items).toBe('name bornOn citizenId');
  });

  it.each([
    ['address-unknown', { kind: 'address' }],
    ['address-same', { kind: 'address', addressId: places.lonerRoom }],
    ['address-frozen', { kind: 'address', addressId: places.frozenRoom }],
    ['input-invalid', { kind: 'replace' }],
    ['item-same', { kind: 'replace', reason: 'items', name: '郑外' }],
    ['item-not-possible', { kind: 'replace', reason: 'damaged', name: '郑新' }],
    ['number-not-possible', { kind: 'replace', reason: 'items', bornOn: '1992-09-11' }],
    ['date-future', { kind: 'replace', reason: 'items', bornOn: '2027-09-11' }],
  ])('is refused with %s', (code, fields) => {
    expect(small.refusal('change-permit', { ...holder, ...fields })).toBe(code);
  });

  it('is refused with a number that is somebody else’s, and without one for the new permit', () => {
    const { citizenId, bornOn, sex } = small.person(people.loner);
    const stolen = { kind: 'replace', reason: 'items', citizenId, bornOn, sex };
    expect(small.refusal('change-permit', { ...holder, ...stolen })).toBe('number-taken');
    small.numbers.permit = null;
    expect(small.refusal('change-permit', { ...holder, kind: 'reissue' })).toBe('numbers-exhausted');
  });

  it('is refused where there is none', () => {
    const gone = { subject: people.gone };
    expect(small.refusal('change-permit', { ...gone, kind: 'reissue' })).toBe('permit-unknown');
    small.do('cancel-permit', { ...holder, reason: 'given-up' });
    expect(small.refusal('change-permit', { ...holder, kind: 'address', addressId: places.emptyRoom })).toBe(
      'permit-ended',
    );
  });
});

describe('cancelling a permit', () => {
  it('leaves the residence standing when it was given up', () => {
    small.do('cancel-permit', { ...holder, reason: 'given-up' });
    expect(permits()).toMatchObject([{ status: 'cancelled', endReason: 'given-up', endedOn: '2026-11-22' }]);
    expect(small.register.find('residence', visitorResidence)?.data.endedOn).toBeNull();
  });

  it('ends the residence of whoever moved away', () => {
    small.do('cancel-permit', { ...holder, reason: 'moved-away', endedOn: '2026-11-20' });
    expect(small.register.find('residence', visitorResidence)?.data).toMatchObject({
      endedOn: '2026-11-20',
      endReason: 'moved-away',
    });
    expect(permits()).toMatchObject([{ status: 'cancelled', endedOn: '2026-11-20' }]);
  });

  it.each([
    ['date-future', '2026-11-23'],
    ['date-order', '2026-06-14'],
  ])('is refused with %s', (code, endedOn) => {
    expect(small.refusal('cancel-permit', { ...holder, reason: 'false', endedOn })).toBe(code);
  });

  it('is not before an endorsement', () => {
    small.today = '2027-06-01';
    small.do('endorse-permit', holder);
    expect(small.refusal('cancel-permit', { ...holder, reason: 'false', endedOn: '2027-05-31' })).toBe('date-order');
  });

  it('lets the holder apply anew, without a second half year', () => {
    small.do('cancel-permit', { ...holder, reason: 'given-up' });
    small.do('issue-permit', { ...holder, ground: 'home', medium: 'card' });
    expect(activePermit()).toMatchObject({ firstIssuedOn: '2026-11-22', replacesId: null });
  });
});
