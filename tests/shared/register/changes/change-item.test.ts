import { beforeEach, describe, expect, it } from 'vitest';
import { households, idOf, numberOf, people, SmallRegister } from '../../../fixtures/small-register.ts';

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});
const change = (item: string, subject: string, fields: object) => small.do('change-item', { item, subject, ...fields });
const refused = (item: string, subject: string, fields: object) =>
  small.refusal('change-item', { item, subject, ...fields });

/** Each case in a sentence: the subject, what is asked, and the code; nothing may change. */
const refusals = (item: string, cases: readonly (readonly [string, string, object, string])[]): void => {
  it.each(cases)('is refused when %s', (_, subject, fields, code) => {
    const before = small.register.export();
    expect(refused(item, subject, fields)).toBe(code);
    expect(small.register.export()).toBe(before);
  });
};

describe('a change of name', () => {
  it('keeps the name given up as 曾用名, beside the one before it', () => {
    const plan = change('name', people.loner, { name: '吴 钢' });
    expect(small.person(people.loner)).toMatchObject({ name: '吴钢', formerName: '吴刚' });
    change('name', people.loner, { name: '吴刚强', namePinyin: 'wu gang qiang' });
    expect(small.person(people.loner)).toMatchObject({ formerName: '吴刚、吴钢', namePinyin: 'wu gang qiang' });
    expect(plan.note).toEqual({ happenedOn: '2026-11-22', details: { item: 'name', items: 'name,formerName' } });
  });

  it('is no correction, which keeps nothing', () => {
    change('former-name', people.loner, { name: '吴岗', formerName: '吴小刚' });
    expect(small.person(people.loner)).toMatchObject({ name: '吴岗', formerName: '吴小刚' });
    change('former-name', people.loner, { clearedItem: 'formerName' });
    expect(small.person(people.loner)).toMatchObject({ name: '吴岗', formerName: null });
  });

  refusals('name', [
    ['the name is the same', people.loner, { name: '吴刚' }, 'item-same'],
    ['the name has a digit', people.loner, { name: '吴3' }, 'name-not-possible'],
    ['nothing is given', people.loner, {}, 'item-needed'],
    ['the item is another procedure’s', people.loner, { name: '吴钢', sex: '2' }, 'item-not-possible'],
    ['the person is dead', people.dead, { name: '周大' }, 'person-dead'],
    ['the person is registered elsewhere', people.visitor, { name: '郑大' }, 'person-elsewhere'],
    ['the person moved out', people.gone, { name: '冯大' }, 'person-not-registered'],
    ['the person is another station’s', people.old, { name: '王大' }, 'household-other-station'],
    ['it came true tomorrow', people.loner, { name: '吴钢', happenedOn: '2026-11-23' }, 'date-future'],
  ]);

  it('as a correction is refused for a former name with a digit, or another item emptied', () => {
    expect(refused('former-name', people.loner, { formerName: '吴3' })).toBe('name-not-possible');
    expect(refused('former-name', people.loner, { clearedItem: 'religion' })).toBe('item-not-possible');
  });
});

describe('a corrected sex', () => {
  it('gives a new number, keeps the old one in the note, and makes the son a daughter', () => {
    const before = small.person(people.son).citizenId;
    const plan = change('sex', people.son, { sex: '2' });
    const { citizenId } = small.person(people.son);
    expect(citizenId).toMatch(/^22040220000703\d\d[02468][\dX]$/);
    expect(plan.note.details).toEqual({ item: 'sex', items: 'citizenId,sex', formerCitizenId: before });
    expect(small.members(households.family)).toContain('周晓 30');
  });

  it('makes a father a mother, and his children grandchildren by a daughter', () => {
    small.addPerson(idOf(901), { name: '周孙', sex: '2', bornOn: '2022-01-01', fatherId: people.son });
    small.addMember(households.family, idOf(901), '42');
    change('sex', people.son, { sex: '2' });
    expect(small.person(idOf(901))).toMatchObject({ fatherId: null, motherId: people.son });
    expect(small.members(households.family)).toContain('周孙 44');
  });

  it('takes a number that was allotted elsewhere', () => {
    const citizenId = numberOf('2000-07-03', '2', 7);
    change('sex', people.son, { sex: '2', citizenId });
    expect(small.person(people.son).citizenId).toBe(citizenId);
  });

  it('turns the parents-in-law and the siblings of the head', () => {
    small.addPerson(idOf(901), { name: '吴兄', sex: '1', bornOn: '1980-01-01' });
    small.addMember(households.loner, idOf(901), '71');
    change('sex', idOf(901), { sex: '2' });
    expect(small.members(households.loner)).toContain('吴兄 75');
  });

  it('asks for a relation that has no certain counterpart', () => {
    small.addPerson(idOf(901), { name: '吴姑', sex: '2', bornOn: '1950-01-01' });
    small.addMember(households.loner, idOf(901), '90');
    expect(refused('sex', idOf(901), { sex: '1' })).toBe('relation-needed');
    change('sex', idOf(901), { sex: '1', relations: { [idOf(901)]: '83' } });
    expect(small.members(households.loner)).toContain('吴姑 83');
  });

  refusals('sex', [
    ['it is the same', people.son, { sex: '1' }, 'item-same'],
    ['there is a husband or wife', people.mother, { sex: '1' }, 'spouse-same-sex'],
    [
      'the number given says the other sex',
      people.son,
      { sex: '2', citizenId: numberOf('2000-07-03', '1', 7) },
      'number-not-possible',
    ],
    ['the relation said does not fit', people.son, { sex: '2', relations: { [people.son]: '20' } }, 'relation-sex'],
    ['the person is not found', idOf(999), { sex: '2' }, 'person-unknown'],
  ]);

  it('is refused when a child would have two mothers', () => {
    small.addPerson(idOf(901), {
      name: '周孙',
      sex: '2',
      bornOn: '2022-01-01',
      fatherId: people.son,
      motherId: idOf(902),
    });
    expect(refused('sex', people.son, { sex: '2' })).toBe('parent-sex');
  });
});

