import type { ChangesAnswer } from '../../../shared/contract/registry.ts';
import type { VersionedRecord } from '../../../shared/domain/records.ts';
import type { Database } from '../store/database.ts';
import { indexPersons } from '../store/person-index.ts';
import { personIdsOf, releaseHeldRecords, takeRecord } from '../store/records.ts';
import { putSyncSetting } from './sync-settings.ts';

/** Takes records of the registry into the tables and the person search, inside the caller's transaction. */
export function applyRecords(database: Database, records: readonly VersionedRecord[]): void {
  const taken = records.filter((record) => takeRecord(database, record));
  const released = taken.length > 0 ? releaseHeldRecords(database) : [];
  indexPersons(database, personIdsOf([...taken, ...released]));
}

/**
 * Takes a page of the change feed together with the cursor, in one transaction: after a kill the copy is as before the page or as after it.
 * Taking a page again changes nothing.
 */
export function applyPage(database: Database, { changes, next, hasMore, serverTime }: ChangesAnswer): void {
  database.transaction(() => {
    applyRecords(database, changes);
    putSyncSetting(database, 'sync.cursor', String(next));
    if (!hasMore) putSyncSetting(database, 'sync.copy-as-of', serverTime);
  })();
}
