import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Peer } from '../../registry/inquiries/peer-registries.ts';
import { type RunningRegistry, startRegistry } from '../../registry/server.ts';
import type { CaseInquiry } from '../../shared/contract/inquiry.ts';
import { RegistryIdentityAnswer } from '../../shared/contract/registry-published.ts';
import { type Desk, eventually, startTestRegistry, type TestCounter, testNow } from '../fixtures/counter.ts';
import { freePort, migrationPaper } from '../fixtures/inquiry-registry.ts';
import { draftPerson, familyDraft } from '../fixtures/people.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../fixtures/postgres.ts';
import { openReadyCounter } from '../fixtures/ready-counter.ts';
import { home, inSnapshotOrder } from '../fixtures/register-records.ts';
import { registryMigrations } from '../fixtures/registry-backends.ts';
import { enter } from '../fixtures/settling.ts';

const mover = draftPerson({ name: '周迁入', bornOn: '1991-05-06', sex: '1', hukouDivision: '220302' });
const holders = [{ personId: null, name: mover.name, citizenId: mover.citizenId, relation: '02' }];
const theirs = { stationCode: '220302010000', holders, validUntil: '2026-12-20' };
const papers = [
  migrationPaper({ ...theirs, number: '220302-2026-000001' }),
  migrationPaper({ ...theirs, number: '220302-2026-000002', status: 'void', endReason: '更正' }),
  migrationPaper({ ...theirs, number: '220302-2026-000003', status: 'used', endReason: '已落户' }),
  migrationPaper({ ...theirs, number: '220302-2026-000004', validUntil: '2026-11-22' }),
  migrationPaper({ ...theirs, number: '220302-2026-000005', holders: migrationPaper().holders }),
];

const asRecord = (data: (typeof papers)[number]) =>
  ({ kind: 'migration-paper', id: data.paperId, version: 1, data }) as const;

interface Place {
  readonly port: number;
  readonly dataDir: string | null;
  readonly databaseUrl: string | null;
}

/** The registry of 四平市, which remembers who it is: it can be away and come again. */
const startSiping = (place: Place, peers: readonly Peer[]) =>
  startRegistry({
    ...place,
    peers,
    migrations: registryMigrations,
    town: () => inSnapshotOrder([...home('220302010000', 1).records, ...papers.map(asRecord)]),
    now: () => new Date(testNow()),
  });

async function asPeer(prefix: string, url: string): Promise<Peer> {
  const identity = RegistryIdentityAnswer.parse(await (await fetch(`${url}/v1/identity`)).json());
  return { prefix, url, ...identity };
}

describe('a migration certificate of another city', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-siping-'));
  let postgres: PostgresServer | null = null;
  let place: Place;
  let siping: RunningRegistry | null = null;
  let own: RunningRegistry;
  let ownPeer: Peer;
  let counter: TestCounter;
  let clerk: Desk;

  beforeAll(async () => {
    postgres = hasPostgres ? await startPostgres() : null;
    const [databaseUrl = null, ownDatabaseUrl = null] = [
      await postgres?.makeDatabase(),
      await postgres?.makeDatabase(),
    ];
    place = { port: await freePort(), dataDir: postgres ? null : folder, databaseUrl };
    siping = await startSiping(place, []);
    const peers = [await asPeer('2203', siping.url)];
    await siping.stop();
    siping = null;
    own = await startTestRegistry(0, undefined, { peers, databaseUrl: ownDatabaseUrl });
    ownPeer = await asPeer('2204', own.url);
    ({ counter, clerk } = await openReadyCounter(own.url));
  }, 180_000);
  afterAll(async () => {
    await counter?.discard();
    await own?.stop();
    await siping?.stop();
    postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const asking = async (certificateNumber: string, hukouDivision = '220302'): Promise<string> => {
    const view = await enter(clerk, {
      ...familyDraft({ addressId: '', household: 'new' }),
      procedure: 'move.in',
      people: [{ ...mover, hukouDivision }],
      materials: [],
      fields: { certificateNumber, certificateOn: '2026-11-20' },
    });
    const { caseId } = view.row;
    await clerk.must('inquiry.ask', { caseId, ask: { kind: 'paper', paperKind: 'migration-certificate' } });
    return caseId;
  };
  const standing = async (caseId: string): Promise<CaseInquiry | undefined> => {
    await clerk.must('sync.now', {});
    return (await clerk.must('inquiry.list', { caseId }))[0];
  };
  const answered = async (caseId: string): Promise<CaseInquiry['answer']> => {
    await eventually('answered', async () => (await standing(caseId))?.state === 'answered', 30_000);
    return (await standing(caseId))?.answer ?? null;
  };

  it('is asked about again by itself while that city’s registry is silent, and the counter is told', async () => {
    const caseId = await asking('220302-2026-000001');
    await eventually('asked in vain', async () => (await standing(caseId))?.lastAskedAt !== null);
    expect(await standing(caseId)).toMatchObject({
      state: 'waiting',
      office: { zh: '吉林省四平市人口库' },
      lastAskedAt: expect.stringMatching(/Z$/),
      nextAskAt: expect.stringMatching(/Z$/),
    });
    expect(await clerk.must('inquiry.open', {})).toMatchObject([{ caseId, kind: 'paper', state: 'waiting' }]);

    siping = await startSiping(place, [ownPeer]);
    expect(await answered(caseId)).toEqual({
      kind: 'paper',
      state: 'valid',
      issuer: '220302010000',
      validUntil: '2026-12-20',
    });
    const { draft } = await clerk.must('case.get', { caseId });
    expect(draft.materials).toMatchObject([{ materialId: 'migration-certificate', state: 'verified' }]);
  }, 60_000);

  it('that is void, used, expired, other people’s or not known there is told apart, and proves nothing', async () => {
    const expected = [
      ['220302-2026-000002', 'voided'],
      ['220302-2026-000003', 'used'],
      ['220302-2026-000004', 'expired'],
      ['220302-2026-000005', 'other-holders'],
      ['220302-2026-000006', 'unknown'],
    ] as const;
    for (const [number, state] of expected) {
      const caseId = await asking(number);
      expect(await answered(caseId)).toMatchObject({ kind: 'paper', state });
      const { draft, assessment } = await clerk.must('case.get', { caseId });
      expect(draft.materials).toEqual([]);
      const isBlocked = assessment.problems.some(({ code }) => code === 'paper-not-valid');
      expect([state, isBlocked]).toEqual([state, state !== 'unknown']);
    }
  }, 60_000);

  it('of a city that is not connected is said to be so at once', async () => {
    expect(await answered(await asking('220102-2026-000001', '220102'))).toMatchObject({ state: 'not-connected' });
  }, 60_000);

  it('is told to registries that are known and to nobody else', async () => {
    const holders = 'a'.repeat(64);
    const path = `/v1/papers?kind=migration-certificate&printYear=2026&number=1&holders=${holders}`;
    expect((await fetch(`http://127.0.0.1:${place.port}${path}`)).status).toBe(401);
  });
});
