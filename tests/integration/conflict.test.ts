import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { eventually, startTestRegistry } from '../fixtures/counter.ts';
import { openReadyCounter, type ReadyCounter } from '../fixtures/ready-counter.ts';
import { approvedFamily } from '../fixtures/settling.ts';

let registry: RunningRegistry;
let one: ReadyCounter;
let two: ReadyCounter;

beforeAll(async () => {
  registry = await startTestRegistry();
  one = await openReadyCounter(registry.url);
  two = await openReadyCounter(registry.url);
}, 180_000);

afterAll(async () => {
  await one.counter.discard();
  await two.counter.discard();
  await registry.stop();
});

const stateOf = async ({ clerk }: ReadyCounter, caseId: string): Promise<string> =>
  (await clerk.must('case.get', { caseId })).row.state;

describe('one family settled at two windows while both were offline', () => {
  let first: string;
  let second: string;

  it('stands where it was confirmed first and goes to the conflict desk at the other', async () => {
    first = await approvedFamily(one.clerk, one.chief);
    second = await approvedFamily(two.clerk, two.chief);
    for (const { counter } of [one, two]) counter.station.setRegistryUrl('http://127.0.0.1:1');
    await one.clerk.must('case.register', { caseId: first });
    await two.clerk.must('case.register', { caseId: second });
    one.counter.station.setRegistryUrl(registry.url);
    await eventually('the first is confirmed', async () => (await stateOf(one, first)) === 'confirmed');
    two.counter.station.setRegistryUrl(registry.url);
    await eventually('the second is in conflict', async () => (await stateOf(two, second)) === 'conflict');
  });

  it('prints nothing final and keeps everything that was entered', async () => {
    const { documents, draft } = await two.clerk.must('case.get', { caseId: second });
    expect(
      documents.filter(({ form }) => form !== 'acceptance-receipt').every(({ state }) => state === 'waiting'),
    ).toBe(true);
    expect(draft.people.map(({ name }) => name)).toEqual(['周试一', '吴试二', '周试三']);
    expect(await two.clerk.must('sync.outbox', {})).toHaveLength(1);
  });

  it('is told at the desk by the rule and by who holds the people now; the earlier confirmed stands', async () => {
    await two.clerk.must('sync.now', {});
    const [row] = (await two.clerk.must('conflict.list', {})).rows;
    expect(row).toMatchObject({ because: 'person-elsewhere', caseId: second, eventKind: 'settlement.registered' });
    const eventId = row?.eventId ?? '';
    const { claimants, others } = await two.clerk.must('conflict.get', { eventId });
    expect(claimants.map(({ kind, subject }) => `${kind} ${subject}`).sort()).toEqual([
      'person 吴试二',
      'person 周试一',
      'person 周试三',
    ]);
    expect(others).toMatchObject([{ isOwnStation: true, isThisComputer: false, post: 'officer' }]);
    const { refusal } = await two.clerk.must('conflict.check', { eventId, decision: {} });
    expect(refusal).toMatchObject({ refusal: 'number-taken' });
  });

  it('takes the other side’s state when it is withdrawn, and every copy shows one family', async () => {
    await two.clerk.must('case.withdraw', { caseId: second, reason: '另一窗口已先办结' });
    expect(await stateOf(two, second)).toBe('withdrawn');
    await eventually('the withdrawal is told', async () => (await two.clerk.must('sync.outbox', {})).length === 0);
    await two.clerk.must('sync.now', {});
    const [here] = (await one.clerk.must('person.search', { text: '周试一', purpose: 'counter' })).rows;
    const { rows } = await two.clerk.must('person.search', { text: '周试一', purpose: 'counter' });
    expect(rows).toEqual([here]);
    expect(rows[0]?.isProvisional).toBe(false);
    const { timeline, documents } = await two.clerk.must('case.get', { caseId: second });
    const final = documents.filter(({ form }) => form !== 'acceptance-receipt');
    expect(final.map(({ state }) => state)).toEqual(final.map(() => 'void'));
    const documentId = final[0]?.documentId ?? '';
    expect(await two.clerk.refused('document.issue', { documentId })).toBe('DOCUMENT_VOID');
    expect(timeline.at(-1)).toMatchObject({ act: 'withdrawn', note: '另一窗口已先办结' });
  });
});
