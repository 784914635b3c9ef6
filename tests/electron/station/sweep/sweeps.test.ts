import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/station/store/database.ts';
import { Sweeps } from '../../../../electron/station/sweep/sweeps.ts';
import { putSyncSetting } from '../../../../electron/station/sync/sync-settings.ts';
import type { News } from '../../../../shared/contract/news.ts';
import { faultCodes } from '../../../../shared/contract/sweep.ts';
import { eventually } from '../../../fixtures/counter.ts';
import { ownStation, people } from '../../../fixtures/small-register.ts';
import { stationMigrations } from '../../../fixtures/station-copy.ts';
import { WellKeptCopy } from '../../../fixtures/well-kept-copy.ts';

const morning = Date.parse('2026-11-22T09:00:00+08:00');
let copy: WellKeptCopy;
let sweeps: Sweeps;
let nowMs: number;
let news: News[];

function open(): Sweeps {
  return new Sweeps({
    database: copy.database,
    stationCode: ownStation,
    clock: () => nowMs,
    onNews: (told) => news.push(told),
  });
}

beforeEach(() => {
  copy = new WellKeptCopy();
  putSyncSetting(copy.database, 'sync.cursor', '1');
  copy.run('UPDATE persons SET photo_id = NULL WHERE person_id = ?', people.loner);
  nowMs = morning;
  news = [];
  sweeps = open();
});
afterEach(async () => {
  await sweeps.close();
  copy.discard();
});

describe('a sweep', () => {
  it('runs beside the service and keeps its report', async () => {
    const { report, running, isReady } = await sweeps.run();
    expect(report?.counts).toHaveLength(faultCodes.length);
    expect(report?.counts).toContainEqual(expect.objectContaining({ code: 'photo-missing', count: 1 }));
    expect({ running, isReady }).toEqual({ running: null, isReady: true });
    expect(sweeps.listFaults('photo-missing')).toMatchObject([{ subject: { id: people.loner }, label: '吴刚' }]);
    expect(sweeps.listFaults('very-old')).toEqual([]);
  });

  it('is there again after a restart', async () => {
    const { report } = await sweeps.run();
    copy.reopen();
    sweeps = open();
    expect(sweeps.state().report).toEqual(report);
    expect(sweeps.listFaults('photo-missing')).toHaveLength(1);
  });

  it('says how far it is and tells the windows', async () => {
    const running = sweeps.run();
    expect(sweeps.state().running).toEqual({ done: 0, total: 0 });
    await running;
    expect(news.length).toBeGreaterThan(1);
    expect(new Set(news.map(({ topic }) => topic))).toEqual(new Set(['sweep']));
  });

  it('is one at a time: who asks meanwhile gets the same', async () => {
    const [one, other] = await Promise.all([sweeps.run(), sweeps.run()]);
    expect(one.report?.startedAt).toBe(other.report?.startedAt);
  });

  it('keeps the report before when it is stopped', async () => {
    const { report } = await sweeps.run();
    nowMs += 60_000;
    const running = sweeps.run();
    const stopped = await sweeps.stop();
    expect(stopped).toEqual({ report, running: null, isReady: true });
    expect(await running).toEqual(stopped);
  });

  it('does not run on a copy that is being filled', async () => {
    copy.run(`DELETE FROM settings WHERE name = 'sync.cursor'`);
    expect(await sweeps.run()).toEqual({ report: null, running: null, isReady: false });
  });

  it('leaves the database free for writes', async () => {
    const writer = openDatabase(copy.file, stationMigrations);
    writer.pragma('busy_timeout = 0');
    const running = sweeps.run();
    while (sweeps.state().running !== null) {
      writer.prepare(`INSERT INTO settings VALUES ('test', '1') ON CONFLICT DO UPDATE SET value = value + 1`).run();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await running).report).not.toBeNull();
    writer.close();
  });
});

describe('by itself', () => {
  const hasReport = () => sweeps.state().report !== null && sweeps.state().running === null;

  it('it runs once in the night', async () => {
    nowMs = Date.parse('2026-11-23T01:05:00+08:00');
    sweeps.runWhenDue();
    await eventually('the sweep of the night', hasReport);
    const first = sweeps.state().report?.startedAt;
    nowMs += 60_000;
    sweeps.runWhenDue();
    expect(sweeps.state().running).toBeNull();
    expect(sweeps.state().report?.startedAt).toBe(first);
  });

  it('it is not begun again in a night in which it was stopped', async () => {
    nowMs = Date.parse('2026-11-23T01:05:00+08:00');
    sweeps.runWhenDue();
    await sweeps.stop();
    nowMs += 60_000;
    sweeps.runWhenDue();
    expect(sweeps.state()).toMatchObject({ report: null, running: null });
  });

  it('it waits while somebody is at work, not while a window only reads what news told it to', async () => {
    nowMs += 4 * 60_000;
    sweeps.noteCall('case.save');
    nowMs += 4 * 60_000;
    sweeps.noteCall('sync.state');
    sweeps.runWhenDue();
    expect(sweeps.state().running).toBeNull();
    nowMs += 60_000;
    sweeps.runWhenDue();
    await eventually('the sweep after a missed night', hasReport);
  });
});
