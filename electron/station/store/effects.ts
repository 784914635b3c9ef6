import type { Effect, RegisterEvent } from '../../../shared/domain/events.ts';
import { inWritingOrder, type VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from './database.ts';
import { addHappening, addHistory } from './happenings.ts';
import { indexPersons } from './person-index.ts';
import { findRecord, personIdsOf, putRecord } from './records.ts';

/** The record an effect leaves while it waits: with the version the event was based on. */
function waitingRecord({ kind, id, basedOn, after }: Effect): VersionedRecord {
  return { kind, id, version: basedOn, data: after } as VersionedRecord;
}

/**
 * Does what an own event does, inside the caller's transaction: the records stay provisional (and keep the versions they were based on)
 * until confirmed, the history keeps each before and after, and the person search finds them.
 */
export function applyOwnEvent(database: Database, event: RegisterEvent): void {
  addHappening(database, event, event.occurredAt);
  const find = ({ kind, id }: VersionedRecord) => findRecord(database, kind, id);
  const records = inWritingOrder(event.effects.map(waitingRecord), find);
  for (const record of records) {
    const before = find(record);
    addHistory(
      database,
      event.eventId,
      { ...record, version: record.version + 1 } as VersionedRecord,
      before?.data ?? null,
    );
    putRecord(database, record, event.eventId);
  }
  indexPersons(database, personIdsOf(records));
}
