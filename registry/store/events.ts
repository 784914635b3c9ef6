import { PushOutcome } from '../../shared/contract/registry.ts';
import type { Queryable } from './database.ts';

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
    `SELECT event_id AS id, hash, answer FROM events
     WHERE event_id IN (SELECT jsonb_array_elements_text($1::text::jsonb))`,
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

/** Keeps events as they were sent with the answers they get for good. */
export async function addDecidedEvents(
  transaction: Queryable,
  events: readonly AnsweredEvent[],
  answeredAt: string,
): Promise<void> {
  const rows = events.map(({ eventId, deviceId, stationCode, seq, hash, body, answer }) => ({
    ...{ event_id: eventId, device_id: deviceId, station_code: stationCode, seq, hash, body },
    ...{ outcome: answer.outcome, answer: JSON.stringify(answer) },
  }));
  await transaction.query(
    `INSERT INTO events (event_id, device_id, station_code, seq, hash, body, outcome, answer, answered_at)
     SELECT event_id, device_id, station_code, seq, hash, body, outcome, answer, $2::timestamptz
     FROM json_to_recordset($1::text::json) AS sent
       (event_id text, device_id text, station_code text, seq bigint, hash text, body text, outcome text, answer text)`,
    [JSON.stringify(rows), answeredAt],
  );
}
