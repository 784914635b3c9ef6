import { describe, expect, it } from 'vitest';
import { households, idOf, people, picked, places, SmallRegister } from '../../../fixtures/small-register.ts';

const toEmptyRoom = { household: 'new', addressId: places.emptyRoom } as const;
const toFamily = { household: 'join', householdId: households.family } as const;
const toUnit = { household: 'join', householdId: households.unit } as const;

describe('moving inside the city', () => {
  it('brings an old couple from another station to their new room, in a household of this station', () => {
    const small = new SmallRegister();
    const movers = [picked(small, people.old, '02'), picked(small, people.wifeOfOld, '12')];
    small.do('move-within', { people: movers, target: toEmptyRoom });
    expect(small.household(households.other)).toMatchObject({ status: 'closed', closedOn: '2026-11-22' });
    const place = small.placeOf(people.old) ?? '';
    expect(small.household(place)).toMatchObject({ stationCode: '220403010000', addressId: places.emptyRoom });
    expect(small.members(place)).toEqual(['王老 02', '赵氏 12'].sort());
    expect(small.person(people.old).arrivedAtAddress).toBe('2026年11月22日由辽源市龙山区南康街2号201室迁来');
  });

  it('leaves a head behind where the head moves away', () => {
    const small = new SmallRegister();
    const asked = { people: [picked(small, people.father, '97')], target: toUnit };
    expect(small.refusal('move-within', asked)).toBe('head-needed');
    small.do('move-within', { ...asked, newHeadId: people.mother });
    expect(small.members(households.family)).toEqual(['周小妹 30', '周晓 20', '李梅 02'].sort());
    expect(small.members(households.unit)).toContain('周建国 97');
  });

  it('takes people out of several households at once', () => {
    const small = new SmallRegister();
    const movers = [picked(small, people.loner, '02'), picked(small, people.student, '99')];
    const { note } = small.do('move-within', { people: movers, target: toEmptyRoom });
    expect(small.household(households.loner).status).toBe('closed');
    expect(small.members(households.unit)).toEqual(['孙管 02']);
    expect(note.details).toMatchObject({ persons: 2, isNewHousehold: true, fromClass: 'urban', toClass: 'urban' });
  });

  it('moves the former residents of a sold home to the community household', () => {
    const small = new SmallRegister();
    small.do('move-within', { subject: households.loner, people: [picked(small, people.loner, '99')], target: toUnit });
    expect(small.placeOf(people.loner)).toBe(households.unit);
    expect(small.household(households.loner).status).toBe('closed');
  });

  it.each([
    [
      'person-not-registered',
      (small: SmallRegister) => ({ people: [picked(small, people.gone, '02')], target: toEmptyRoom }),
    ],
    [
      'person-not-registered',
      (small: SmallRegister) => ({ people: [picked(small, people.visitor, '02')], target: toEmptyRoom }),
    ],
    ['person-dead', (small: SmallRegister) => ({ people: [picked(small, people.dead, '02')], target: toEmptyRoom })],
    [
      'person-unknown',
      (small: SmallRegister) => ({
        people: [{ ...picked(small, people.son, '02'), personId: null }],
        target: toEmptyRoom,
      }),
    ],
    [
      'person-entered-twice',
      (small: SmallRegister) => ({
        people: [picked(small, people.son, '02'), picked(small, people.son, '97')],
        target: toEmptyRoom,
      }),
    ],
    ['household-same', (small: SmallRegister) => ({ people: [picked(small, people.son, '20')], target: toFamily })],
    [
      'address-same',
      (small: SmallRegister) => ({
        people: [picked(small, people.son, '02')],
        target: { household: 'new', addressId: places.familyRoom },
      }),
    ],
    [
      'address-other-station',
      (small: SmallRegister) => ({
        people: [picked(small, people.son, '02')],
        target: { household: 'new', addressId: places.otherEmptyRoom },
      }),
    ],
    [
      'not-a-member',
      (small: SmallRegister) => ({
        people: [picked(small, people.son, '02')],
        target: toEmptyRoom,
        newHeadId: people.loner,
      }),
    ],
    ['head-twice', (small: SmallRegister) => ({ people: [picked(small, people.loner, '02')], target: toFamily })],
    [
      'head-incapable',
      (small: SmallRegister) => ({ people: [picked(small, people.daughter, '02')], target: toEmptyRoom }),
    ],
    ['input-invalid', () => ({ people: [], target: toEmptyRoom })],
  ])('is refused with %s and changes nothing', (code, asked) => {
    const small = new SmallRegister();
    const before = small.register.export();
    expect(small.refusal('move-within', asked(small))).toBe(code);
    expect(small.register.export()).toBe(before);
  });
});

describe('creating a household', () => {
  const target = toEmptyRoom;

  it('gives somebody out of a collective household a family household', () => {
    const small = new SmallRegister();
    const { note } = small.do('create-household', {
      people: [picked(small, people.student, '02')],
      target,
      kind: 'family',
    });
    expect(small.household(small.placeOf(people.student) ?? '')).toMatchObject({ kind: 'family', unitName: null });
    expect(note.details).toEqual({ kind: 'family', number: '010000011', persons: 1 });
  });

  it('opens the collective household of a unit with its keeper as head', () => {
    const small = new SmallRegister();
    const keeper = [picked(small, people.loner, '02')];
    expect(small.refusal('create-household', { people: keeper, target, kind: 'collective' })).toBe('unit-needed');
    small.do('create-household', { people: keeper, target, kind: 'collective', unitName: '辽源第一纺织厂' });
    expect(small.household(small.placeOf(people.loner) ?? '')).toMatchObject({
      kind: 'collective',
      unitName: '辽源第一纺织厂',
    });
  });

  it.each([
    [
      'head-needed',
      (small: SmallRegister) => ({ people: [picked(small, people.student, '97')], target, kind: 'family' }),
    ],
    [
      'person-not-registered',
      (small: SmallRegister) => ({ people: [picked(small, people.gone, '02')], target, kind: 'family' }),
    ],
    [
      'input-invalid',
      (small: SmallRegister) => ({ people: [picked(small, people.student, '02')], target: toFamily, kind: 'family' }),
    ],
    [
      'address-unknown',
      (small: SmallRegister) => ({
        people: [picked(small, people.student, '02')],
        target: { household: 'new', addressId: idOf(99) },
        kind: 'family',
      }),
    ],
  ])('is refused with %s', (code, asked) => {
    const small = new SmallRegister();
    expect(small.refusal('create-household', asked(small))).toBe(code);
  });
});
