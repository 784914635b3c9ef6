import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../../shared/domain/records.ts';
import { entered, households, idOf, people, picked, places, SmallRegister } from '../../../fixtures/small-register.ts';

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});

const baby = (fields: Partial<Person> & { relation?: string | null } = {}) => ({
  ...entered({ name: '周新', sex: '1', bornOn: '2026-11-01', relation: '20' }),
  citizenId: null,
  relation: null,
  ...fields,
});
const parents = { fatherId: people.father, motherId: people.mother };
const birth = (fields: object = {}) => ({
  ground: 'birth',
  subject: households.family,
  people: [baby()],
  ...parents,
  ...fields,
});
const named = (name: string): Person => {
  const found = small.register.listAll('person').find(({ data }) => data.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.data;
};
const refused = (input: object) => small.refusal('enter-person', input);

describe('a birth', () => {
  it('puts the child into the household with a number, parents, guardians and the relation to the head', () => {
    const plan = small.do('enter-person', birth());
    expect(small.members(households.family)).toContain('周新 20');
    const child = named('周新');
    expect(child).toMatchObject({ status: 'registered', ...parents, arrivedInCity: null });
    expect(child.citizenId).toMatch(/^22040220261101\d[\d][13579][\dX]$/);
    expect(child.guardians.map(({ name, relation }) => `${relation} ${name}`)).toEqual(['父亲 周建国', '母亲 李梅']);
    expect(plan.note).toEqual({ happenedOn: '2026-11-01', details: { ground: 'birth', people: 1, isOverdue: false } });
    expect(plan.warnings).toEqual([]);
  });

  it('may be declared by a member of the household the case was started from', () => {
    small.do('enter-person', birth({ subject: people.mother }));
    expect(small.members(households.family)).toContain('周新 20');
  });

  it('gives twins different numbers', () => {
    small.do('enter-person', birth({ people: [baby(), baby({ name: '周二' })] }));
    expect(named('周新').citizenId).not.toBe(named('周二').citizenId);
    expect(named('周二').citizenId.slice(0, 14)).toBe(named('周新').citizenId.slice(0, 14));
  });

  it('counts the child of a son as grandchild of the head', () => {
    const input = birth({ fatherId: people.son, motherId: null, people: [baby({ sex: '2' })] });
    small.do('enter-person', input);
    expect(small.members(households.family)).toContain('周新 42');
  });

  it('asks for the relation where it is not certain', () => {
    expect(refused(birth({ fatherId: null }))).toBe('relation-needed');
    small.do('enter-person', birth({ fatherId: null, people: [baby({ relation: '27' })] }));
    expect(small.members(households.family)).toContain('周新 27');
  });

  it('keeps the number of the birth certificate where one was given', () => {
    const { citizenId } = entered({ name: '周新', sex: '1', bornOn: '2026-11-01', relation: '20' });
    small.do('enter-person', birth({ people: [baby({ citizenId: citizenId ?? '' })] }));
    expect(named('周新').citizenId).toBe(citizenId);
  });

  it('is noted as late after a month and registered all the same', () => {
    const plan = small.do('enter-person', birth({ people: [baby({ bornOn: '2024-02-29' })] }));
    expect(plan.note.details).toMatchObject({ isOverdue: true });
  });

  it('of a child that died before it was declared is entered and cancelled at once', () => {
    const before = small.members(households.family);
    const plan = small.do('enter-person', birth({ diedOn: '2026-11-03' }));
    expect(named('周新')).toMatchObject({ status: 'dead', endedOn: '2026-11-03', endReason: '死亡' });
    expect(small.members(households.family)).toEqual(before);
    const stays = small.register.list('membership', 'personId', named('周新').personId);
    expect(stays.map(({ data }) => [data.sinceOn, data.untilOn])).toEqual([['2026-11-22', '2026-11-22']]);
    expect(plan.note.details).toMatchObject({ ground: 'birth', diedOn: '2026-11-03' });
  });

  it('warns when a child of a family household joins a collective one', () => {
    const toUnit = birth({ subject: households.unit });
    expect(small.do('enter-person', toUnit).warnings.map(({ code }) => code)).toEqual(['child-to-family']);
    expect(small.members(households.unit)).toContain('周新 99');
    small = new SmallRegister();
    small.addPerson(idOf(901), { name: '钱母', sex: '2', bornOn: '2002-01-01' });
    small.addMember(households.unit, idOf(901), '99');
    const ofStudents = birth({ subject: households.unit, fatherId: people.student, motherId: idOf(901) });
    expect(small.do('enter-person', ofStudents).warnings.map(({ code }) => code)).toEqual(['child-to-grandparents']);
  });

  it('warns when the child joins neither father nor mother', () => {
    const input = birth({ subject: households.loner, people: [baby({ relation: '93' })] });
    expect(small.do('enter-person', input).warnings.map(({ code }) => code)).toEqual(['parents-elsewhere']);
  });

  it.each<[string, object, string]>([
    ['no parent is named', { fatherId: null, motherId: null }, 'parent-needed'],
    ['the mother is a man', { motherId: people.son, fatherId: null }, 'parent-sex'],
    ['the father is a woman', { fatherId: people.mother }, 'parent-sex'],
    ['the child is older than its mother', { people: [baby({ bornOn: '1960-01-01' })] }, 'child-older'],
    [
      'the mother was nine years old',
      { motherId: people.daughter, people: [baby({ bornOn: '2021-09-01' })] },
      'child-older',
    ],
    ['the parent is not in the register', { motherId: idOf(999) }, 'person-unknown'],
    ['the child is born tomorrow', { people: [baby({ bornOn: '2026-11-23' })] }, 'date-future'],
    ['the day is not in the calendar', { people: [baby({ bornOn: '2026-02-30' })] }, 'input-invalid'],
    ['the ethnicity is of neither parent', { people: [baby({ ethnicity: '11' })] }, 'ethnicity-of-neither'],
    ['the name has a digit', { people: [baby({ name: '周7' })] }, 'name-not-possible'],
    ['it died before it was born', { diedOn: '2026-10-31' }, 'date-before-birth'],
    ['it died tomorrow', { diedOn: '2026-11-23' }, 'date-future'],
    ['one of twins died', { people: [baby(), baby({ name: '周二' })], diedOn: '2026-11-03' }, 'input-invalid'],
    ['the household is another station’s', { subject: households.other }, 'household-other-station'],
    ['no household is named', { subject: null }, 'household-unknown'],
    ['the relation does not fit the sex', { people: [baby({ relation: '30' })] }, 'relation-sex'],
    ['the number says another sex', { people: [baby({ citizenId: '220402202611019988' })] }, 'number-not-possible'],
  ])('is refused when %s', (_, fields, code) => {
    const before = small.register.export();
    expect(refused(birth(fields))).toBe(code);
    expect(small.register.export()).toBe(before);
  });

  it('is refused when the mother died before', () => {
    small.addPerson(idOf(901), { name: '李母', sex: '2', bornOn: '1990-01-01', status: 'dead', endedOn: '2025-01-01' });
    expect(refused(birth({ motherId: idOf(901) }))).toBe('parent-dead');
  });

  it('is refused with a number that somebody bears', () => {
    small.addPerson(idOf(901), { name: '别人', sex: '1', bornOn: '2026-11-01' });
    const { citizenId } = small.person(idOf(901));
    expect(refused(birth({ people: [baby({ citizenId })] }))).toBe('number-taken');
  });
});

describe('an adoption', () => {
  const adoption = (fields: object = {}) =>
    birth({ ground: 'adoption', people: [baby({ bornOn: '2020-05-05' })], ...fields });

  it('makes the child 养子 of the head, with the adopters as guardians', () => {
    small.do('enter-person', adoption({ happenedOn: '2026-11-20' }));
    expect(small.members(households.family)).toContain('周新 27');
    expect(named('周新').guardians.map(({ relation }) => relation)).toEqual(['养父', '养母']);
    expect(named('周新').adoptionIsSecret).toBe(false);
  });

  it('kept secret says nothing of adopters in what is printed', () => {
    small.do('enter-person', adoption({ isSecret: true }));
    expect(named('周新')).toMatchObject({ adoptionIsSecret: true });
    expect(named('周新').guardians.map(({ relation }) => relation)).toEqual(['父亲', '母亲']);
  });

  it('takes a registered child out of the household it was in', () => {
    small.addPerson(idOf(901), { name: '院童', sex: '2', bornOn: '2019-01-01' });
    small.addMember(households.unit, idOf(901), '99');
    small.do('enter-person', adoption({ people: [{ ...picked(small, idOf(901), '37'), relation: null }] }));
    expect(small.members(households.unit)).toEqual(['孙管 02', '钱学 99']);
    expect(small.members(households.family)).toContain('院童 37');
    expect(small.person(idOf(901))).toMatchObject(parents);
  });

  it('of a child in the same household changes only what it is to the head', () => {
    small.addPerson(idOf(901), { name: '寄养', sex: '1', bornOn: '2019-01-01' });
    small.addMember(households.family, idOf(901), '99');
    small.do('enter-person', adoption({ people: [{ ...picked(small, idOf(901), '27'), relation: null }] }));
    expect(small.members(households.family)).toContain('寄养 27');
    expect(small.register.list('membership', 'personId', idOf(901))).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['the adopter is younger', { motherId: people.daughter, people: [baby({ bornOn: '2005-05-05' })] }, 'child-older'],
    ['the adopter is dead', { fatherId: people.dead, motherId: null }, 'parent-dead'],
    ['nobody adopts', { fatherId: null, motherId: null }, 'parent-needed'],
    ['it came true tomorrow', { happenedOn: '2026-11-23' }, 'date-future'],
  ])('is refused when %s', (_, fields, code) => {
    expect(refused(adoption(fields))).toBe(code);
  });

  it('is refused with another number than the one the child has', () => {
    small.addPerson(idOf(901), { name: '院童', sex: '2', bornOn: '2019-01-01' });
    small.addMember(households.unit, idOf(901), '99');
    const child = { ...picked(small, idOf(901), '37'), citizenId: small.person(people.daughter).citizenId };
    expect(refused(adoption({ people: [child] }))).toBe('number-not-possible');
  });
});

describe('others who were registered nowhere', () => {
  const grown = (fields: object = {}) => ({
    ...entered({ name: '何补', sex: '1', bornOn: '1990-01-01', relation: '99' }),
    citizenId: null,
    relation: null,
    ...fields,
  });
  const alone = { household: 'new', addressId: places.emptyRoom } as const;

  it('get a number and a household of their own', () => {
    small.do('enter-person', { ground: 'late', target: alone, people: [grown()] });
    const home = small.placeOf(named('何补').personId) ?? '';
    expect(small.members(home)).toEqual(['何补 02']);
    expect(named('何补').citizenId).toMatch(/^22040219900101/);
  });

  it('come from abroad as a family, with the place they come from', () => {
    const family = [
      grown({ name: '何归', relation: '02', maritalStatus: '20' }),
      grown({ name: '何妻', sex: '2', relation: '12', maritalStatus: '20' }),
    ];
    const plan = small.do('enter-person', {
      ground: 'return',
      target: alone,
      people: family,
      fromPlace: '日本',
      happenedOn: '2026-11-10',
    });
    expect(named('何归').arrivedInCity).toBe('2026年11月22日由日本迁来');
    expect(plan.note).toMatchObject({ happenedOn: '2026-11-10', details: { ground: 'return', people: 2 } });
    expect(small.members(small.placeOf(named('何归').personId) ?? '')).toEqual(['何妻 12', '何归 02']);
  });

  it('are taken up again as the person the register knows', () => {
    const back = { ...picked(small, people.gone, '02'), relation: null };
    small.do('enter-person', { ground: 'return', target: alone, people: [back], fromPlace: '韩国' });
    expect(small.person(people.gone)).toMatchObject({ status: 'registered', endedOn: null, endReason: null });
  });

  it('enter the household of an institution as no relatives', () => {
    small.do('enter-person', {
      ground: 'institution',
      subject: households.unit,
      people: [baby({ bornOn: '2025-01-01' })],
    });
    expect(small.members(households.unit)).toContain('周新 99');
  });

  it.each<[string, object, string]>([
    [
      'a relation to the head is missing',
      { target: { household: 'join', householdId: households.loner } },
      'relation-needed',
    ],
    ['the address is frozen', { target: { household: 'new', addressId: places.frozenRoom } }, 'address-frozen'],
    ['a child would be head', { people: [grown({ bornOn: '2015-01-01' })] }, 'head-incapable'],
    [
      'somebody is registered',
      { people: [picked(new SmallRegister(), people.loner, '02')] },
      'person-already-registered',
    ],
    ['somebody is dead', { people: [picked(new SmallRegister(), people.dead, '02')] }, 'person-dead'],
  ])('are refused when %s', (_, fields, code) => {
    expect(refused({ ground: 'late', target: alone, people: [grown()], ...fields })).toBe(code);
  });

  it('are refused when the block of household numbers is used up', () => {
    small.numbers.household = null;
    expect(refused({ ground: 'late', target: alone, people: [grown()] })).toBe('numbers-exhausted');
  });
});
