import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { SnapshotHeader } from '../../../shared/contract/registry.ts';
import type { VersionedRecord } from '../../../shared/domain/register-records.ts';
import { claimOf } from '../../../shared/domain/register-records.ts';
import type { Database } from '../store/database.ts';
import { holdRecord } from '../store/held-records.ts';
import { addRecord, listProvisionalRecords } from '../store/records.ts';
import { type DroppedIndex, dropRegisterIndexes, emptyRegister, makeRegisterIndex } from '../store/register-indexes.ts';
import { buildPersonSearch } from './build-person-search.ts';
import { inSlices, type Pause } from './in-slices.ts';
import type { RegistryClient } from './registry-client.ts';
import { SnapshotBroken, type SnapshotStream } from './snapshot-stream.ts';
import { dropSyncSetting, findSyncSetting, putFeedPlace, putSyncSetting } from './sync-settings.ts';

/** How far a first fill is; `total` counts every record twice, as it is written and then made findable. */
export interface FillProgress {
  readonly done: number;
  readonly total: number;
}

interface FillOptions {
  readonly onProgress: (progress: FillProgress) => void;
  /** Breaks the fill off; what was written counts for nothing. */
  readonly signal: AbortSignal;
  /** What comes between two pieces of writing; a turn for everybody else when absent. */
  readonly pause?: Pause;
}

/**
 * Fills the copy from the registry's snapshot: empties it, writes the records, builds the indexes, and only then, with the cursor,
 * calls it whole. Killed or cut off before that it counts for nothing and starts again. Registrations of this computer that still
 * wait stay as they are.
 */
export async function fillFromSnapshot(
  database: Database,
  client: Pick<RegistryClient, 'snapshot'>,
  { onProgress, signal, pause = nextTurn }: FillOptions,
): Promise<Answer<null>> {
  const opened = await client.snapshot();
  if (!opened.ok) return opened;
  const indexes = beginFill(database);
  try {
    const { header } = opened.value;
    const progress = progressOf(header, { onProgress, signal });
    if (!(await writeRecords(database, opened.value, { advance: progress, pause }))) return fail('REGISTRY_NONSENSE');
    await buildIndexes(database, indexes, { advance: progress, pause });
    finishFill(database, header);
    return done(null);
  } catch (error) {
    if (error instanceof SnapshotBroken) return { ok: false, error: error.failure };
    throw error;
  }
}

type Advance = (records: number) => void;

/** What a piece of writing is followed by. */
interface Between {
  readonly advance: Advance;
  readonly pause: Pause;
}

function progressOf(
  { counts }: SnapshotHeader,
  { onProgress, signal }: Pick<FillOptions, 'onProgress' | 'signal'>,
): Advance {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0) + (counts.person ?? 0);
  let reached = 0;
  onProgress({ done: 0, total });
  return (records) => {
    if (signal.aborted) throw new SnapshotBroken('REGISTRY_OFFLINE');
    reached = Math.min(total, reached + records);
    onProgress({ done: reached, total });
  };
}

/** From here to finishFill there is no cursor, so nobody takes what is in the tables for the register. */
function beginFill(database: Database): DroppedIndex[] {
  return database.transaction(() => {
    dropSyncSetting(database, 'sync.cursor');
    dropSyncSetting(database, 'sync.copy-as-of');
    const kept: DroppedIndex[] = JSON.parse(findSyncSetting(database, 'sync.dropped-indexes') ?? '[]');
    const indexes = [...kept, ...dropRegisterIndexes(database)];
    putSyncSetting(database, 'sync.dropped-indexes', JSON.stringify(indexes));
    emptyRegister(database);
    return indexes;
  })();
}

/** Writes all batches; false when there are not as many records as the header promised. */
async function writeRecords(
  database: Database,
  { header, batches }: SnapshotStream,
  { advance, pause }: Between,
): Promise<boolean> {
  // The unique indexes are gone: a record that claims what a provisional one has is told apart here.
  const claimed = new Set(listProvisionalRecords(database).map(claimOf));
  claimed.delete(null);
  const counts: Record<string, number> = {};
  const write = (record: VersionedRecord) => {
    counts[record.kind] = (counts[record.kind] ?? 0) + 1;
    if (claimed.size > 0 && claimed.has(claimOf(record))) holdRecord(database, record);
    else addRecord(database, record);
  };
  for await (const batch of batches) {
    await inSlices(database, batch, write, pause);
    advance(batch.length);
  }
  return Object.entries(header.counts).every(([kind, count]) => (counts[kind] ?? 0) === count);
}

async function buildIndexes(
  database: Database,
  indexes: readonly DroppedIndex[],
  { advance, pause }: Between,
): Promise<void> {
  for (const index of indexes) {
    makeRegisterIndex(database, index);
    advance(0);
    await pause(0);
  }
  await buildPersonSearch(database, advance, pause);
}

function finishFill(database: Database, { cursor, mark, serverTime }: SnapshotHeader): void {
  database.transaction(() => {
    dropSyncSetting(database, 'sync.dropped-indexes');
    putFeedPlace(database, { cursor, mark });
    putSyncSetting(database, 'sync.copy-as-of', serverTime);
  })();
}
