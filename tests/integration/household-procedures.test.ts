import { describe, expect, it } from 'vitest';
import { DraftPerson, type DraftSubject } from '../../shared/contract/draft.ts';
import { approved, carriedOut, entered, memberOf, membersNow, townHousehold } from '../fixtures/carrying-out.ts';
import { draftPerson } from '../fixtures/people.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';
import { blockers, emptyRoom } from '../fixtures/settling.ts';

const one = counterOfFile();

const person = (id: string): DraftSubject => ({ kind: 'person', id });
const household = (id: string): DraftSubject => ({ kind: 'household', id });
const home = (number: string) => townHousehold(one.clerk, number);
const read = async (personId: string) => (await one.clerk.must('person.get', { personId, purpose: 'counter' })).person;
const formsOf = (view: { documents: readonly { form: string; subject: string }[] }): string[] =>
  view.documents
    .map(({ form, subject }) => `${form} ${subject}`.trim())
    .filter((form) => form !== 'acceptance-receipt');

/** Somebody of the register as picked on the people page. */
async function picked(personId: string, relationToHead: string): Promise<DraftPerson> {
  const { name, citizenId, sex, bornOn, ethnicity, maritalStatus } = await read(personId);
  const particulars = { name, citizenId, sex, bornOn, ethnicity, maritalStatus };
  return DraftPerson.parse({ ...particulars, personId, source: 'register', relationToHead });
}

/** The household the person is in now. */
async function placeOf(personId: string): Promise<string> {
  const { household: place } = await one.clerk.must('person.get', { personId, purpose: 'counter' });
  return place?.household.householdId ?? '';
}

describe('a household', () => {
  it('has another head, and everybody’s relation is counted from them', async () => {
    const place = await home('010000003');
    const { householdId } = place.household;
    const closed = await carriedOut(one, {
      procedure: 'household.change-head',
      subject: household(householdId),
      fields: { newHeadId: memberOf(place, '任玉美'), relations: { [memberOf(place, '张子铭')]: '20' } },
    });
    expect(closed.row.applicantName).toBe('张万');
    expect(await membersNow(one.clerk, householdId)).toEqual(['任玉美 02', '张万 11', '张子铭 20']);
    expect(formsOf(closed)).toEqual(['household-book-first-page 任玉美', 'resident-card 张万', 'resident-card 任玉美']);
  });

  it('is split at its address, and merged again', async () => {
    const place = await home('010000015');
    const { householdId } = place.household;
    const daughter = memberOf(place, '董蓓');
    const split = await carriedOut(one, {
      procedure: 'household.split',
      subject: household(householdId),
      fields: { memberIds: [daughter], splitHeadId: daughter },
    });
    expect(formsOf(split)).toEqual(['household-book-first-page 董蓓', 'resident-card 董蓓']);
    expect(await membersNow(one.clerk, householdId)).toEqual(['董庆财 02', '张静静 12']);
    const own = await placeOf(daughter);
    expect(await membersNow(one.clerk, own)).toEqual(['董蓓 02']);

    await carriedOut(one, {
      procedure: 'household.merge',
      subject: household(own),
      fields: { intoHouseholdId: householdId, relations: { [daughter]: '30' } },
      answers: { 'household.nearRelatives': true, 'household.sameAddress': true },
    });
    expect(await membersNow(one.clerk, householdId)).toEqual(['董庆财 02', '张静静 12', '董蓓 30']);
    expect((await one.clerk.must('household.get', { householdId: own })).household.status).toBe('closed');
  });

  it('of one can not be split: the sentence is the register’s, and nothing is changed', async () => {
    const place = await home('010000016');
    const only = memberOf(place, '吴淑');
    const view = await entered(one.clerk, {
      procedure: 'household.split',
      subject: household(place.household.householdId),
      fields: { memberIds: [only], splitHeadId: only },
    });
    const answer = await one.clerk.call('case.accept', { caseId: view.row.caseId, revision: view.revision });
    expect(answer).toMatchObject({ error: { code: 'CHANGE_REFUSED', details: { refusal: 'household-of-one' } } });
    expect(await membersNow(one.clerk, place.household.householdId)).toEqual(['吴淑 02']);
  });

  it('gets its book again, with every card in it', async () => {
    const place = await home('010000055');
    const closed = await carriedOut(one, {
      procedure: 'book.reissue',
      subject: household(place.household.householdId),
      fields: { cause: 'lost' },
    });
    expect(formsOf(closed)).toEqual([
      'household-book-first-page 宋国金',
      'resident-card 宋国金',
      'resident-card 刘秀珍',
      'resident-card 宋毅子',
    ]);
  });
});

describe('a unit', () => {
  it('gets its collective household with the keeper as its head', async () => {
    const place = await home('010000043');
    const daughter = memberOf(place, '车敏婷');
    const addressId = await emptyRoom(one.clerk);
    const closed = await carriedOut(one, {
      procedure: 'household.create-collective',
      subject: { kind: 'address', id: addressId },
      people: [await picked(daughter, '02')],
      target: { addressId, household: 'new', householdId: '' },
      fields: { kind: 'collective', unitName: '练习学校' },
      answers: { 'household.unitKeeper': true },
    });
    expect(closed.row.state).toBe('closed');
    const { household: opened } = await one.clerk.must('household.get', { householdId: await placeOf(daughter) });
    expect(opened).toMatchObject({ kind: 'collective', unitName: '练习学校', headPersonId: daughter });
  });
});

