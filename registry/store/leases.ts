import type { LeaseKind } from '../../shared/contract/registry.ts';
import type { Queryable } from './database.ts';

export interface Lease {
  readonly requestId: string;
  readonly deviceId: string;
  readonly stationCode: string;
  readonly kind: LeaseKind;
  readonly from: number;
  readonly until: number;
}

/** The block given for that request earlier, or null. */
export async function findLease(transaction: Queryable, requestId: string): Promise<Lease | null> {
  const rows = await transaction.query<Lease>(
    `SELECT request_id AS "requestId", device_id AS "deviceId", station_code AS "stationCode", kind,
       from_serial AS "from", until_serial AS "until" FROM leases WHERE request_id = $1`,
    [requestId],
  );
  return rows[0] ?? null;
}

/** Keeps a block that was given. */
export async function addLease(transaction: Queryable, lease: Lease, leasedAt: string): Promise<void> {
  await transaction.query(
    `INSERT INTO leases (request_id, device_id, station_code, kind, from_serial, until_serial, leased_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [lease.requestId, lease.deviceId, lease.stationCode, lease.kind, lease.from, lease.until, leasedAt],
  );
}

/** Whose serials, of which kind. */
export type SerialKind = Pick<Lease, 'stationCode' | 'kind'>;

/**
 * Who shares a row of serials: a 户号 is unique inside its station, but a 受理编号 begins with the first six of the station code,
 * which all stations of a county have in common.
 */
function sharersOf({ stationCode, kind }: SerialKind): string {
  return kind === 'household-number' ? stationCode : stationCode.slice(0, 6);
}

/**
 * The next serial nobody got; the counter stays locked until the transaction ends. It starts after the highest number that households
 * of the station already bear, so that a leased 户号 never meets an old one.
 */
export async function lockNextSerial(transaction: Queryable, serials: SerialKind): Promise<number> {
  const { stationCode, kind } = serials;
  const sharers = sharersOf(serials);
  await transaction.query(
    `INSERT INTO lease_counters (sharers, kind, next_serial)
     SELECT $3, $2, 1 + coalesce(max(right(data->>'number', 6)::integer), 0) FROM records
     WHERE $2 = 'household-number' AND kind = 'household' AND station_code = $1
     ON CONFLICT DO NOTHING`,
    [stationCode, kind, sharers],
  );
  const [row] = await transaction.query<{ next: number }>(
    'SELECT next_serial AS next FROM lease_counters WHERE sharers = $1 AND kind = $2 FOR UPDATE',
    [sharers, kind],
  );
  if (!row) throw new Error('a lease counter is missing');
  return row.next;
}

/** Keeps which serial is given next. */
export async function putNextSerial(transaction: Queryable, serials: SerialKind, next: number): Promise<void> {
  await transaction.query('UPDATE lease_counters SET next_serial = $3 WHERE sharers = $1 AND kind = $2', [
    sharersOf(serials),
    serials.kind,
    next,
  ]);
}

/** A serial of a 户号 at a station. */
export interface HouseholdSerial {
  readonly stationCode: string;
  readonly serial: number;
}

/** Those of these serials that lie in a block the station was given. */
export async function listLeasedSerials(
  transaction: Queryable,
  serials: readonly HouseholdSerial[],
): Promise<HouseholdSerial[]> {
  return transaction.query<HouseholdSerial>(
    `SELECT DISTINCT leases.station_code AS "stationCode", asked.serial
     FROM jsonb_to_recordset($1::text::jsonb) AS asked ("stationCode" text, serial int)
     JOIN leases ON leases.station_code = asked."stationCode" AND kind = 'household-number'
       AND asked.serial BETWEEN from_serial AND until_serial`,
    [JSON.stringify(serials)],
  );
}
