import type { ChangesAnswer } from '../../../shared/contract/registry.ts';
import type { VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from '../store/database.ts';
import { addHappening, addHistory } from '../store/happenings.ts';
import { indexPersons } from '../store/person-index.ts';
import { findBefore, personIdsOf, releaseHeldRecords, takeRecord } from '../store/records.ts';
import { putSyncSetting } from './sync-settings.ts';

type Told = ChangesAnswer['events'];

/** Which event made which version of a record. */
function makersOf(told: Told): Map<string, string> {
  return new Map(
    told.flatMap(({ event, records }) =>
      records.map(({ kind, id, version }) => [`${kind}:${id}:${version}`, event.eventId] as const),
    ),
  );
}

/** Keeps what an event made of a record. An own one was kept when it was registered and stays so, unless the file has lost that since. */
function keepHistory(database: Database, record: VersionedRecord, eventId: string | undefined): void {
  if (eventId === undefined) return;
  addHistory(database, eventId, record, findBefore(database, record));
}

/** Takes records of the registry into the tables and the person search, inside the caller's transaction. */
export function applyRecords(database: Database, records: readonly VersionedRecord[], told: Told): void {
  const makers = makersOf(told);
  const taken = records.filter((record) => {
    keepHistory(database, record, makers.get(`${record.kind}:${record.id}:${record.version}`));
    return takeRecord(database, record);
  });
  const released = taken.length > 0 ? releaseHeldRecords(database) : [];
  indexPersons(database, personIdsOf([...taken, ...released]));
}

/**
 * Takes a page of the change feed together with the cursor, in one transaction: after a kill the copy is as before the page or as after it.
 * Taking a page again changes nothing.
 */
export function applyPage(database: Database, { changes, events, next, hasMore, serverTime }: ChangesAnswer): void {
  database.transaction(() => {
    for (const { event } of events) addHappening(database, event, serverTime);
    applyRecords(database, changes, events);
    putSyncSetting(database, 'sync.cursor', String(next));
    if (!hasMore) putSyncSetting(database, 'sync.copy-as-of', serverTime);
  })();
}