describe('a move', () => {
  it('out of the city ends the registration of those who go', async () => {
    const place = await home('010000024');
    const son = memberOf(place, '张磊');
    const closed = await carriedOut(one, {
      procedure: 'move.out',
      subject: person(son),
      fields: { memberIds: [son], toDivision: '220104', toAddress: '吉林省长春市朝阳区练习路一号', reason: 'work' },
    });
    expect(closed.row.state).toBe('closed');
    expect(await read(son)).toMatchObject({ status: 'moved-out', hukouDivision: '220104' });
    expect(await membersNow(one.clerk, place.household.householdId)).toEqual(['孙兰莲 02', '张永武 11']);
  });

  it('out of the city is none for whoever died', async () => {
    const place = await home('010000020');
    const personId = memberOf(place, '王忠有');
    await carriedOut(one, { procedure: 'death.cancel', subject: person(personId), fields: { endedOn: '2026-11-20' } });
    const view = await entered(one.clerk, {
      procedure: 'move.out',
      subject: person(personId),
      fields: {
        memberIds: [personId],
        toDivision: '220104',
        toAddress: '吉林省长春市朝阳区练习路一号',
        reason: 'work',
      },
    });
    expect(await one.clerk.refused('case.accept', { caseId: view.row.caseId, revision: view.revision })).toBe(
      'CHANGE_REFUSED',
    );
    expect((await read(personId)).status).toBe('dead');
  });

  it('inside the city takes a grown child to a home of their own', async () => {
    const place = await home('010000039');
    const daughter = memberOf(place, '赵静');
    const closed = await carriedOut(one, {
      procedure: 'move.within',
      subject: person(daughter),
      people: [await picked(daughter, '02')],
      target: { addressId: await emptyRoom(one.clerk), household: 'new', householdId: '' },
    });
    expect(formsOf(closed)).toEqual([
      'household-book-first-page 赵静',
      'resident-card 赵静',
      'address-change-page 赵静',
    ]);
    expect(await membersNow(one.clerk, place.household.householdId)).toEqual(['徐梅静 02', '赵和富 11']);
    expect(await membersNow(one.clerk, await placeOf(daughter))).toEqual(['赵静 02']);
  });

  it('into the city with migration papers is no settlement: no wish of their own is asked for, and no report counts it', async () => {
    const mover = draftPerson({ name: '冯试迁', sex: '2', bornOn: '1990-10-11', relationToHead: '02' });
    const closed = await carriedOut(one, {
      procedure: 'move.in',
      people: [mover],
      target: { addressId: await emptyRoom(one.clerk), household: 'new', householdId: '' },
      fields: { certificateNumber: '吉迁00001', certificateOn: '2026-11-10' },
      answers: { 'papers.migrationIssued': '2026-11-10' },
    });
    expect(formsOf(closed)).toEqual([
      'household-book-first-page 冯试迁',
      'resident-card 冯试迁',
      'resident-form 冯试迁',
    ]);
    const report = await one.chief.must('report.settlement', { from: '2026-11-01', until: '2026-11-30' });
    expect(report.cases).toBe(0);
  });
});

describe('somebody in a running case', () => {
  it('enters no other one, neither as its subject nor as a chosen member', async () => {
    const place = await home('010000031');
    const father = memberOf(place, '陈树有');
    const fields = { endedOn: '2026-11-20' };
    const running = await approved(one, { procedure: 'death.cancel', subject: person(father), fields });
    const apart = await entered(one.clerk, {
      procedure: 'item.name',
      subject: person(father),
      fields: { name: '陈树友' },
    });
    expect(blockers(apart)).toContain('subject person-in-other-case');
    const { caseId } = apart.row;
    const answer = await one.clerk.call('case.accept', { caseId, revision: apart.revision });
    expect(answer).toMatchObject({
      error: { code: 'PERSON_IN_OTHER_CASE', details: { name: '陈树有', number: running.row.acceptanceNumber } },
    });
    const head = await entered(one.clerk, {
      procedure: 'household.change-head',
      subject: household(place.household.householdId),
      fields: { newHeadId: father },
    });
    expect(blockers(head)).toContain('fields.newHeadId person-in-other-case');
    await one.clerk.must('case.withdraw', { caseId: running.row.caseId, reason: '申报人撤回' });
    expect(blockers(await one.clerk.must('case.get', { caseId }))).toEqual([]);
  });
});

describe('what changed since the approval', () => {
  it('refuses the registration with its sentence and leaves everything as it was', async () => {
    const place = await home('010000026');
    const mother = memberOf(place, '苏慧秀');
    const unregistered = { citizenId: '', hukouDivision: '', hukouClass: '', hukouAddress: '' } as const;
    const birth = await approved(one, {
      procedure: 'birth.register',
      subject: household(place.household.householdId),
      people: [draftPerson({ name: '苏新生', sex: '2', bornOn: '2026-11-01', maritalStatus: '10', ...unregistered })],
      fields: { motherId: mother },
      answers: { 'birth.parentsMarried': false, 'declared-by': 'mother' },
    });
    await carriedOut(one, { procedure: 'settled-abroad.cancel', subject: person(mother) });
    const { caseId } = birth.row;
    const answer = await one.clerk.call('case.register', { caseId });
    expect(answer).toMatchObject({ error: { code: 'CHANGE_REFUSED', details: { refusal: 'household-closed' } } });
    const after = await one.clerk.must('case.get', { caseId });
    expect([after.row.state, formsOf(after)]).toEqual(['approved', []]);
    expect((await one.clerk.must('person.search', { text: '苏新生', purpose: 'counter' })).rows).toEqual([]);
  });
});
