import { join } from 'node:path';
import { checkoutFolders } from '../../../electron/station/folders.ts';
import { openDatabase } from '../../../electron/station/store/database.ts';
import { addHappening } from '../../../electron/station/store/happenings.ts';
import { applyRecords } from '../../../electron/station/sync/apply-records.ts';
import { putSyncSetting } from '../../../electron/station/sync/sync-settings.ts';
import { ChangesAnswer } from '../../../shared/contract/registry.ts';
import type { TestDevice } from '../../fixtures/registry-device.ts';
import { threadCpuMs } from '../measure.ts';
import { Replay, record } from '../recorder.ts';

/** As large as the pages a station asks for. */
const changesPerPage = 500;

/** Milliseconds the writing took, of the wall and of the processor, and milliseconds asking for the pages and unpacking their JSON took. */
interface Barely {
  readonly ms: number;
  readonly cpuMs: number;
  readonly wireMs: number;
  readonly rows: number;
}

/**
 * What the pages of the feed after a cursor leave in a copy, written by plain prepared statements alone: no schema, nothing read, nothing
 * decided; the same tables and indexes, one transaction a page. Every page waits for the disk (FULL), or (NORMAL) only the last one does, as at
 * a station. One page is asked for after the other.
 */
export async function applyBarely(
  file: string,
  device: TestDevice,
  { cursor, synchronous }: { readonly cursor: number; readonly synchronous: 'FULL' | 'NORMAL' },
): Promise<Barely> {
  const database = openDatabase(file, checkoutFolders(join(import.meta.dirname, '..', '..', '..')).migrations);
  database.pragma(`synchronous = ${synchronous}`);
  const replay = new Replay(database);
  let [ms, cpuMs, wireMs, rows, next] = [0, 0, 0, 0, cursor];
  for (let hasMore = true; hasMore; ) {
    const askedAt = performance.now();
    const answer = await device.signed('GET', `/v1/changes?cursor=${next}&limit=${changesPerPage}`);
    const sent = JSON.parse(await answer.text());
    wireMs += performance.now() - askedAt;
    const page = ChangesAnswer.parse(sent);
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
  return { ms, cpuMs, wireMs, rows };
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
