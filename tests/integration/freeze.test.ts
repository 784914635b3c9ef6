import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import type { FreezeRule } from '../../shared/domain/freeze-rules.ts';
import { type Desk, startTestRegistry, type TestCounter } from '../fixtures/counter.ts';
import { openReadyCounter } from '../fixtures/ready-counter.ts';
import { approvedFamily } from '../fixtures/settling.ts';

const dayMs = 86_400_000;
const nowhere = 'http://127.0.0.1:1';
let registry: RunningRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;
let caseId: string;

beforeEach(async () => {
  registry = await startTestRegistry();
  ({ counter, clerk, chief } = await openReadyCounter(registry.url));
  caseId = await approvedFamily(clerk, chief);
}, 60_000);
afterEach(async () => {
  await counter.discard();
  await registry.stop();
});

/** So many days later, with nobody having reached the registry; everybody logs in anew. */
const later = async (days: number) => {
  counter.wait(days * dayMs);
  [clerk, chief] = [await counter.loggedIn('li'), await counter.loggedIn('suo')];
};
const stateOf = async (rule: FreezeRule) =>
  (await clerk.must('freeze.list', {})).freezes.find((freeze) => freeze.rule === rule);

/** The line is gone, and the program was started anew: it has not heard the registry's time. */
const withoutLine = async () => {
  await counter.stop();
  await counter.start(nowhere);
  await later(0);
};

describe('registering on a copy that grows old', () => {
  it('goes on for days, and is warned of', async () => {
    await withoutLine();
    await later(4);
    expect(await stateOf('copy-old')).toEqual({ rule: 'copy-old', state: 'near', value: 4 });
    await clerk.must('case.register', { caseId });
  });

  it('is frozen after seven days, while everything else is done as ever', async () => {
    await withoutLine();
    await later(8);
    expect(await stateOf('copy-old')).toEqual({ rule: 'copy-old', state: 'frozen', value: 8 });
    const refused = await clerk.call('case.register', { caseId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'FROZEN_COPY_OLD', details: { days: 8, limit: 7 } } });
    expect((await clerk.must('case.get', { caseId })).row.state).toBe('approved');
    await clerk.must('case.start', {});
  });

  it('is let through for the day by a chief with a reason, and by nobody else', async () => {
    await withoutLine();
    expect(await chief.refused('freeze.lift', { reason: '还不需要' })).toBe('CASE_STATE');
    await later(8);
    expect(await clerk.refused('freeze.lift', { reason: '急用' })).toBe('ROLE_REFUSED');
    expect(await chief.refused('freeze.lift', { reason: ' ' })).toBe('INPUT_INVALID');
    const { freezes, lifted } = await chief.must('freeze.lift', { reason: '线路抢修中，孩子明日入学' });
    expect(freezes.find(({ rule }) => rule === 'copy-old')?.state).toBe('lifted');
    expect(lifted).toMatchObject({ reason: '线路抢修中，孩子明日入学' });
    await clerk.must('case.register', { caseId });

    await later(1);
    expect((await clerk.must('freeze.list', {})).lifted).toBeNull();
    expect(await stateOf('copy-old')).toMatchObject({ state: 'frozen', value: 9 });
  }, 60_000);

  it('goes on as soon as the copy is new again', async () => {
    await withoutLine();
    await later(9);
    expect(await clerk.refused('case.register', { caseId })).toBe('FROZEN_COPY_OLD');
    counter.wait(-9 * dayMs);
    counter.station.setRegistryUrl(registry.url);
    await later(0);
    await clerk.must('sync.now', {});
    expect(await stateOf('copy-old')).toMatchObject({ state: 'good', value: 0 });
    await clerk.must('case.register', { caseId });
  });
});

describe('registering by a wrong clock', () => {
  it('is frozen while it shows another day than the registry, warned of by minutes, and goes on once it is right', async () => {
    counter.wait(3 * dayMs);
    await later(0);
    await clerk.must('sync.now', {});
    expect(await stateOf('clock-wrong')).toMatchObject({ state: 'frozen', value: 3 * 1440 });
    expect(await stateOf('copy-old')).toMatchObject({ state: 'good', value: 0 });
    expect(await clerk.refused('case.register', { caseId })).toBe('FROZEN_CLOCK');
    counter.wait(-3 * dayMs + 5 * 60_000);
    await later(0);
    await clerk.must('sync.now', {});
    expect(await stateOf('clock-wrong')).toMatchObject({ state: 'near', value: 5 });
    await clerk.must('case.register', { caseId });
  });
});
