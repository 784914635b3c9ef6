import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import type { CaseView } from '../../shared/contract/case.ts';
import { approved, carriedOut, entered, memberOf, townHousehold } from '../fixtures/carrying-out.ts';
import { startTestRegistry } from '../fixtures/counter.ts';
import { familyDraft } from '../fixtures/people.ts';
import { openReadyCounter, type ReadyCounter } from '../fixtures/ready-counter.ts';
import { emptyRoom, enter } from '../fixtures/settling.ts';

let registry: RunningRegistry;
let one: ReadyCounter;

beforeAll(async () => {
  registry = await startTestRegistry();
  one = await openReadyCounter(registry.url);
}, 180_000);
afterAll(async () => {
  await one.counter.discard();
  await registry.stop();
});

const again = ({ row: { caseId } }: CaseView) => one.clerk.must('case.beginAgain', { caseId });
const withdraw = ({ row: { caseId } }: CaseView) =>
  one.clerk.must('case.withdraw', { caseId, reason: '情况有变，改日再办' });

describe('a case that came to nothing', () => {
  it('is begun again with what was entered, and with people as the register has them now', async () => {
    const personId = memberOf(await townHousehold(one.clerk, '010000003'), '张万');
    const subject = { kind: 'person' as const, id: personId };
    const renamed = { procedure: 'item.name', subject, fields: { name: '张万里' } };
    const given = await withdraw(await approved(one, renamed));
    await carriedOut(one, { procedure: 'item.other', subject, fields: { phone: '13800000007' } });
    const begun = await again(given);
    expect(begun.row).toMatchObject({ state: 'draft', procedure: 'item.name', acceptanceNumber: null });
    expect(begun.row.caseId).not.toBe(given.row.caseId);
    expect(begun.draft).toMatchObject({ subject, fields: renamed.fields, materials: [], isVoluntary: false });
    expect(begun.draft.people[0]).toMatchObject({ personId, name: '张万', phone: '13800000007' });
    expect(begun.signature).toBeNull();
    expect((await one.clerk.must('case.get', { caseId: given.row.caseId })).row.state).toBe('withdrawn');
  });

  it('keeps every member of a family as typed, and lets go only of a household that is not there to join', async () => {
    const addressId = await emptyRoom(one.clerk);
    const draft = familyDraft({ addressId, household: 'join', householdId: uuidv7() });
    const { draft: brought } = await again(await withdraw(await enter(one.clerk, draft)));
    expect(brought.people).toEqual(draft.people);
    expect(brought.answers).toMatchObject(draft.answers);
    expect(brought.target).toEqual({ addressId, household: '', householdId: '' });
  });

  it('is also one that was not approved', async () => {
    const personId = memberOf(await townHousehold(one.clerk, '010000003'), '张子铭');
    const subject = { kind: 'person' as const, id: personId };
    const { row, revision } = await entered(one.clerk, { procedure: 'item.name', subject, fields: { name: '张试' } });
    await one.clerk.must('case.accept', { caseId: row.caseId, revision });
    const refused = await one.chief.must('case.refuse', { caseId: row.caseId, reason: '用字不规范' });
    expect(refused.actions.find(({ action }) => action === 'begin-again')?.isAllowed).toBe(true);
    expect((await again(refused)).draft.fields).toEqual({ name: '张试' });
  });
});

it('a case under way, or one that does not exist, is not begun again, and nothing is begun', async () => {
  const { row, actions } = await enter(one.clerk, familyDraft({ addressId: '', household: 'new' }));
  expect(actions.find(({ action }) => action === 'begin-again')?.isAllowed).toBe(false);
  const before = (await one.clerk.must('case.list', { queue: 'all' })).length;
  expect(await one.clerk.refused('case.beginAgain', { caseId: row.caseId })).toBe('CASE_STATE');
  expect(await one.clerk.refused('case.beginAgain', { caseId: uuidv7() })).toBe('NOT_FOUND');
  expect(await one.clerk.must('case.list', { queue: 'all' })).toHaveLength(before);
});
