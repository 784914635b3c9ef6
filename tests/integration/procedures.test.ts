import { describe, expect, it } from 'vitest';
import type { DraftSubject } from '../../shared/contract/draft.ts';
import { carriedOut, entered, memberOf, membersNow, townHousehold } from '../fixtures/carrying-out.ts';
import { draftPerson } from '../fixtures/people.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';
import { blockers, emptyRoom } from '../fixtures/settling.ts';

const one = counterOfFile();

const person = (id: string): DraftSubject => ({ kind: 'person', id });
const household = (id: string): DraftSubject => ({ kind: 'household', id });
const home = (number: string) => townHousehold(one.clerk, number);
const read = async (personId: string) => (await one.clerk.must('person.get', { personId, purpose: 'counter' })).person;
const formsOf = (view: { documents: readonly { form: string; subject: string }[] }): string[] =>
  view.documents.map(({ form, subject }) => `${form} ${subject}`.trim());

describe('the catalogue', () => {
  it('offers every procedure in its order with what it asks for, and begins each of them', async () => {
    const entries = await one.clerk.must('policy.procedures', {});
    expect(entries).toHaveLength(60);
    const items = entries.map(({ catalogue }) => catalogue[0] ?? 'C99');
    expect(items).toEqual([...items].sort());
    for (const { procedure, page } of entries) {
      const view = await one.clerk.must('case.start', { procedure });
      expect([view.row.procedure, view.page]).toEqual([procedure, page]);
      const wrong = page.fields.filter(({ kind, options }) => kind === 'choice' && options.length === 0);
      expect(wrong).toEqual([]);
    }
  });

  it('knows neither a procedure nor a subject that is not there, nor one of the wrong kind', async () => {
    const place = await home('010000060');
    const { householdId } = place.household;
    expect(await one.clerk.refused('case.start', { procedure: 'death.undo' })).toBe('NOT_FOUND');
    const unknown = person('01890000-0000-7000-8000-000000000000');
    expect(await one.clerk.refused('case.start', { procedure: 'death.cancel', subject: unknown })).toBe('NOT_FOUND');
    const house = household(householdId);
    expect(await one.clerk.refused('case.start', { procedure: 'death.cancel', subject: house })).toBe('INPUT_INVALID');
  });

  it('fills in who the case is about from the register', async () => {
    const place = await home('010000060');
    const subject = person(memberOf(place, '吴淑琴'));
    const { draft, row } = await one.clerk.must('case.start', { procedure: 'item.other', subject });
    expect(row.applicantName).toBe('吴淑琴');
    expect(draft.people[0]).toMatchObject({ source: 'register', bornOn: '1956-01-06', hukouAddress: place.address });
    const ofHousehold = await one.clerk.must('case.start', {
      procedure: 'book.reissue',
      subject: household(place.household.householdId),
    });
    expect(ofHousehold.row.applicantName).toBe('李斌顺');
  });
});

describe('a death', () => {
  it('of a head leaves a widow who is head now, and their children are hers', async () => {
    const place = await home('010000018');
    const { householdId } = place.household;
    const closed = await carriedOut(one, {
      procedure: 'death.cancel',
      subject: person(memberOf(place, '高亮健')),
      fields: {
        endedOn: '2026-11-20',
        newHeadId: memberOf(place, '车丽'),
        relations: { [memberOf(place, '高辰浩')]: '20' },
      },
    });
    expect(closed.row.state).toBe('closed');
    expect(closed.row.applicantName).toBe('高亮健');
    expect(formsOf(closed)).toEqual([
      'acceptance-receipt',
      'household-book-first-page 车丽',
      'resident-card 车丽',
      'cancellation-certificate 高亮健',
    ]);
    expect(await membersNow(one.clerk, householdId)).toEqual(['车丽 02', '高辰浩 20']);
    expect(await read(memberOf(place, '高亮健'))).toMatchObject({ status: 'dead', endedOn: '2026-11-20' });
    expect((await read(memberOf(place, '车丽'))).maritalStatus).toBe('30');
  });
});

describe('a birth', () => {
  it('gives the child a number and a place beside the parents', async () => {
    const place = await home('010000008');
    const closed = await carriedOut(one, {
      procedure: 'birth.register',
      subject: household(place.household.householdId),
      people: [
        draftPerson({
          name: '于新生',
          sex: '1',
          bornOn: '2026-11-01',
          citizenId: '',
          maritalStatus: '10',
          hukouDivision: '',
          hukouClass: '',
          hukouAddress: '',
        }),
      ],
      fields: { motherId: memberOf(place, '谭月怡'), fatherId: memberOf(place, '于洋志') },
      answers: { 'birth.parentsMarried': true },
    });
    expect(formsOf(closed)).toContain('resident-card 于新生');
    const [child] = (await one.clerk.must('person.search', { text: '于新生', purpose: 'counter' })).rows;
    expect(child?.citizenId).toMatch(/^22040\d20261101\d{3}[\dX]$/);
    expect(child).toMatchObject({ householdId: place.household.householdId, relation: '20' });
  });
});

