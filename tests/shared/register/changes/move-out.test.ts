import { describe, expect, it } from 'vitest';
import { households, idOf, people, SmallRegister } from '../../../fixtures/small-register.ts';

const toChangchun = {
  toDivision: '220106',
  toAddress: '吉林省长春市绿园区春城大街1号',
  toAuthority: '春城派出所',
  reason: 'work',
};
const toFushun = { toDivision: '210404', toAddress: '辽宁省抚顺市望花区', reason: 'spouse' };

/** The papers that name the person, as the holders' names and relations. */
function papersOf(small: SmallRegister, personId: string): string[][] {
  return small.register
    .list('migration-paper', 'holderIds', personId)
    .map(({ data }) => data.holders.map(({ name, relation }) => `${name} ${relation}`));
}

describe('moving out', () => {
  it('ends the registration of one member and hands out a certificate of thirty days', () => {
    const small = new SmallRegister();
    const { note } = small.do('move-out', { subject: people.son, memberIds: [people.son], ...toChangchun });
    expect(small.person(people.son)).toMatchObject({
      status: 'moved-out',
      endedOn: '2026-11-22',
      endReason: '务工',
      hukouDivision: '220106',
    });
    expect(small.members(households.family)).toEqual(['周小妹 30', '周建国 02', '李梅 12'].sort());
    expect(small.register.list('migration-paper', 'holderIds', people.son)[0]?.data).toMatchObject({
      kind: 'migration-certificate',
      number: '00000001',
      printYear: 2026,
      issuedOn: '2026-11-22',
      validUntil: '2026-12-22',
      fromAddress: '辽源市龙山区南康街1号101室',
      toAddress: toChangchun.toAddress,
      otherAuthority: '春城派出所',
      reason: '务工',
      status: 'issued',
    });
    expect(note.details).toMatchObject({ persons: 1, papers: 1, toDivision: '220106', reason: 'work' });
  });

  it('replaces the head who leaves; who stays is counted from the new one, and the former place keeps its word', () => {
    const small = new SmallRegister();
    const head = { newHeadId: people.mother };
    small.do('move-out', { subject: households.family, memberIds: [people.father], ...toChangchun, ...head });
    expect(small.household(households.family).headPersonId).toBe(people.mother);
    expect(small.members(households.family)).toEqual(['周小妹 30', '周晓 20', '李梅 02'].sort());
    const [left] = small.register.list('membership', 'personId', people.father);
    expect(left?.data).toMatchObject({ relation: '02', untilOn: '2026-11-22' });
    expect(small.person(people.mother).spouseId).toBe(people.father);
  });

  it('closes the household when everybody leaves, with the head first on the one paper', () => {
    const small = new SmallRegister();
    const memberIds = [people.daughter, people.son, people.mother, people.father];
    small.do('move-out', { subject: households.family, memberIds, ...toChangchun });
    expect(small.household(households.family)).toMatchObject({ status: 'closed', closedOn: '2026-11-22' });
    expect(papersOf(small, people.father)).toEqual([['周建国 02', '李梅 12', '周晓 20', '周小妹 30']]);
  });

  it('puts a fifth person on a second paper, with relations to its first holder', () => {
    const small = new SmallRegister();
    small.addPerson(idOf(151), { name: '周幼', sex: '1', bornOn: '2014-01-01' });
    small.addMember(households.family, idOf(151), '20');
    small.addPerson(idOf(152), { name: '周末', sex: '2', bornOn: '2016-01-01' });
    small.addMember(households.family, idOf(152), '30');
    const memberIds = [people.father, people.mother, people.son, people.daughter, idOf(151), idOf(152)];
    small.do('move-out', { subject: households.family, memberIds, ...toChangchun });
    expect(papersOf(small, people.father)).toEqual([['周建国 02', '李梅 12', '周晓 20', '周小妹 30']]);
    expect(papersOf(small, idOf(152))).toEqual([['周幼 02', '周末 77']]);
  });

  it('makes the only one who stays head without being told so', () => {
    const small = new SmallRegister();
    small.do('move-out', { subject: people.keeper, memberIds: [people.keeper], ...toChangchun });
    expect(small.members(households.unit)).toEqual(['钱学 02']);
  });

  it('lets a student go to another province without a move-in permit', () => {
    const small = new SmallRegister();
    const asked = { subject: people.son, memberIds: [people.son], ...toFushun };
    expect(small.refusal('move-out', asked)).toBe('move-in-permit-needed');
    expect(small.refusal('move-out', { ...asked, permitNumber: '00012345' })).toBeNull();
    small.do('move-out', { subject: people.son, ...toFushun, isPermitFree: true });
    expect(small.person(people.son).status).toBe('moved-out');
    expect(small.person(people.mother).status).toBe('registered');
  });

  it.each([
    ['person-dead', { subject: people.dead, memberIds: [people.dead] }],
    ['person-not-registered', { subject: people.gone, memberIds: [people.gone] }],
    ['person-dead', { subject: households.family, memberIds: [people.dead] }],
    ['household-unknown', { subject: idOf(99), memberIds: [people.son] }],
    ['household-other-station', { subject: people.old, memberIds: [people.old] }],
    ['not-a-member', { subject: people.son, memberIds: [people.loner] }],
    ['head-needed', { subject: people.father, memberIds: [people.father] }],
    [
      'head-stays-needed',
      { subject: people.father, memberIds: [people.father, people.mother], newHeadId: people.mother },
    ],
    ['head-not-leaving', { subject: people.son, memberIds: [people.son], newHeadId: people.mother }],
    ['head-incapable', { subject: people.father, memberIds: [people.father, people.mother, people.son] }],
    ['division-unknown', { subject: people.son, memberIds: [people.son], toDivision: '229999' }],
    ['destination-inside-city', { subject: people.son, memberIds: [people.son], toDivision: '220421' }],
    ['person-unknown', { subject: households.family }],
    ['input-invalid', { subject: people.son, toAddress: '' }],
  ])('is refused with %s and changes nothing', (code, asked) => {
    const small = new SmallRegister();
    const before = small.register.export();
    expect(small.refusal('move-out', { ...toChangchun, ...asked })).toBe(code);
    expect(small.register.export()).toBe(before);
  });

  it('asks for a relation that the new head does not make certain', () => {
    const small = new SmallRegister();
    small.addPerson(idOf(151), { name: '周妻', sex: '2', bornOn: '2001-01-01', maritalStatus: '20' });
    small.addMember(households.family, idOf(151), '38');
    const asked = { subject: people.father, memberIds: [people.father], newHeadId: people.mother, ...toChangchun };
    expect(small.refusal('move-out', { ...asked, newHeadId: people.daughter, incapableHeadReason: '父母外出' })).toBe(
      'relation-needed',
    );
  });

  it('is refused without numbers of papers', () => {
    const small = new SmallRegister();
    small.numbers.paper = null;
    const asked = { subject: people.son, memberIds: [people.son], ...toChangchun };
    expect(small.refusal('move-out', asked)).toBe('numbers-exhausted');
  });
});
