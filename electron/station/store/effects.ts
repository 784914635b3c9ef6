import type { Effect } from '../../../shared/domain/events.ts';
import type { VersionedRecord } from '../../../shared/domain/records.ts';
import type { Database } from './database.ts';
import { putRecord } from './records.ts';

/** Writes what an own event does to a record; it stays provisional (and keeps the version it was based on) until confirmed. */
export function putEffect(database: Database, effect: Effect, eventId: string): void {
  const record = { kind: effect.kind, id: effect.id, version: effect.basedOn, data: effect.after } as VersionedRecord;
  putRecord(database, record, eventId);
}