describe('a corrected birth date', () => {
  it('gives a new number with the new date', () => {
    const before = small.person(people.daughter).citizenId;
    const plan = change('birth-date', people.daughter, { bornOn: '2012-08-14' });
    expect(small.person(people.daughter).citizenId).toMatch(/^22040220120814\d\d[02468][\dX]$/);
    expect(plan.note.details).toMatchObject({ formerCitizenId: before });
  });

  it('keeps a number that said the right day all along', () => {
    const { citizenId } = small.person(people.daughter);
    small.register.take('person', { ...small.person(people.daughter), bornOn: '2012-08-14' });
    const plan = change('birth-date', people.daughter, { bornOn: '2012-08-04' });
    expect(small.person(people.daughter).citizenId).toBe(citizenId);
    expect(plan.note.details).toEqual({ item: 'birth-date', items: 'bornOn' });
  });

  it('makes an elder brother a younger one', () => {
    small.addPerson(idOf(901), { name: '吴兄', sex: '1', bornOn: '1980-01-01' });
    small.addMember(households.loner, idOf(901), '71');
    change('birth-date', idOf(901), { bornOn: '1990-01-01' });
    expect(small.members(households.loner)).toContain('吴兄 73');
  });

  refusals('birth-date', [
    ['it is tomorrow', people.son, { bornOn: '2026-11-23' }, 'date-future'],
    ['the day is not in the calendar', people.son, { bornOn: '2001-02-29' }, 'input-invalid'],
    ['the child would be older than the mother', people.son, { bornOn: '1971-01-01' }, 'child-older'],
    ['the mother would be younger than the child', people.mother, { bornOn: '2001-01-01' }, 'child-older'],
    ['it is the same', people.son, { bornOn: '2000-07-03' }, 'item-same'],
  ]);
});

describe('a corrected number', () => {
  it('is a new one where none is given', () => {
    const before = small.person(people.loner).citizenId;
    const plan = change('id-number', people.loner, { citizenId: numberOf('1985-01-05', '1', 3) });
    expect(small.person(people.loner).citizenId).not.toBe(before);
    expect(plan.note.details).toEqual({ item: 'id-number', items: 'citizenId', formerCitizenId: before });
  });

  it('is allotted where it was doubled', () => {
    const before = small.person(people.loner).citizenId;
    change('id-number', people.loner, {});
    expect(small.person(people.loner).citizenId.slice(0, 14)).toBe('22040219850105');
    expect(small.person(people.loner).citizenId).not.toBe(before);
  });

  it('is refused when somebody else bears it, or when it says another day', () => {
    small.addPerson(idOf(901), { name: '别人', sex: '1', bornOn: '1985-01-05' });
    const { citizenId } = small.person(idOf(901));
    expect(refused('id-number', people.loner, { citizenId })).toBe('number-taken');
    expect(refused('id-number', people.loner, { citizenId: numberOf('1985-01-06', '1') })).toBe('number-not-possible');
  });
});

describe('a changed ethnicity', () => {
  it('is that of a parent, or the clerk is told to look again', () => {
    small.register.take('person', { ...small.person(people.mother), ethnicity: '11' });
    expect(change('ethnicity', people.son, { ethnicity: '11' }).warnings).toEqual([]);
    expect(small.person(people.son).ethnicity).toBe('11');
    const warned = change('ethnicity', people.daughter, { ethnicity: '10' }).warnings;
    expect(warned.map(({ code }) => code)).toEqual(['ethnicity-of-neither']);
  });

  refusals('ethnicity', [
    ['it is the same', people.son, { ethnicity: '01' }, 'item-same'],
    ['the standard does not know it', people.son, { ethnicity: '90' }, 'item-not-possible'],
  ]);
});

