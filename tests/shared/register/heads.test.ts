import { describe, expect, it } from 'vitest';
import { households, idOf, people, SmallRegister } from '../../fixtures/small-register.ts';

const toMother = { subject: households.family, newHeadId: people.mother };

/** A child of the family with a relation to the father, and the parents the register links. */
function withChild(relation: string, parents: { fatherId?: string; motherId?: string }): SmallRegister {
  const small = new SmallRegister();
  small.addPerson(idOf(151), { name: '周幼', sex: '1', bornOn: '2015-01-01', ...parents });
  small.addMember(households.family, idOf(151), relation);
  return small;
}

describe('changing the head', () => {
  it('knows the new head’s own children by the links of the register', () => {
    const small = new SmallRegister();
    small.do('change-head', toMother);
    expect(small.members(households.family)).toEqual(['周小妹 30', '周建国 11', '周晓 20', '李梅 02'].sort());
    expect(small.household(households.family).headPersonId).toBe(people.mother);
  });

  it('asks whether a child of the former head is the new head’s too', () => {
    const small = withChild('20', { fatherId: people.father });
    expect(small.refusal('change-head', toMother)).toBe('relation-needed');
    small.do('change-head', { ...toMother, relations: { [idOf(151)]: '27' } });
    expect(small.members(households.family)).toContain('周幼 27');
  });

  it('leaves a child that both adopted an adopted child', () => {
    const small = withChild('27', { fatherId: people.father, motherId: people.mother });
    small.do('change-head', toMother);
    expect(small.members(households.family)).toContain('周幼 27');
  });

  it('makes the former head’s stepchild the new head’s own', () => {
    const small = withChild('27', { motherId: people.mother });
    small.do('change-head', toMother);
    expect(small.members(households.family)).toContain('周幼 20');
  });

  it.each([
    ['head-same', { ...toMother, newHeadId: people.father }],
    ['not-a-member', { ...toMother, newHeadId: people.loner }],
    ['head-incapable', { ...toMother, newHeadId: people.daughter }],
    ['household-other-station', { subject: households.other, newHeadId: people.wifeOfOld }],
    ['household-unknown', { ...toMother, subject: idOf(99) }],
  ])('is refused with %s and changes nothing', (code, asked) => {
    const small = new SmallRegister();
    const before = small.register.export();
    expect(small.refusal('change-head', asked)).toBe(code);
    expect(small.register.export()).toBe(before);
  });

  it('makes a daughter under age head only with a reason, and warns of it', () => {
    const small = new SmallRegister();
    const asked = { ...toMother, newHeadId: people.daughter, incapableHeadReason: '父母长期在外' };
    const relations = { [people.son]: '71' };
    const { warnings } = small.do('change-head', { ...asked, relations });
    expect(warnings.map(({ code }) => code)).toEqual(['head-incapable']);
    expect(small.members(households.family)).toEqual(['周小妹 02', '周建国 51', '周晓 71', '李梅 52'].sort());
  });
});
