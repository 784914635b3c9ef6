import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, eventually, TestCounter } from '../../fixtures/counter.ts';
import { openWithoutLine } from '../../fixtures/counter-without-line.ts';
import { bring, bringAnswers, trust } from '../../fixtures/exchange-desk.ts';
import { registerFamily } from '../../fixtures/families.ts';
import type { FileRegistry } from '../../fixtures/file-registry.ts';

let registry: FileRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;

beforeAll(async () => {
  ({ registry, counter, clerk, chief } = await openWithoutLine());
  await trust(counter, await registry.keys());
  await bringAnswers(clerk, await registry.mustAnswer(await exported()));
}, 60_000);
afterAll(async () => {
  await counter?.discard();
  await registry?.close();
});

const exported = async (): Promise<Uint8Array> => (await clerk.must('exchange.export', {})).file;
const isConfirmed = async (caseId: string) =>
  ['confirmed', 'closed'].includes((await clerk.must('case.get', { caseId })).row.state);
/** What the registry keeps: how many events, and how often each was told in the feed. */
const kept = async () => {
  const [row] = await registry.database.query<{ events: number; told: number }>(
    'SELECT (SELECT count(*) FROM events)::float8 AS events, (SELECT count(DISTINCT seq) FROM feed)::float8 AS told',
  );
  return row;
};

describe('files that cross each other', () => {
  it('confirm everything once when the later answer comes first', async () => {
    const one = await registerFamily(clerk, chief, 0);
    const first = await exported();
    const two = await registerFamily(clerk, chief, 1);
    const second = await exported();
    const secondAnswer = await registry.mustAnswer(second);
    const firstAnswer = await registry.mustAnswer(first);
    expect(await bringAnswers(clerk, secondAnswer)).toMatchObject({ confirmed: 2, problem: null });
    const asOf = (await clerk.must('sync.state', {})).copyAsOf;
    expect(await bringAnswers(clerk, firstAnswer)).toMatchObject({ confirmed: 0, refused: 0 });
    expect(await Promise.all([one, two].map(isConfirmed))).toEqual([true, true]);
    expect(((await clerk.must('sync.state', {})).copyAsOf ?? '') >= (asOf ?? '')).toBe(true);
    expect(await kept()).toEqual({ events: 2, told: 2 });
  }, 60_000);

  it('do no harm when the line is there in between: half by wire, half by file', async () => {
    const byBoth = await registerFamily(clerk, chief, 2);
    const file = await exported();
    const line = await registry.listen();
    counter.station.setRegistryUrl(line.url);
    await eventually('sent by wire', () => isConfirmed(byBoth));
    const online = await registerFamily(clerk, chief, 3);
    await eventually('sent by wire as well', () => isConfirmed(online));
    const answer = await registry.mustAnswer(file);
    expect(await bringAnswers(clerk, answer)).toMatchObject({ confirmed: 0, refused: 0, undecided: 0 });
    await line.stop();
    const offline = await registerFamily(clerk, chief, 4);
    expect(await isConfirmed(offline)).toBe(false);
    expect(await bringAnswers(clerk, await registry.mustAnswer(await exported()))).toMatchObject({ confirmed: 1 });
    expect(await kept()).toEqual({ events: 5, told: 5 });
    expect((await clerk.must('sync.state', {})).outboxCount).toBe(0);
    expect((await clerk.must('sync.state', {})).recovery).toBeNull();
  }, 90_000);
});

describe('a registry that was put back to an old copy', () => {
  it('decides nothing by file, and the station says so and keeps what it has', async () => {
    const setHead = (seq: number) => registry.database.query('UPDATE feed_head SET last_seq = $1', [seq]);
    const before = await clerk.must('sync.state', {});
    await setHead(2);
    const { done, file } = await registry.answer(await exported());
    expect(done).toMatchObject({ ok: true, value: { events: { confirmed: 0 }, pages: 0, leases: 0 } });
    await setHead(5);
    expect(await bring(clerk, file)).toMatchObject({ ok: false, error: { code: 'REGISTRY_BEHIND' } });
    expect((await clerk.must('sync.state', {})).copyAsOf).toBe(before.copyAsOf);
    expect(await bringAnswers(clerk, await registry.mustAnswer(await exported()))).toMatchObject({ problem: null });
  }, 60_000);
});

describe('a file that is being taken', () => {
  it('is broken off when asked, and goes on when it is brought again', async () => {
    const neighbour = await TestCounter.open(null);
    const desk = await neighbour.loggedIn('li');
    await trust(neighbour, await registry.keys());
    const answer = await registry.mustAnswer((await desk.must('exchange.export', {})).file);
    const taking = bring(desk, answer);
    await eventually('begun', async () => {
      await desk.must('exchange.stop', {});
      return (await Promise.race([taking, Promise.resolve(null)])) !== null;
    });
    expect(await taking).toMatchObject({ ok: false, error: { code: 'EXCHANGE_STOPPED' } });
    expect((await desk.must('sync.state', {})).copyAsOf).toBeNull();
    expect(await bringAnswers(desk, answer)).toMatchObject({ isFilled: true });
    await neighbour.discard();
  }, 60_000);
});