describe('other items', () => {
  it('change one by one, and what is not given stays', () => {
    change('other', people.loner, { education: '20', heightCm: 175, military: '1', workplace: '龙山区供热公司' });
    change('other', people.loner, { bloodType: '3', religion: '佛教' });
    expect(small.person(people.loner)).toMatchObject({
      education: '20',
      heightCm: 175,
      military: '1',
      workplace: '龙山区供热公司',
      bloodType: '3',
      religion: '佛教',
    });
  });

  it('may be emptied at the will of the person', () => {
    change('other', people.loner, { religion: '佛教' });
    change('other', people.loner, { clearedItem: 'religion' });
    expect(small.person(people.loner).religion).toBeNull();
  });

  it('have two guardians at most, each replaced alone', () => {
    const first = { guardianName: '周建国', guardianRelation: '父亲', guardianNumber: numberOf('1970-05-01', '1') };
    change('other', people.daughter, first);
    change('other', people.daughter, { otherGuardianName: '李梅', otherGuardianRelation: '母亲' });
    expect(small.person(people.daughter).guardians.map(({ name, relation }) => `${relation} ${name}`)).toEqual([
      '父亲 周建国',
      '母亲 李梅',
    ]);
    change('other', people.daughter, { clearedItem: 'guardians' });
    expect(small.person(people.daughter).guardians).toEqual([]);
  });

  it('warn when the head loses capacity', () => {
    const { warnings } = change('other', people.loner, { capacity: 'none' });
    expect(warnings.map(({ code }) => code)).toContain('head-incapable');
    change('other', people.loner, { capacity: 'by-age' });
    expect(small.person(people.loner).capacity).toBeNull();
  });

  it('link parents who came into the register', () => {
    change('other', people.loner, { fatherId: people.old });
    expect(small.person(people.loner).fatherId).toBe(people.old);
  });

  it('correct the relation of a member to the head', () => {
    change('other', people.student, { relations: { [people.student]: '80' } });
    expect(small.members(households.unit)).toEqual(['孙管 02', '钱学 80']);
  });

  it('know the husband and wife of a marriage on both sides', () => {
    const plan = change('other', people.keeper, {
      maritalStatus: '21',
      spouseId: people.loner,
      happenedOn: '2026-11-11',
    });
    expect(small.person(people.keeper)).toMatchObject({ maritalStatus: '21', spouseId: people.loner });
    expect(small.person(people.loner)).toMatchObject({ maritalStatus: '20', spouseId: people.keeper });
    expect(plan.note.happenedOn).toBe('2026-11-11');
  });

  it('leave the link to a spouse of another station for later', () => {
    small.register.take('person', { ...small.person(people.wifeOfOld), maritalStatus: '30', spouseId: null });
    small.register.take('person', {
      ...small.person(people.old),
      status: 'dead',
      spouseId: null,
      endedOn: '2026-01-01',
    });
    change('other', people.loner, { maritalStatus: '20', spouseId: people.wifeOfOld });
    expect(small.person(people.loner)).toMatchObject({ maritalStatus: '20', spouseId: null });
    expect(small.person(people.wifeOfOld)).toMatchObject({ maritalStatus: '30', spouseId: null });
  });

  it('end a marriage on both sides, and ask what the two are to each other now', () => {
    expect(refused('other', people.father, { maritalStatus: '40' })).toBe('relation-needed');
    change('other', people.father, { maritalStatus: '40', relations: { [people.mother]: '99' } });
    expect(small.person(people.father)).toMatchObject({ maritalStatus: '40', spouseId: null });
    expect(small.person(people.mother)).toMatchObject({ maritalStatus: '40', spouseId: null });
    expect(small.members(households.family)).toContain('李梅 99');
  });

  refusals('other', [
    ['nothing would change', people.loner, { maritalStatus: '10' }, 'item-same'],
    ['a name is given', people.loner, { name: '吴钢' }, 'item-not-possible'],
    ['the code is in no table', people.loner, { education: '01' }, 'item-not-possible'],
    ['the marital status is in no table', people.loner, { maritalStatus: '99' }, 'item-not-possible'],
    ['somebody is widowed while the spouse lives', people.father, { maritalStatus: '30' }, 'item-not-possible'],
    [
      'an unmarried person names a spouse',
      people.loner,
      { maritalStatus: '10', spouseId: people.keeper },
      'spouse-unmarried',
    ],
    ['the spouse is dead', people.keeper, { spouseId: people.dead }, 'spouse-dead'],
    ['the spouse is of the same sex', people.loner, { spouseId: people.student }, 'spouse-same-sex'],
    ['the spouse is married already', people.loner, { spouseId: people.mother }, 'spouse-twice'],
    ['the spouse is the person', people.loner, { spouseId: people.loner }, 'person-same'],
    [
      'a relation is given to somebody of another household',
      people.loner,
      { relations: { [people.son]: '99' } },
      'not-a-member',
    ],
    ['the mother is younger', people.loner, { motherId: people.daughter }, 'child-older'],
    ['the height is impossible', people.loner, { heightCm: 400 }, 'input-invalid'],
  ]);
});
