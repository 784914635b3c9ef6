import type { LeaseKind } from '../../../shared/contract/registry.ts';
import type { Database } from '../store/database.ts';
import { statement } from '../store/statements.ts';

/**
 * What synchronising keeps between starts. `sync.cursor` is there only while the copy is whole; `sync.dropped-indexes` while a first fill
 * is under way.
 */
export type SyncSetting =
  | 'sync.device-id'
  | 'sync.device-key'
  | 'sync.enrolled'
  | 'sync.cursor'
  | 'sync.cursor-mark'
  | 'sync.copy-as-of'
  | 'sync.dropped-indexes'
  | 'sync.recovery'
  | 'sync.lifted'
  | 'sync.inquiry-cursor'
  | 'sync.published-keys'
  | 'sync.anchored-on'
  | 'sync.anchor-wanted'
  | 'sync.lost-anchors'
  | `sync.lease-request.${LeaseKind}`;

/** A kept fact, or null. */
export function findSyncSetting(database: Database, name: SyncSetting): string | null {
  const sql = 'SELECT value FROM settings WHERE name = ?';
  return statement<[string], { value: string }>(database, sql).get(name)?.value ?? null;
}

/** Keeps a fact, replacing the one before. */
export function putSyncSetting(database: Database, name: SyncSetting, value: string): void {
  const sql =
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  statement(database, sql).run(name, value);
}

/** Forgets a fact. */
export function dropSyncSetting(database: Database, name: SyncSetting): void {
  statement(database, 'DELETE FROM settings WHERE name = ?').run(name);
}

/** The place in the change feed up to which the copy is whole, or null: there is no whole copy. */
export function findCursor(database: Database): number | null {
  const cursor = findSyncSetting(database, 'sync.cursor');
  return cursor === null ? null : Number(cursor);
}

/** A place in the registry's change feed, and what the registry said tells it from the same number in another feed. */
export interface FeedPlace {
  readonly cursor: number;
  /** Null: not known, or the beginning. */
  readonly mark: string | null;
}

/** The place up to which the copy is whole, or null: there is no whole copy. */
export function findFeedPlace(database: Database): FeedPlace | null {
  const cursor = findCursor(database);
  return cursor === null ? null : { cursor, mark: findSyncSetting(database, 'sync.cursor-mark') };
}

/** Keeps the place up to which the copy is whole, inside the transaction that makes it so. */
export function putFeedPlace(database: Database, { cursor, mark }: FeedPlace): void {
  putSyncSetting(database, 'sync.cursor', String(cursor));
  if (mark === null) dropSyncSetting(database, 'sync.cursor-mark');
  else putSyncSetting(database, 'sync.cursor-mark', mark);
}

/** Whether this computer holds a whole copy of its part of the register. Without one nothing may be registered. */
export function hasWholeCopy(database: Database): boolean {
  return findCursor(database) !== null;
}
