import type { RecordKind, VersionedRecord } from '../../shared/domain/register-records.ts';
import type { Queryable, Statement } from './database.ts';

/** A record as the registry holds it (one from an older program lacks what has a default now), with the station it belongs to (null: a person, or an address above all stations). */
export interface HeldRecord {
  readonly record: VersionedRecord;
  readonly stationCode: string | null;
  /** The event that made this version; null: there from the beginning. */
  readonly eventId: string | null;
}

interface Row {
  readonly kind: RecordKind;
  readonly record_id: string;
  readonly version: number;
  readonly station_code: string | null;
  readonly event_id: string | null;
  readonly data: unknown;
}

const columns = 'kind, record_id, version, station_code, event_id, data';

/** Not read by the schema again, which takes longer than all else here: what lies in the table was read by it when it came. */
function heldOf(row: Row): HeldRecord {
  const { kind, record_id: id, version, data } = row;
  return {
    record: { kind, id, version, data } as VersionedRecord,
    stationCode: row.station_code,
    eventId: row.event_id,
  };
}

/** Names one record. */
export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

/** The records named that exist, locked until the transaction ends, always in the same order so that two events seldom wait for each other in a ring. */
export async function lockRecords(transaction: Queryable, refs: readonly RecordRef[]): Promise<HeldRecord[]> {
  const rows = await transaction.query<Row>(
    `SELECT ${columns} FROM records
     WHERE (kind, record_id) IN (SELECT kind, id FROM jsonb_to_recordset($1::text::jsonb) AS named (kind text, id text))
     ORDER BY kind, record_id FOR UPDATE`,
    [JSON.stringify(refs)],
  );
  return rows.map(heldOf);
}

/** The addresses of these households. No event changes an address, so they are not locked. */
export async function listAddressesOfHouseholds(
  transaction: Queryable,
  householdIds: readonly string[],
): Promise<HeldRecord[]> {
  const rows = await transaction.query<Row>(
    `SELECT ${columns} FROM records WHERE kind = 'address' AND record_id IN (
       SELECT data->>'addressId' FROM records
       WHERE kind = 'household' AND record_id IN (SELECT jsonb_array_elements_text($1::text::jsonb)))`,
    [JSON.stringify(householdIds)],
  );
  return rows.map(heldOf);
}

/** Records that hold one of these claims (see the column `claim`). */
export async function listClaimants(
  transaction: Queryable,
  claims: readonly string[],
): Promise<{ claim: string; kind: RecordKind; id: string }[]> {
  return transaction.query(
    `SELECT claim, kind, record_id AS id FROM records
     WHERE claim IN (SELECT jsonb_array_elements_text($1::text::jsonb))`,
    [JSON.stringify(claims)],
  );
}

/** A record that ties a person to a station: a place, residence, permit or certificate. */
export interface Tie extends RecordRef {
  readonly personId: string;
  readonly stationCode: string;
  /** The person is registered there now. */
  readonly isOpen: boolean;
}

/** What stations hold of these persons. */
export async function listTies(transaction: Queryable, personIds: readonly string[]): Promise<Tie[]> {
  return transaction.query(
    `SELECT person_id AS "personId", kind, record_id AS id, station_code AS "stationCode",
       kind = 'membership' AND claim IS NOT NULL AS "isOpen" FROM records
     WHERE person_id IN (SELECT jsonb_array_elements_text($1::text::jsonb)) AND station_code IS NOT NULL`,
    [JSON.stringify(personIds)],
  );
}

/** Null is told by the empty text, which is neither a station nor an event. */
function rowsOf(records: readonly HeldRecord[]): string[][] {
  return [
    records.map(({ record }) => record.kind),
    records.map(({ record }) => record.id),
    records.map(({ record }) => String(record.version)),
    records.map(({ stationCode }) => stationCode ?? ''),
    records.map(({ eventId }) => eventId ?? ''),
    records.map(({ record }) => JSON.stringify(record.data)),
  ];
}

const fromRows = `SELECT kind, id, version::int, nullif(station_code, ''), nullif(event_id, ''), data::jsonb
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
    WITH ORDINALITY AS sent (kind, id, version, station_code, event_id, data, position)
  ORDER BY position`;

/** Puts new records in, all or none; one statement for thousands. */
export async function addRecords(transaction: Queryable, records: readonly HeldRecord[]): Promise<void> {
  const { sql, values } = addingRecords(records);
  await transaction.query(sql, values);
}

/** The same as a statement still to be run. */
export function addingRecords(records: readonly HeldRecord[]): Statement {
  return { sql: `INSERT INTO records (${columns}) ${fromRows}`, values: rowsOf(records) };
}

/**
 * Writes records that exist and are locked, in the order given, which matters where one gives up what another claims. One whose version is
 * not older than what would be written is left alone; the feed then has nothing to tell, and fails.
 */
export function replacingRecords(records: readonly HeldRecord[]): Statement {
  return { sql: replaceSql, values: rowsOf(records) };
}

const replaceSql = `INSERT INTO records (${columns}) ${fromRows} ON CONFLICT (kind, record_id)
  DO UPDATE SET version = excluded.version, station_code = excluded.station_code, event_id = excluded.event_id, data = excluded.data
  WHERE records.version < excluded.version`;

/** Whether there is no record at all. */
export async function hasNoRecords(database: Queryable): Promise<boolean> {
  return (await database.query('SELECT 1 FROM records LIMIT 1')).length === 0;
}
