import { cpSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExchangeIdentity } from '../../../registry/exchange/identity.ts';
import { renewIdentity } from '../../../registry/store/identity.ts';
import { identityOf } from '../../../shared/exchange/identity.ts';
import { makeKeysFile } from '../../../shared/exchange/keys-file.ts';
import { type Desk, TestCounter } from '../../fixtures/counter.ts';
import { openWithoutLine } from '../../fixtures/counter-without-line.ts';
import { newExchangeParty, sealedFile } from '../../fixtures/exchange.ts';
import { administratorOf, bring, bringAnswers, refusalOf, trust } from '../../fixtures/exchange-desk.ts';
import { registerFamily } from '../../fixtures/families.ts';
import { FileRegistry } from '../../fixtures/file-registry.ts';

let registry: FileRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;

beforeAll(async () => {
  ({ registry, counter, clerk, chief } = await openWithoutLine());
  await trust(counter, await registry.keys());
}, 60_000);
afterAll(async () => {
  await counter?.discard();
  await registry?.close();
});

const logIn = async () => {
  clerk = await counter.loggedIn('li');
  chief = await counter.loggedIn('suo');
};
const exported = async (desk = clerk): Promise<Uint8Array> => (await desk.must('exchange.export', {})).file;
const exchange = async () => bringAnswers(clerk, await registry.mustAnswer(await exported()));
const stateOf = async (caseId: string) => (await clerk.must('case.get', { caseId })).row.state;

/** Everything of the computer's disk as it is now; putting it back is what restoring a back-up does. */
async function backUp(): Promise<{ restore(): Promise<void> }> {
  const copy = `${counter.dataDir}-copy-${Date.now()}`;
  await counter.stop();
  cpSync(counter.dataDir, copy, { recursive: true });
  await counter.start(null);
  await logIn();
  return {
    restore: async () => {
      await counter.stop();
      rmSync(counter.dataDir, { recursive: true });
      cpSync(copy, counter.dataDir, { recursive: true });
      rmSync(copy, { recursive: true });
      await counter.start(null);
      await logIn();
    },
  };
}

describe('a computer that was put back to an old copy', () => {
  it('says which answer is missing, and takes the later one once that has come', async () => {
    const fresh = await backUp();
    const firstAnswer = await registry.mustAnswer(await exported());
    await bringAnswers(clerk, firstAnswer);
    await registerFamily(clerk, chief, 0);
    const secondAnswer = await registry.mustAnswer(await exported());
    await bringAnswers(clerk, secondAnswer);
    await fresh.restore();
    const refused = await bring(clerk, secondAnswer);
    expect(refused).toMatchObject({ ok: false, error: { code: 'EXCHANGE_GAP', details: { missing: 1 } } });
    expect((await clerk.must('sync.state', {})).copyAsOf).toBeNull();
    expect(await bringAnswers(clerk, firstAnswer)).toMatchObject({ isFilled: true });
    expect(await bringAnswers(clerk, secondAnswer)).toMatchObject({ problem: null });
    expect((await clerk.must('sync.state', {})).copyAsOf).not.toBeNull();
  }, 90_000);

  it('gets back through files what its file lost, and what it registered since comes behind it', async () => {
    await exchange();
    expect((await exchange()).leases).toBe(3);
    const old = await backUp();
    const lost = await registerFamily(clerk, chief, 1);
    await exchange();
    expect(['confirmed', 'closed']).toContain(await stateOf(lost));
    await old.restore();
    const since = await registerFamily(clerk, chief, 2);
    expect(await exchange()).toMatchObject({ confirmed: 0, undecided: 1 });
    const { recovery, outboxCount } = await clerk.must('sync.state', {});
    expect(recovery).toMatchObject({ recovered: 1, renumbered: 1 });
    expect(outboxCount).toBe(1);
    // The old copy gave the same 户号 once more, which the registry can not take: that is for the conflict desk.
    expect(await exchange()).toMatchObject({ confirmed: 0, refused: 1, undecided: 0 });
    expect(await stateOf(since)).toBe('conflict');
  }, 90_000);
});

describe('a registration that the registry does not take', () => {
  it('comes to the conflict desk by file as it does by wire', async () => {
    const neighbour = await TestCounter.open(null);
    await trust(neighbour, await registry.keys());
    const [otherClerk, otherChief] = [await neighbour.loggedIn('li'), await neighbour.loggedIn('suo')];
    await bringAnswers(otherClerk, await registry.mustAnswer(await exported(otherClerk)));
    const theirs = await registerFamily(otherClerk, otherChief, 3);
    const ours = await registerFamily(clerk, chief, 3);
    await exchange();
    expect(['confirmed', 'closed']).toContain(await stateOf(ours));
    const taken = await bringAnswers(otherClerk, await registry.mustAnswer(await exported(otherClerk)));
    expect(taken).toMatchObject({ confirmed: 0, refused: 1 });
    expect((await otherClerk.must('case.get', { caseId: theirs })).row.state).toBe('conflict');
    expect((await otherClerk.must('conflict.list', {})).rows).toHaveLength(1);
    await neighbour.discard();
  }, 90_000);

  it('is not sent by a stranger: a computer that is not enrolled and brings a wrong code is told so', async () => {
    const strict = await FileRegistry.open({ enrolCode: 'ANOTHER-CODE' });
    const stranger = await TestCounter.open(null);
    await trust(stranger, await strict.keys());
    const desk = await stranger.loggedIn('li');
    const refused = await bring(desk, await strict.mustAnswer(await exported(desk)));
    expect(refused).toMatchObject({ error: { code: 'EXCHANGE_REFUSED', details: { reason: 'ENROL_CODE_INVALID' } } });
    expect((await desk.must('sync.state', {})).leases.every(({ left }) => left === 0)).toBe(true);
    await Promise.all([stranger.discard(), strict.close()]);
  }, 60_000);
});

describe('a registry that takes another key', () => {
  it('is believed only with the word of its old key', async () => {
    const before = await openExchangeIdentity(registry.database);
    const oldFile = await exported();
    const renewed = await identityOf(before.party, await renewIdentity(registry.database));
    expect((await registry.answer(oldFile)).done).toMatchObject({ error: { code: 'EXCHANGE_WRONG_KEY' } });
    const at = '2026-11-24T00:00:00.000Z';
    const admin = await administratorOf(counter);
    const alone = JSON.stringify(await makeKeysFile(renewed, at));
    expect(await admin.must('exchange.readKeys', { text: alone })).toMatchObject({ change: 'refused' });
    const { fingerprint } = await admin.must('exchange.readKeys', { text: alone });
    expect(await admin.refused('exchange.trust', { text: alone, fingerprint })).toBe('EXCHANGE_KEYS_REFUSED');
    const vouched = JSON.stringify(await makeKeysFile(renewed, at, before.signKey));
    expect(await admin.must('exchange.readKeys', { text: vouched })).toMatchObject({ change: 'vouched' });
    await admin.must('exchange.trust', { text: vouched, fingerprint });
    expect(await exchange()).toMatchObject({ problem: null });
  }, 60_000);

  it('has a file refused that another registry wrote for this very computer', async () => {
    const { party } = await counter.station.exchanges.identity();
    const stranger = await newExchangeParty('registry');
    expect(await refusalOf(clerk, await sealedFile(stranger, party, 'answers', []))).toBe('EXCHANGE_OTHER_SENDER');
  });
});
