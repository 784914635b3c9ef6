import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, TestCounter } from '../../fixtures/counter.ts';
import { openWithoutLine } from '../../fixtures/counter-without-line.ts';
import { administratorOf, bringAnswers, refusalOf, trust } from '../../fixtures/exchange-desk.ts';
import { FileRegistry } from '../../fixtures/file-registry.ts';
import { approvedFamily, isReady } from '../../fixtures/settling.ts';

let registry: FileRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;

beforeAll(async () => {
  ({ registry, counter, clerk, chief } = await openWithoutLine());
}, 60_000);
afterAll(async () => {
  await counter?.discard();
  await registry?.close();
});

const exported = async (): Promise<Uint8Array> => (await clerk.must('exchange.export', {})).file;
const stateOf = async (caseId: string) => (await clerk.must('case.get', { caseId })).row.state;

describe('a station that was never on a line', () => {
  let first: Uint8Array;
  let firstAnswer: Uint8Array;
  let caseId: string;

  it('says that the keys of the registry have to be brought first', async () => {
    expect(await clerk.refused('exchange.export', {})).toBe('EXCHANGE_NO_KEYS');
    expect((await clerk.must('exchange.state', {})).trusted).toEqual([]);
  });

  it('trusts the registry when the system administrator compared the fingerprint, and no other', async () => {
    const text = await registry.keys();
    expect(await clerk.refused('exchange.trust', { text, fingerprint: '' })).toBe('ROLE_REFUSED');
    const admin = await administratorOf(counter);
    const read = await admin.must('exchange.readKeys', { text });
    expect(read).toMatchObject({ role: 'registry', change: 'new' });
    expect(read.fingerprint).toMatch(/^(\d{4} ){9}\d{4}$/);
    expect(await admin.refused('exchange.trust', { text, fingerprint: '0000' })).toBe('EXCHANGE_KEYS_REFUSED');
    await trust(counter, text);
    const other = await FileRegistry.open();
    const otherKeys = await other.keys();
    expect(await admin.must('exchange.readKeys', { text: otherKeys })).toMatchObject({ change: 'refused' });
    await other.close();
  });

  it('enrols, gets its copy and its numbers by one file out and one file in', async () => {
    first = await exported();
    const { done, file } = await registry.answer(first);
    expect(done).toMatchObject({
      ok: true,
      value: { station: '220403010000', sequence: 1, enrolled: true, leases: 3 },
    });
    firstAnswer = file;
    expect(await bringAnswers(clerk, firstAnswer)).toMatchObject({ isFilled: true, leases: 3, problem: null });
    expect(await isReady(clerk)).toBe(true);
    const found = await clerk
      .must('person.searchBy', { criteria: { name: '王' }, purpose: 'counter' })
      .catch(() => null);
    expect(found === null || found.rows.length >= 0).toBe(true);
  }, 60_000);

  it('registers, and has it confirmed by the next pair of files', async () => {
    caseId = await approvedFamily(clerk, chief);
    await clerk.must('case.register', { caseId });
    expect(await stateOf(caseId)).toBe('provisional');
    const { waiting, nextFileName } = await clerk.must('exchange.state', {});
    expect(waiting.count).toBe(1);
    expect(waiting.since).toMatch(/^2026-11-23T/);
    expect(nextFileName).toMatch(/^220403010000-[0-9a-f]{6}-0002\.luohu-exchange$/);
    const taken = await bringAnswers(clerk, await registry.mustAnswer(await exported()));
    expect(taken).toMatchObject({ sequence: 2, confirmed: 1, refused: 0, undecided: 0, isFilled: false });
    expect(['confirmed', 'closed']).toContain(await stateOf(caseId));
    expect((await clerk.must('sync.state', {})).outboxCount).toBe(0);
  }, 60_000);

  it('is not harmed by files that come again or late, on either side', async () => {
    const before = await clerk.must('sync.state', {});
    expect(await bringAnswers(clerk, firstAnswer)).toMatchObject({ confirmed: 0, leases: 0, isFilled: false });
    expect(await bringAnswers(clerk, await registry.mustAnswer(first))).toMatchObject({ leases: 0, isFilled: false });
    const after = await clerk.must('sync.state', {});
    expect(after.leases).toEqual(before.leases);
    expect(after.copyAsOf).toBe(before.copyAsOf);
    const { files } = await clerk.must('exchange.state', {});
    expect(files.map(({ direction, sequence }) => `${direction} ${sequence}`).sort()).toEqual(
      ['in 1', 'in 1', 'in 2', 'out 1', 'out 2'].sort(),
    );
  }, 60_000);

  it('tells an altered, a cut and a foreign file apart, and nothing changes', async () => {
    const answer = await registry.mustAnswer(await exported());
    const altered = Buffer.from(answer);
    const at = Math.floor(altered.byteLength / 2);
    altered[at] = (altered[at] ?? 0) ^ 1;
    const before = await clerk.must('sync.state', {});
    expect(await refusalOf(clerk, altered)).toBe('EXCHANGE_ALTERED');
    expect(await refusalOf(clerk, answer.subarray(0, answer.byteLength - 3))).toBe('EXCHANGE_CUT');
    expect(await refusalOf(clerk, Buffer.from('家庭照片'))).toBe('EXCHANGE_NOT_A_FILE');
    const neighbour = await TestCounter.open(null);
    await trust(neighbour, await registry.keys());
    expect(await refusalOf(await neighbour.loggedIn('li'), answer)).toBe('EXCHANGE_OTHER_RECIPIENT');
    await neighbour.discard();
    expect({ ...(await clerk.must('sync.state', {})), lastTryAt: null }).toEqual({ ...before, lastTryAt: null });
    expect(await refusalOf(await counter.loggedIn('zhao'), answer)).toBe('ROLE_REFUSED');
    expect(await bringAnswers(clerk, answer)).toMatchObject({ confirmed: 0 });
  }, 60_000);

  it('is refused by another registry, and refuses what another registry wrote', async () => {
    const other = await FileRegistry.open();
    expect((await other.answer(await exported())).done).toMatchObject({ error: { code: 'EXCHANGE_OTHER_RECIPIENT' } });
    await other.close();
  }, 60_000);
});
