import { PushOutcome } from '../../shared/contract/registry.ts';
import type { Queryable, Statement } from './database.ts';

/** An event decided earlier: its hash and the answer it got for good. */
export interface DecidedEvent {
  readonly hash: string;
  readonly answer: PushOutcome;
}

/** Those of these events that were decided, by their ids. */
export async function listDecidedEvents(
  transaction: Queryable,
  eventIds: readonly string[],
): Promise<Map<string, DecidedEvent>> {
  const rows = await transaction.query<{ id: string; hash: string; answer: string }>(
    `SELECT event_id AS id, hash, answer FROM jsonb_array_elements_text($1::text::jsonb) AS asked (id),
       LATERAL (SELECT event_id, hash, answer FROM events WHERE event_id = asked.id LIMIT 1) AS found`,
    [JSON.stringify(eventIds)],
  );
  return new Map(rows.map(({ id, hash, answer }) => [id, { hash, answer: PushOutcome.parse(JSON.parse(answer)) }]));
}

/** What an event says, without what it does, as it was sent: a ToldEvent as JSON. */
interface ToldLine {
  readonly eventId: string;
  readonly line: string;
}

/** What these events say. Read by the schema when they came, and by the reader. */
export async function listToldEvents(database: Queryable, eventIds: readonly string[]): Promise<ToldLine[]> {
  if (eventIds.length === 0) return [];
  return database.query<ToldLine>(
    `SELECT event_id AS "eventId", (body::jsonb - '{effects,hash,prevHash,seq}'::text[])::text AS line FROM events
     WHERE event_id IN (SELECT jsonb_array_elements_text($1::text::jsonb))`,
    [JSON.stringify(eventIds)],
  );
}

/** An event with its answer, to be kept for good. */
export interface AnsweredEvent {
  readonly eventId: string;
  readonly deviceId: string;
  readonly stationCode: string;
  readonly seq: number;
  readonly hash: string;
  /** As it was sent, in canonical JSON. */
  readonly body: string;
  readonly answer: PushOutcome;
}

const addSql = `INSERT INTO events (event_id, device_id, station_code, seq, hash, body, outcome, answer, answered_at)
  SELECT event_id, device_id, station_code, seq::bigint, hash, body, outcome, answer, $9::timestamptz
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    AS sent (event_id, device_id, station_code, seq, hash, body, outcome, answer)`;

/** Keeps events as they were sent with the answers they get for good. */
export function addingDecidedEvents(events: readonly AnsweredEvent[], answeredAt: string): Statement {
  const values = [
    events.map(({ eventId }) => eventId),
    events.map(({ deviceId }) => deviceId),
    events.map(({ stationCode }) => stationCode),
    events.map(({ seq }) => String(seq)),
    events.map(({ hash }) => hash),
    events.map(({ body }) => body),
    events.map(({ answer }) => answer.outcome),
    events.map(({ answer }) => JSON.stringify(answer)),
    answeredAt,
  ];
  return { sql: addSql, values };
}
