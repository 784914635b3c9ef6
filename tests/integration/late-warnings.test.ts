import { expect, it } from 'vitest';
import { approved, confirmed, memberOf, membersNow, townHousehold } from '../fixtures/carrying-out.ts';
import { birthToDaughter, householdNumber, moveOfDaughter } from '../fixtures/grown-daughter.ts';
import { twoCountersOfFile } from '../fixtures/two-counters.ts';

const both = twoCountersOfFile();

it('asks for a reason when the register warns of something between acceptance and registration, and keeps it in the history', async () => {
  const { one, two } = both;
  const { householdId } = (await townHousehold(one.clerk, householdNumber)).household;
  const birth = await approved(one, await birthToDaughter(one.clerk));
  expect(birth.draft.reasons).toEqual({});
  await confirmed(two, await moveOfDaughter(two.clerk));
  await one.clerk.must('sync.now', {});

  const { caseId } = birth.row;
  const before = await membersNow(one.clerk, householdId);
  expect(await one.clerk.call('case.register', { caseId })).toMatchObject({
    error: { code: 'REASON_REQUIRED', details: { warnings: [{ refusal: 'parents-elsewhere' }] } },
  });
  expect(await membersNow(one.clerk, householdId)).toEqual(before);

  const reasons = { 'parents-elsewhere': '母亲刚迁出，随外祖父落户' };
  expect((await one.clerk.must('case.register', { caseId, reasons })).row.state).toBe('provisional');
  const child = memberOf(await townHousehold(one.clerk, householdNumber), '赵新生');
  const [registered] = await one.clerk.must('history.get', { kind: 'person', id: child, purpose: 'counter' });
  expect(registered?.reasons).toEqual(['母亲刚迁出，随外祖父落户']);
});
