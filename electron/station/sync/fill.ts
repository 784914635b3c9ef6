import type { SnapshotHeader } from '../../../shared/contract/registry.ts';
import type { Database } from '../store/database.ts';
import { findLastEvent } from '../store/events.ts';
import { emptyHistory } from '../store/happenings.ts';
import {
  type DroppedIndex,
  dropRegisterIndexes,
  emptyRegister,
  makeRegisterIndex,
  sortInFiles,
} from '../store/register-indexes.ts';
import { FillBroken } from './fill-broken.ts';
import type { Pause } from './in-slices.ts';
import { dropSyncSetting, findSyncSetting, putFeedPlace, putSyncSetting } from './sync-settings.ts';
import { giveTurns } from './turns.ts';

/** How far a first fill is; `total` counts every record twice: as it comes or is written, and as it is made findable. */
export interface FillProgress {
  readonly done: number;
  readonly total: number;
}

export interface FillOptions {
  readonly onProgress: (progress: FillProgress) => void;
  /** Breaks the fill off; what was written counts for nothing. */
  readonly signal: AbortSignal;
  /** What comes between two pieces of writing; a turn for everybody else when absent. */
  readonly pause?: Pause;
}

/** Told how much further a fill is. @throws FillBroken when it is to be broken off */
export type Advance = (records: number) => void;

/** What a piece of writing is followed by. */
export interface Between {
  readonly advance: Advance;
  readonly pause: Pause;
}

/** Counts up to `total` and tells the caller's caller. */
export function betweenOf(total: number, { onProgress, signal, pause = giveTurns }: FillOptions): Between {
  let reached = 0;
  onProgress({ done: 0, total });
  const advance = (records: number) => {
    if (signal.aborted) throw new FillBroken('REGISTRY_OFFLINE');
    reached = Math.min(total, reached + records);
    onProgress({ done: Math.floor(reached), total });
  };
  return { advance, pause };
}

/**
 * Empties the copy and drops its indexes; the history too where none of it is this computer's own, for a ready copy that broke off leaves a
 * part of it. From here to finishFill there is no cursor, so nobody takes what is in the tables for the register.
 */
export function beginFill(database: Database): DroppedIndex[] {
  return database.transaction(() => {
    dropSyncSetting(database, 'sync.cursor');
    dropSyncSetting(database, 'sync.copy-as-of');
    const kept: DroppedIndex[] = JSON.parse(findSyncSetting(database, 'sync.dropped-indexes') ?? '[]');
    const indexes = [...kept, ...dropRegisterIndexes(database)];
    putSyncSetting(database, 'sync.dropped-indexes', JSON.stringify(indexes));
    emptyRegister(database);
    if (findLastEvent(database) === null) emptyHistory(database);
    return indexes;
  })();
}

/** Makes the indexes that beginFill dropped, with turns in between. */
export async function makeIndexes(
  database: Database,
  indexes: readonly DroppedIndex[],
  { advance, pause }: Between,
): Promise<void> {
  const sortAsUsual = sortInFiles(database);
  try {
    for (const index of indexes) {
      makeRegisterIndex(database, index);
      advance(0);
      await pause(0);
    }
  } finally {
    sortAsUsual();
  }
}

/** From here on the copy is whole, as the register was at that place of the feed. */
export function finishFill(
  database: Database,
  { cursor, mark, serverTime }: Pick<SnapshotHeader, 'cursor' | 'mark' | 'serverTime'>,
): void {
  database.transaction(() => {
    dropSyncSetting(database, 'sync.dropped-indexes');
    putFeedPlace(database, { cursor, mark });
    putSyncSetting(database, 'sync.copy-as-of', serverTime);
  })();
}
