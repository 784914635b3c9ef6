import { beforeEach, describe, expect, it } from 'vitest';
import { households, idOf, people, SmallRegister } from '../../../fixtures/small-register.ts';

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});
const cancel = (subject: string, fields: object = {}) => ({
  subject,
  reason: 'death',
  endedOn: '2026-11-20',
  ...fields,
});
const refused = (input: object) => small.refusal('cancel-person', input);

describe('a death', () => {
  it('ends the registration and widows the spouse', () => {
    const plan = small.do('cancel-person', cancel(people.mother));
    expect(small.person(people.mother)).toMatchObject({
      status: 'dead',
      endedOn: '2026-11-20',
      endReason: '死亡',
      spouseId: null,
    });
    expect(small.placeOf(people.mother)).toBeNull();
    expect(small.person(people.father)).toMatchObject({ maritalStatus: '30', spouseId: null });
    expect(small.members(households.family)).toEqual(['周小妹 30', '周建国 02', '周晓 20']);
    expect(plan.note).toEqual({ happenedOn: '2026-11-20', details: { reason: 'death', isOverdue: false } });
  });

  it('of the head makes another member head and counts the relations from them', () => {
    small.do('cancel-person', cancel(people.father, { newHeadId: people.mother }));
    expect(small.household(households.family).headPersonId).toBe(people.mother);
    expect(small.members(households.family)).toEqual(['周小妹 30', '周晓 20', '李梅 02']);
    expect(small.person(people.mother).maritalStatus).toBe('30');
  });

  it('widows the spouse whom only the household shows', () => {
    small.register.take('person', { ...small.person(people.father), spouseId: null });
    small.register.take('person', { ...small.person(people.mother), spouseId: null });
    small.do('cancel-person', cancel(people.father, { newHeadId: people.mother }));
    expect(small.person(people.mother).maritalStatus).toBe('30');
  });

  it('of the last one closes the household', () => {
    small.do('cancel-person', cancel(people.loner));
    expect(small.household(households.loner)).toMatchObject({ status: 'closed', closedOn: '2026-11-22' });
  });

  it('widows a spouse who is registered at another station', () => {
    small.register.take('person', { ...small.person(people.loner), maritalStatus: '20', spouseId: people.wifeOfOld });
    small.register.take('person', { ...small.person(people.old), maritalStatus: '40', spouseId: null });
    small.register.take('person', { ...small.person(people.wifeOfOld), spouseId: people.loner });
    small.do('cancel-person', cancel(people.loner));
    expect(small.person(people.wifeOfOld)).toMatchObject({ maritalStatus: '30', spouseId: null });
  });

  it('that nobody declared is cancelled after a notice, however long ago it was', () => {
    const plan = small.do('cancel-person', cancel(people.loner, { reason: 'death-notice', endedOn: '2019-01-01' }));
    expect(small.person(people.loner)).toMatchObject({ status: 'dead', endReason: '死亡（公示后注销）' });
    expect(plan.note.details).toEqual({ reason: 'death-notice', isOverdue: true });
  });

  it.each<[string, object, string]>([
    ['it has no day', cancel(people.mother, { endedOn: null }), 'date-needed'],
    ['it is tomorrow', cancel(people.mother, { endedOn: '2026-11-23' }), 'date-future'],
    ['it is before the birth', cancel(people.mother, { endedOn: '1971-01-01' }), 'date-before-birth'],
    ['the day is not in the calendar', cancel(people.mother, { endedOn: '2026-02-30' }), 'input-invalid'],
    ['the person is dead', cancel(people.dead), 'person-dead'],
    ['the person moved out', cancel(people.gone), 'person-not-registered'],
    ['the person is registered elsewhere', cancel(people.visitor), 'person-elsewhere'],
    ['nobody has that id', cancel(idOf(999)), 'person-unknown'],
    ['the person is another station’s', cancel(people.old), 'household-other-station'],
    ['a head leaves and nobody is named', cancel(people.father), 'head-needed'],
    ['the new head is the one who died', cancel(people.father, { newHeadId: people.father }), 'head-needed'],
    ['the new head is a child', cancel(people.father, { newHeadId: people.daughter }), 'head-incapable'],
  ])('is refused when %s', (_, input, code) => {
    const before = small.register.export();
    expect(refused(input)).toBe(code);
    expect(small.register.export()).toBe(before);
  });
});

describe('other cancellations', () => {
  it.each([
    ['settled-abroad', '出国（境）定居'],
    ['nationality', '加入外国国籍或者退出中国国籍'],
    ['false', '虚假户口'],
  ])('for %s leave the spouse married', (reason, words) => {
    const plan = small.do('cancel-person', { subject: people.mother, reason });
    expect(small.person(people.mother)).toMatchObject({ status: 'cancelled', endedOn: '2026-11-22', endReason: words });
    expect(small.person(people.father)).toMatchObject({ maritalStatus: '20', spouseId: people.mother });
    expect(plan.note.details).toEqual({ reason });
  });

  it('of a double registration keep the other record and give it the relatives', () => {
    small.addPerson(idOf(901), { name: '李梅', sex: '2', bornOn: '1972-06-02' });
    small.addMember(households.unit, idOf(901), '99');
    const plan = small.do('cancel-person', { subject: people.mother, reason: 'duplicate', keptId: idOf(901) });
    expect(small.person(people.mother)).toMatchObject({ status: 'cancelled', endReason: '重复户口' });
    expect(small.person(people.son).motherId).toBe(idOf(901));
    expect(small.person(people.father).spouseId).toBe(idOf(901));
    expect(small.person(idOf(901))).toMatchObject({ maritalStatus: '20', spouseId: people.father });
    expect(plan.note.details).toEqual({ reason: 'duplicate', keptPersonId: idOf(901) });
  });

  it.each<[string, string | null, string]>([
    ['none is named', null, 'kept-needed'],
    ['it is the same', people.loner, 'person-same'],
    ['it is nobody’s', idOf(999), 'person-unknown'],
    ['it is that of a dead person', people.dead, 'person-dead'],
    ['it is ended too', people.gone, 'person-not-registered'],
  ])('are refused for a double registration when of the record that stays %s', (_, keptId, code) => {
    expect(refused({ subject: people.loner, reason: 'duplicate', keptId })).toBe(code);
  });
});
