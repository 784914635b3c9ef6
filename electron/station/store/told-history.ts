import { recordSchemas, type VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from './database.ts';
import { addHistory } from './happenings.ts';
import { dataReads, keeps } from './record-statements.ts';
import { statement } from './statements.ts';

/**
 * The data of a record, as JSON, as the registry had it before that version, as far as this copy knows; null: it does not. What own registrations
 * that wait, or were refused, made of it is not what the registry had.
 */
export function findBefore(
  database: Database,
  { kind, id, version }: Pick<VersionedRecord, 'kind' | 'id' | 'version'>,
): string | null {
  const line = statement<[string], { isWaiting: number; data: string | null }>(database, dataReads[kind]).get(id);
  if (line?.isWaiting !== 1) return line?.data ?? null;
  const sql = `SELECT after AS data, 0 AS rank FROM record_history LEFT JOIN events USING (event_id)
      WHERE kind = @kind AND record_id = @id AND version = @version - 1 AND coalesce(state, 'confirmed') = 'confirmed'
    UNION ALL SELECT * FROM (SELECT before, seq FROM record_history JOIN events USING (event_id)
      WHERE kind = @kind AND record_id = @id AND state <> 'confirmed' ORDER BY seq LIMIT 1)
    ORDER BY 2 LIMIT 1`;
  const found = statement<[object], { data: string | null }>(database, sql).get({ kind, id, version });
  return found?.data ? JSON.stringify(recordSchemas[kind].parse(JSON.parse(found.data))) : null;
}

/**
 * Keeps what an event that the registry tells made of a record, inside the caller's transaction and before the record is taken. An own event's
 * was kept when it was registered and stays so, unless the file has lost that since.
 */
export function addToldHistory(database: Database, eventId: string, record: VersionedRecord): void {
  const { kind, id, version } = record;
  const keep = () =>
    statement<unknown[]>(database, keeps[kind]).run(id, eventId, version, JSON.stringify(record.data), id).changes;
  if (version > 1 && keep() > 0) return;
  addHistory(database, eventId, record, version === 1 ? null : findBefore(database, record));
}
