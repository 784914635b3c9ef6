import { type RecordKind, recordKinds } from '../../shared/domain/register-records.ts';
import type { Queryable } from './database.ts';
import type { Device } from './devices.ts';

/** Kinds in the order in which a snapshot gives them. */
export const snapshotKinds: readonly RecordKind[] = recordKinds;

/** A station reads its own records, the addresses above all stations, and every person with a membership (open or ended) of its own. */
function scopeOf(device: Pick<Device, 'scope'>, kind: RecordKind): string {
  if (device.scope === 'city') return '$2::text IS NOT NULL';
  if (kind === 'address') return '(records.station_code IS NULL OR records.station_code = $2)';
  if (kind !== 'person') return 'records.station_code = $2';
  return 'EXISTS (SELECT 1 FROM records AS place WHERE place.person_id = records.record_id AND place.station_code = $2)';
}

type Reader = Pick<Device, 'scope' | 'stationCode'>;

/** How many records of a kind the device may read. */
export async function countReadable(database: Queryable, device: Reader, kind: RecordKind): Promise<number> {
  const [row] = await database.query<{ total: number }>(
    `SELECT count(*)::float8 AS total FROM records WHERE kind = $1 AND ${scopeOf(device, kind)}`,
    [kind, device.stationCode],
  );
  return row?.total ?? 0;
}

/**
 * The next records of a kind after `after` as lines of JSON in one text, and the id to go on from; null when there are no more.
 * The database writes the lines: a record is never unpacked here.
 */
export async function readLines(
  database: Queryable,
  device: Reader,
  { kind, after, limit }: { readonly kind: RecordKind; readonly after: string; readonly limit: number },
): Promise<{ lines: string; last: string } | null> {
  const [row] = await database.query<{ lines: string | null; last: string | null }>(
    `WITH page AS (
       SELECT record_id, version, data FROM records
       WHERE kind = $1 AND record_id > $3 AND ${scopeOf(device, kind)} ORDER BY record_id LIMIT $4)
     SELECT max(record_id) AS last, string_agg(
       '{"kind":"' || $1 || '","id":"' || record_id || '","version":' || version || ',"data":' || data::text || '}', E'\\n') AS lines
     FROM page`,
    [kind, device.stationCode, after, limit],
  );
  return row?.lines != null && row.last !== null ? { lines: row.lines, last: row.last } : null;
}
