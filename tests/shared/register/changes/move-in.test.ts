import { describe, expect, it } from 'vitest';
import type { EnteredPerson } from '../../../../shared/register/entered.ts';
import {
  entered,
  households,
  idOf,
  numberOf,
  people,
  picked,
  places,
  SmallRegister,
  visitorPermit,
  visitorResidence,
} from '../../../fixtures/small-register.ts';

const toEmptyRoom = { household: 'new', addressId: places.emptyRoom } as const;
const toFamily = { household: 'join', householdId: households.family } as const;

function newcomer(fields: Partial<EnteredPerson> = {}): EnteredPerson {
  const plain = entered({ name: '郭新', sex: '1', bornOn: '1988-03-04', relation: '02', maritalStatus: '20' });
  return { ...plain, ...fields };
}

const wife = entered({ name: '马丽', sex: '2', bornOn: '1989-05-06', relation: '12', maritalStatus: '20' });

describe('moving in', () => {
  it('gives a couple from outside a household of its own with a number and a head', () => {
    const small = new SmallRegister();
    const from = { fromDivision: '210404', hukouAddress: '辽宁省抚顺市望花区' };
    const { note } = small.do('move-in', { people: [newcomer(from), wife], target: toEmptyRoom });
    const [opened] = small.register.list('household', 'addressId', places.emptyRoom);
    expect(opened?.data).toMatchObject({ kind: 'family', status: 'open', number: '010000011', openedOn: '2026-11-22' });
    expect(small.members(opened?.data.householdId ?? '')).toEqual(['郭新 02', '马丽 12'].sort());
    const head = small.person(opened?.data.headPersonId ?? '');
    expect(head).toMatchObject({ name: '郭新', status: 'registered', hukouAddress: null });
    expect(head.arrivedAtAddress).toBe('2026年11月22日由辽宁省抚顺市望花区迁来');
    expect(note.details).toMatchObject({ persons: 2, isNewHousehold: true, [`from:${head.personId}`]: '210404' });
  });

  it('ends the residence registration and the permit of a visitor who settles', () => {
    const small = new SmallRegister();
    small.do('move-in', { people: [picked(small, people.visitor, '02')], target: toEmptyRoom });
    expect(small.person(people.visitor)).toMatchObject({ status: 'registered', hukouDivision: null });
    expect(small.register.find('residence', visitorResidence)?.data).toMatchObject({
      endedOn: '2026-11-22',
      endReason: 'settled',
    });
    expect(small.register.find('permit', visitorPermit)?.data).toMatchObject({
      status: 'cancelled',
      endReason: 'settled',
    });
  });

  it('registers again under the same record who once moved out, found by the number', () => {
    const small = new SmallRegister();
    const { name, sex, bornOn, citizenId } = small.person(people.gone);
    const back = newcomer({ name, sex, bornOn, citizenId, relation: '99', maritalStatus: '10' });
    small.do('move-in', { people: [back], target: { household: 'join', householdId: households.unit } });
    expect(small.placeOf(people.gone)).toBe(households.unit);
    expect(small.person(people.gone)).toMatchObject({ status: 'registered', endedOn: null, endReason: null });
  });

  it('links a wife who joins her husband with him', () => {
    const small = new SmallRegister();
    small.addPerson(idOf(150), {
      name: '高远',
      sex: '1',
      bornOn: '1991-01-01',
      maritalStatus: '20',
      status: 'elsewhere',
    });
    const husband = { ...picked(small, idOf(150), '02'), spouseId: people.gone };
    const other = { ...picked(small, people.gone, '12'), maritalStatus: '20' };
    small.do('move-in', { people: [husband, other], target: toEmptyRoom });
    expect(small.person(people.gone).spouseId).toBe(idOf(150));
    expect(small.person(idOf(150)).spouseId).toBe(people.gone);
  });

  it('takes a broken marriage off both sides', () => {
    const small = new SmallRegister();
    small.addPerson(idOf(150), {
      name: '高远',
      sex: '1',
      bornOn: '1991-01-01',
      maritalStatus: '20',
      status: 'elsewhere',
      spouseId: idOf(151),
    });
    small.addPerson(idOf(151), {
      name: '林晚',
      sex: '2',
      bornOn: '1991-01-02',
      maritalStatus: '40',
      status: 'elsewhere',
      spouseId: idOf(150),
    });
    small.do('move-in', { people: [{ ...picked(small, idOf(150), '02'), maritalStatus: '40' }], target: toEmptyRoom });
    expect([small.person(idOf(150)).spouseId, small.person(idOf(151)).spouseId]).toEqual([null, null]);
  });

  it('uses up the certificate that this city issued to somebody who comes back with it', () => {
    const small = new SmallRegister();
    const journey = { toDivision: '220106', toAddress: '长春市绿园区', reason: 'work' };
    small.do('move-out', { subject: people.son, memberIds: [people.son], ...journey });
    const [paper] = small.register.list('migration-paper', 'holderIds', people.son);
    const back = picked(small, people.son, '20');
    const certificate = { certificateNumber: paper?.data.number, certificateOn: small.today };
    small.do('move-in', { people: [back], target: toFamily, ...certificate });
    expect(small.register.find('migration-paper', paper?.data.paperId ?? '')?.data.status).toBe('used');
    expect(small.refusal('move-out', { subject: people.son, memberIds: [people.son], ...journey })).toBeNull();
  });

  it('warns of a minor who is to head a new household', () => {
    const small = new SmallRegister();
    const minor = newcomer({ bornOn: '2010-01-01', maritalStatus: '10', citizenId: numberOf('2010-01-01', '1', 450) });
    const { warnings } = small.do('move-in', { people: [minor], target: toEmptyRoom });
    expect(warnings).toEqual([{ code: 'head-incapable', field: 'incapableHeadReason', params: { name: '郭新' } }]);
  });

  it.each([
    [
      'person-already-registered',
      (small: SmallRegister) => ({ people: [picked(small, people.loner, '02')], target: toEmptyRoom }),
    ],
    ['person-dead', (small: SmallRegister) => ({ people: [picked(small, people.dead, '02')], target: toEmptyRoom })],
    ['person-unknown', () => ({ people: [newcomer({ personId: idOf(999) })], target: toEmptyRoom })],
    ['person-entered-twice', () => ({ people: [newcomer(), newcomer()], target: toEmptyRoom })],
    [
      'number-taken',
      (small: SmallRegister) => ({
        people: [newcomer({ citizenId: small.person(people.gone).citizenId })],
        target: toEmptyRoom,
      }),
    ],
    [
      'number-not-possible',
      () => ({ people: [newcomer({ citizenId: numberOf('1988-03-04', '2') })], target: toEmptyRoom }),
    ],
    ['input-invalid', () => ({ people: [newcomer({ citizenId: null })], target: toEmptyRoom })],
    ['head-needed', () => ({ people: [newcomer({ relation: '20' })], target: toEmptyRoom })],
    ['head-twice', () => ({ people: [newcomer()], target: toFamily })],
    ['relation-sex', () => ({ people: [newcomer({ relation: '30' })], target: toFamily })],
    ['spouse-twice', () => ({ people: [{ ...wife, citizenId: numberOf('1989-05-06', '2', 3) }], target: toFamily })],
    ['spouse-unmarried', () => ({ people: [newcomer({ maritalStatus: '10' }), wife], target: toEmptyRoom })],
    ['spouse-dead', () => ({ people: [newcomer({ spouseId: people.dead })], target: toEmptyRoom })],
    ['address-unknown', () => ({ people: [newcomer()], target: { household: 'new', addressId: idOf(99) } })],
    ['address-frozen', () => ({ people: [newcomer()], target: { household: 'new', addressId: places.frozenRoom } })],
    ['address-not-room', () => ({ people: [newcomer()], target: { household: 'new', addressId: places.community } })],
    [
      'address-other-station',
      () => ({ people: [newcomer()], target: { household: 'new', addressId: places.otherEmptyRoom } }),
    ],
    [
      'household-unknown',
      () => ({ people: [newcomer({ relation: '97' })], target: { household: 'join', householdId: idOf(99) } }),
    ],
    [
      'household-other-station',
      () => ({ people: [newcomer({ relation: '97' })], target: { household: 'join', householdId: households.other } }),
    ],
    [
      'date-future',
      () => ({ people: [newcomer()], target: toEmptyRoom, certificateNumber: '1', certificateOn: '2026-11-23' }),
    ],
    [
      'paper-not-in-force',
      () => ({ people: [newcomer()], target: toEmptyRoom, certificateNumber: '1', certificateOn: '2026-10-22' }),
    ],
  ])('is refused with %s and changes nothing', (code, asked) => {
    const small = new SmallRegister();
    const before = small.register.export();
    expect(small.refusal('move-in', asked(small))).toBe(code);
    expect(small.register.export()).toBe(before);
  });

  it('is refused where the household was closed', () => {
    const small = new SmallRegister();
    small.do('move-out', {
      subject: households.loner,
      memberIds: [people.loner],
      toDivision: '220106',
      toAddress: '长春',
      reason: 'work',
    });
    const target = { household: 'join', householdId: households.loner };
    expect(small.refusal('move-in', { people: [newcomer({ relation: '97' })], target })).toBe('household-closed');
  });

  it('is refused where the numbers of the block are used up', () => {
    const small = new SmallRegister();
    small.numbers.household = null;
    expect(small.refusal('move-in', { people: [newcomer()], target: toEmptyRoom })).toBe('numbers-exhausted');
  });

  it('fills the book of a family up to its last page, and a collective household beyond it', () => {
    const small = new SmallRegister();
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        newcomer({ relation: '97', citizenId: numberOf('1988-03-04', '1', 10 + index), name: `郭新${index}` }),
      );
    expect(small.refusal('move-in', { people: many(9), target: toFamily })).toBe('household-full');
    const toUnit = { household: 'join', householdId: households.unit };
    expect(small.refusal('move-in', { people: many(20), target: toUnit })).toBeNull();
    small.do('move-in', { people: many(8), target: toFamily });
    expect(small.members(households.family)).toHaveLength(12);
  });
});
