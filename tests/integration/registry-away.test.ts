import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { type Desk, eventually, startTestRegistry, type TestCounter } from '../fixtures/counter.ts';
import { openReadyCounter } from '../fixtures/ready-counter.ts';
import { approvedFamily } from '../fixtures/settling.ts';

let registry: RunningRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;

beforeEach(async () => {
  registry = await startTestRegistry();
  ({ counter, clerk, chief } = await openReadyCounter(registry.url));
}, 60_000);

afterEach(async () => {
  await counter.discard();
  await registry.stop();
});

const stateOf = async (caseId: string): Promise<string> => (await clerk.must('case.get', { caseId })).row.state;
const papersOf = async (caseId: string): Promise<string[]> =>
  (await clerk.must('case.get', { caseId })).documents
    .filter(({ form }) => form !== 'acceptance-receipt')
    .map(({ state }) => state);

describe('with the registry away', () => {
  it('registers provisionally, holds the final papers back, and confirms by itself when the registry is there again', async () => {
    const caseId = await approvedFamily(clerk, chief);
    const { port } = registry;
    counter.station.setRegistryUrl('http://127.0.0.1:1');
    await clerk.must('case.register', { caseId });
    expect(await stateOf(caseId)).toBe('provisional');
    // First page of the book, and card and form of each of the three.
    expect(await papersOf(caseId)).toEqual(Array(7).fill('waiting'));
    const [first] = (await clerk.must('case.get', { caseId })).documents.filter(({ state }) => state === 'waiting');
    expect(await clerk.refused('document.issue', { documentId: first?.documentId ?? '' })).toBe('DOCUMENT_WAITS');
    await eventually(
      'the outbox says why',
      async () => (await clerk.must('sync.outbox', {}))[0]?.cause === 'REGISTRY_OFFLINE',
    );

    counter.station.setRegistryUrl(`http://127.0.0.1:${port}`);
    await clerk.must('sync.now', {});
    await eventually('confirmed', async () => (await stateOf(caseId)) === 'confirmed');
    expect(await papersOf(caseId)).toEqual(Array(7).fill('ready'));
    expect(await clerk.must('sync.outbox', {})).toEqual([]);
  });

  it('keeps what was registered over a restart and still sends it once', async () => {
    const caseId = await approvedFamily(clerk, chief);
    counter.station.setRegistryUrl('http://127.0.0.1:1');
    await clerk.must('case.register', { caseId });
    await counter.stop();
    await counter.start(registry.url);
    clerk = await counter.loggedIn('li');
    await eventually('confirmed', async () => (await stateOf(caseId)) === 'confirmed');
    const { rows } = await clerk.must('person.search', { text: '周试一', purpose: 'counter' });
    expect(rows).toHaveLength(1);
  });

  it('lets a chief release the papers with a reason, and nobody else', async () => {
    const caseId = await approvedFamily(clerk, chief);
    counter.station.setRegistryUrl('http://127.0.0.1:1');
    await clerk.must('case.register', { caseId });
    expect(await clerk.refused('case.release', { caseId, reason: '急用' })).toBe('ROLE_REFUSED');
    const view = await chief.must('case.release', { caseId, reason: '孩子明日入学，所长批准' });
    expect(view.documents.every(({ state }) => state === 'ready')).toBe(true);
    expect(view.timeline.at(-1)).toMatchObject({ act: 'released', note: '孩子明日入学，所长批准' });
  });
});
