import type { RegisterEvent } from '../../../shared/domain/events.ts';
import type { RecordKind } from '../../../shared/domain/register-records.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** An event as this computer was told of it. */
export interface Maker {
  readonly eventId: string;
  readonly kind: RegisterEvent['kind'];
  readonly stationCode: string;
  readonly operatorId: string | null;
  readonly procedure: string;
  readonly registeredOn: string;
  readonly occurredAt: string;
}

/** The event that made this version of a record, or null: it was there before, or this computer was not told yet. */
export function findMaker(
  database: Database,
  { kind, id, version }: { readonly kind: RecordKind; readonly id: string; readonly version: number },
): Maker | null {
  const sql = `SELECT event_id AS eventId, told.kind AS kind, station_code AS stationCode, operator_id AS operatorId, procedure,
      registered_on AS registeredOn, occurred_at AS occurredAt
    FROM record_history AS line JOIN happenings AS told USING (event_id)
    WHERE line.kind = ? AND record_id = ? AND version = ?`;
  return statement<[string, string, number], Maker>(database, sql).get(kind, id, version) ?? null;
}