describe('a name', () => {
  it('is changed after the county agreed, and the old one stays known', async () => {
    const place = await home('010000038');
    const personId = memberOf(place, '宋彦翔');
    const closed = await carriedOut(one, {
      procedure: 'item.name',
      subject: person(personId),
      fields: { name: '宋彦飞' },
    });
    expect(closed.approvals.map(({ level }) => level)).toEqual(['station', 'county']);
    expect(await read(personId)).toMatchObject({ name: '宋彦飞', formerName: '宋彦翔' });
    expect(formsOf(closed)).toContain('resident-card 宋彦飞');
  });
});

describe('a look at the own history', () => {
  it('makes no event and is done with its last paper', async () => {
    const place = await home('010000048');
    const closed = await carriedOut(one, {
      procedure: 'person.history',
      subject: person(memberOf(place, '张铭鑫')),
      answers: { 'query.ownRecord': true },
    });
    expect(closed.row.state).toBe('closed');
    expect(closed.timeline.map(({ act }) => act)).toEqual([
      'started',
      'accepted',
      'approved',
      'registered',
      'printed',
      'printed',
      'closed',
    ]);
    expect(await one.clerk.must('sync.outbox', {})).toEqual([]);
  });
});

describe('a registration that ends', () => {
  it('abroad leaves an empty household closed, and is restored in a new one with the number they had', async () => {
    const place = await home('010000026');
    const personId = memberOf(place, '苏慧秀');
    const { citizenId } = await read(personId);
    await carriedOut(one, {
      procedure: 'settled-abroad.cancel',
      subject: person(personId),
      fields: { endedOn: '2026-10-01' },
    });
    expect(await read(personId)).toMatchObject({ status: 'cancelled', endReason: '出国（境）定居' });
    const { household: left } = await one.clerk.must('household.get', { householdId: place.household.householdId });
    expect(left.status).toBe('closed');

    const closed = await carriedOut(one, {
      procedure: 'person.restore',
      subject: person(personId),
      fields: { cause: 'returned' },
      target: { addressId: place.household.addressId, household: 'new', householdId: '' },
    });
    expect(formsOf(closed)).toEqual([
      'acceptance-receipt',
      'household-book-first-page 苏慧秀',
      'resident-card 苏慧秀',
      'resident-form 苏慧秀',
    ]);
    expect(await read(personId)).toMatchObject({ status: 'registered', endedOn: null, citizenId });
    expect(await home('010000026').catch(() => null)).toBeNull();
  });
});

describe('a certificate', () => {
  it('has a number, and kinds that identity papers prove are not offered', async () => {
    const place = await home('010000050');
    const fields = { kind: 'temporary-identity', body: '兹证明周玉江身份属实。', purpose: '乘坐火车', recipient: '' };
    const errand = { procedure: 'certificate.issue', subject: person(memberOf(place, '周玉江')) };
    expect((await carriedOut(one, { ...errand, fields })).row.state).toBe('closed');
    const view = await entered(one.clerk, { ...errand, fields: { ...fields, kind: 'marriage' } });
    expect(blockers(view)).toEqual(['fields.kind field-invalid']);
  });
});

describe('a birth date', () => {
  it('is corrected by the prefecture and gives a new number', async () => {
    const place = await home('010000011');
    const personId = memberOf(place, '迟长建');
    const before = await read(personId);
    const closed = await carriedOut(one, {
      procedure: 'item.birth-date',
      subject: person(personId),
      fields: { bornOn: '1977-02-22' },
      answers: { 'item.wrongEntry': true },
    });
    expect(closed.approvals.map(({ level }) => level)).toEqual(['station', 'county', 'prefecture']);
    const now = await read(personId);
    expect(now.bornOn).toBe('1977-02-22');
    expect(now.citizenId.slice(6, 14)).toBe('19770222');
    expect(now.citizenId).not.toBe(before.citizenId);
  });
});

describe('living elsewhere', () => {
  it('is noted on the card as another address', async () => {
    const place = await home('010000019');
    const personId = memberOf(place, '慕容国庆');
    await carriedOut(one, {
      procedure: 'address.apart',
      subject: person(personId),
      fields: { livesAt: '吉林省长春市练习路一号' },
      answers: { 'apart.livesElsewhere': true },
    });
    expect((await read(personId)).otherAddress).toBe('吉林省长春市练习路一号');
  });
});

describe('somebody who was never registered', () => {
  it('gets a number and a place after three levels agreed', async () => {
    const addressId = await emptyRoom(one.clerk);
    const closed = await carriedOut(one, {
      procedure: 'person.late-registration',
      people: [
        draftPerson({
          name: '补试登',
          sex: '2',
          bornOn: '2001-05-06',
          citizenId: '',
          maritalStatus: '10',
          hukouDivision: '',
          hukouClass: 'none',
          hukouAddress: '',
          relationToHead: '02',
        }),
      ],
      target: { addressId, household: 'new', householdId: '' },
    });
    expect(closed.approvals).toHaveLength(3);
    const [found] = (await one.clerk.must('person.search', { text: '补试登', purpose: 'counter' })).rows;
    expect(found).toMatchObject({ status: 'registered', relation: '02' });
    expect(found?.citizenId).toMatch(/20010506\d\d[02468][\dX]$/);
  });
});
