import type { RecordKind, VersionedRecord } from '../../shared/domain/register-records.ts';
import type { Queryable, Statement } from './database.ts';
import type { Device } from './devices.ts';

/** One line of the feed: a record, and the stations that read it (null: all). */
export interface FeedLine {
  readonly record: VersionedRecord;
  /** Whether the event made this version of it; else it is only told, to stations that may not know the record. */
  readonly isMade: boolean;
  readonly readers: readonly string[] | null;
}

/** What one event changed, for the feed. */
export interface FeedEntry {
  readonly eventId: string;
  readonly stationCode: string;
  readonly lines: readonly FeedLine[];
}

/** A version that is neither in the register nor sent here leaves `data` null, which the table refuses. */
const appendSql = `WITH taken AS (UPDATE feed_head SET last_seq = last_seq + $2::bigint RETURNING last_seq)
  INSERT INTO feed (seq, position, station_code, event_id, readers, kind, record_id, version, data)
  SELECT taken.last_seq - back, position, sent.station_code, sent.event_id, readers, sent.kind, sent.record_id, sent.version,
    coalesce(sent.data, records.data)
  FROM taken, json_to_recordset($1::text::json)
    AS sent (back int, position int, station_code text, event_id text, readers text[], kind text, record_id text, version int, data jsonb)
    LEFT JOIN records ON records.kind = sent.kind AND records.record_id = sent.record_id AND records.version = sent.version`;

/**
 * Appends what events changed, in their order, each under a number of its own. A record that the register holds in this very version
 * (`isHeld`) is taken from there: its text is sent and read once, not twice. Takes the feed's lock until the transaction ends, so it comes last.
 */
export function appendingFeed(entries: readonly FeedEntry[], isHeld: (record: VersionedRecord) => boolean): Statement {
  const rows = entries.flatMap(({ eventId, stationCode, lines }, index) =>
    lines.map(({ record, isMade, readers }, position) => ({
      ...{ back: entries.length - 1 - index, position, station_code: stationCode, event_id: isMade ? eventId : null },
      ...{ readers, kind: record.kind, record_id: record.id, version: record.version },
      ...(isHeld(record) ? {} : { data: record.data }),
    })),
  );
  return { sql: appendSql, values: [JSON.stringify(rows), entries.length] };
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
  /** The VersionedRecord as JSON. */
  readonly line: string;
}

/** Lines of the feed, and how long it was at that moment. */
interface FeedPart {
  readonly head: number;
  readonly rows: readonly FeedRow[];
}

/**
 * At most `limit` lines of events after `cursor` that the device may read, oldest first. The database writes the lines, as for a snapshot:
 * what lies in it was read by the schema when it came, and is by the reader.
 */
export async function listFeed(
  database: Queryable,
  device: Pick<Device, 'stationCode' | 'scope'>,
  { cursor, limit }: { readonly cursor: number; readonly limit: number },
): Promise<FeedPart> {
  const rows = await database.query<FeedRow & { head: number }>(
    `SELECT head.last_seq::float8 AS head, page.seq::float8 AS seq, page.event_id AS "eventId", page.kind, page.record_id AS id, page.version,
       '{"kind":"' || page.kind || '","id":"' || page.record_id || '","version":' || page.version || ',"data":' || page.data::text || '}' AS line
     FROM feed_head AS head LEFT JOIN LATERAL (
       SELECT * FROM feed WHERE seq > $1 AND ($2 = 'city' OR readers IS NULL OR readers @> ARRAY[$3::text])
       ORDER BY seq, position LIMIT $4) AS page ON true
     ORDER BY page.seq, page.position`,
    [cursor, device.scope, device.stationCode, limit],
  );
  const [first] = rows;
  if (!first) throw new Error('the feed has no head');
  return { head: first.head, rows: first.seq === null ? [] : rows };
}
