import type { RecordKind, VersionedRecord } from '../../shared/domain/register-records.ts';
import type { Queryable } from './database.ts';
import type { Device } from './devices.ts';

/** One line of the feed: the record as an event made it, and the stations that read it (null: all). */
export interface FeedLine {
  readonly record: VersionedRecord;
  readonly readers: readonly string[] | null;
}

/**
 * Appends what one event changed. Takes the feed's lock until the transaction ends, so call it last.
 */
export async function appendFeed(
  transaction: Queryable,
  { eventId, stationCode }: { readonly eventId: string; readonly stationCode: string },
  lines: readonly FeedLine[],
): Promise<void> {
  const rows = lines.map(({ record, readers }, position) => ({ position, ...record, readers }));
  await transaction.query(
    `WITH taken AS (UPDATE feed_head SET last_seq = last_seq + 1 RETURNING last_seq)
     INSERT INTO feed (seq, position, station_code, event_id, readers, kind, record_id, version, data)
     SELECT taken.last_seq, position, $2, $3,
       CASE WHEN readers IS NOT NULL THEN ARRAY(SELECT jsonb_array_elements_text(readers)) END, kind, id, version, data
     FROM taken, jsonb_to_recordset($1::text::jsonb)
       AS sent (position int, kind text, id text, version int, readers jsonb, data jsonb)`,
    [JSON.stringify(rows), stationCode, eventId],
  );
}

/** Number of the newest event in the feed; 0 before the first. */
export async function getFeedHead(database: Queryable): Promise<number> {
  const [row] = await database.query<{ head: number }>('SELECT last_seq::float8 AS head FROM feed_head');
  if (!row) throw new Error('the feed has no head');
  return row.head;
}

export interface FeedRow {
  readonly seq: number;
  readonly eventId: string | null;
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly data: unknown;
}

/** At most `limit` lines of events after `cursor` up to `until` that the device may read, oldest first. */
export async function listFeed(
  database: Queryable,
  device: Pick<Device, 'stationCode' | 'scope'>,
  { cursor, until, limit }: { readonly cursor: number; readonly until: number; readonly limit: number },
): Promise<FeedRow[]> {
  return database.query<FeedRow>(
    `SELECT seq::float8 AS seq, event_id AS "eventId", kind, record_id AS id, version, data FROM feed
     WHERE seq > $1 AND seq <= $2 AND ($3 = 'city' OR readers IS NULL OR readers @> ARRAY[$4::text])
     ORDER BY seq, position LIMIT $5`,
    [cursor, until, device.scope, device.stationCode, limit],
  );
}
