import { expect, it } from 'vitest';
import { DraftPerson } from '../../shared/contract/draft.ts';
import { approved, confirmed, memberOf, membersNow, townHousehold } from '../fixtures/carrying-out.ts';
import { draftPerson } from '../fixtures/people.ts';
import { emptyRoom } from '../fixtures/settling.ts';
import { twoCountersOfFile } from '../fixtures/two-counters.ts';

const both = twoCountersOfFile();

it('asks for a reason when the register warns of something between acceptance and registration, and keeps it in the history', async () => {
  const { one, two } = both;
  const place = await townHousehold(one.clerk, '010000039');
  const { householdId } = place.household;
  const mother = memberOf(place, '赵静');
  const unregistered = { citizenId: '', hukouDivision: '', hukouClass: '', hukouAddress: '' } as const;
  const birth = await approved(one, {
    procedure: 'birth.register',
    subject: { kind: 'household', id: householdId },
    people: [
      draftPerson({
        name: '赵新生',
        sex: '2',
        bornOn: '2026-11-01',
        maritalStatus: '10',
        relationToHead: '44',
        ...unregistered,
      }),
    ],
    fields: { motherId: mother },
    answers: { 'birth.parentsMarried': false, 'declared-by': 'mother' },
  });
  expect(birth.draft.reasons).toEqual({});

  const { person } = await two.clerk.must('person.get', { personId: mother, purpose: 'counter' });
  const { name, citizenId, sex, bornOn, ethnicity, maritalStatus } = person;
  const particulars = { name, citizenId, sex, bornOn, ethnicity, maritalStatus, personId: mother };
  await confirmed(two, {
    procedure: 'move.within',
    subject: { kind: 'person', id: mother },
    people: [DraftPerson.parse({ ...particulars, source: 'register', relationToHead: '02' })],
    target: { addressId: await emptyRoom(two.clerk), household: 'new', householdId: '' },
  });
  await one.clerk.must('sync.now', {});

  const { caseId } = birth.row;
  const before = await membersNow(one.clerk, householdId);
  expect(await one.clerk.call('case.register', { caseId })).toMatchObject({
    error: { code: 'REASON_REQUIRED', details: { warnings: [{ refusal: 'parents-elsewhere' }] } },
  });
  expect(await membersNow(one.clerk, householdId)).toEqual(before);

  const reasons = { 'parents-elsewhere': '母亲刚迁出，随外祖父落户' };
  expect((await one.clerk.must('case.register', { caseId, reasons })).row.state).toBe('provisional');
  const child = memberOf(await townHousehold(one.clerk, '010000039'), '赵新生');
  const [registered] = await one.clerk.must('history.get', { kind: 'person', id: child, purpose: 'counter' });
  expect(registered?.reasons).toEqual(['母亲刚迁出，随外祖父落户']);
});
