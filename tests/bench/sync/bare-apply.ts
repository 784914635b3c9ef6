import { join } from 'node:path';
import { checkoutFolders } from '../../../electron/station/folders.ts';
import { openDatabase } from '../../../electron/station/store/database.ts';
import { addHappening } from '../../../electron/station/store/happenings.ts';
import { applyRecords } from '../../../electron/station/sync/apply-records.ts';
import { putSyncSetting } from '../../../electron/station/sync/sync-settings.ts';
import type { ChangesAnswer } from '../../../shared/contract/registry.ts';
import type { TestDevice } from '../../fixtures/registry-device.ts';
import { threadCpuMs } from '../measure.ts';
import { Replay, record } from '../recorder.ts';

/** As large as the pages a station asks for. */
const changesPerPage = 500;

/**
 * What the pages of the feed after a cursor leave in a copy, written by plain prepared statements alone: no HTTP, no JSON, no schema, nothing
 * read, nothing decided; the same tables and indexes, one transaction a page. Every page waits for the disk (FULL), or (NORMAL) only the last
 * one does, as at a station. Answers the milliseconds it takes.
 */
export async function applyBarely(
  file: string,
  device: TestDevice,
  { cursor, synchronous }: { readonly cursor: number; readonly synchronous: 'FULL' | 'NORMAL' },
): Promise<{ ms: number; cpuMs: number; rows: number }> {
  const database = openDatabase(file, checkoutFolders(join(import.meta.dirname, '..', '..', '..')).migrations);
  database.pragma(`synchronous = ${synchronous}`);
  const replay = new Replay(database);
  let [ms, cpuMs, rows, next] = [0, 0, 0, cursor];
  for (let hasMore = true; hasMore; ) {
    const page = await device.changes(next, changesPerPage);
    const writes = record(database, (it) => apply(it, page)).filter(({ how, isIdle }) => how === 'run' && !isIdle);
    const write = replay.prepare(writes);
    if (!page.hasMore) database.pragma('synchronous = FULL');
    const [startedAt, startedCpuMs] = [performance.now(), threadCpuMs()];
    write();
    ms += performance.now() - startedAt;
    cpuMs += threadCpuMs() - startedCpuMs;
    rows += page.changes.length;
    ({ next, hasMore } = page);
  }
  database.close();
  return { ms, cpuMs, rows };
}

/** As applyPage does, whose transaction the recording takes the place of. */
function apply(
  database: Parameters<typeof applyRecords>[0],
  { changes, events, next, serverTime }: ChangesAnswer,
): void {
  for (const { event } of events) addHappening(database, event, serverTime);
  applyRecords(database, changes, events);
  putSyncSetting(database, 'sync.cursor', String(next));
}
