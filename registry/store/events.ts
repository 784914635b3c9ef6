import { PushOutcome } from '../../shared/contract/registry.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { type RegisterEvent, ToldEvent } from '../../shared/domain/events.ts';
import type { Queryable } from './database.ts';

/** Hash of an event decided earlier and the answer it got, or null. */
export async function findDecidedEvent(
  transaction: Queryable,
  eventId: string,
): Promise<{ hash: string; answer: PushOutcome } | null> {
  const rows = await transaction.query<{ hash: string; answer: string }>(
    'SELECT hash, answer FROM events WHERE event_id = $1',
    [eventId],
  );
  const [row] = rows;
  return row ? { hash: row.hash, answer: PushOutcome.parse(JSON.parse(row.answer)) } : null;
}

/** What these events say, without what they do, as it was sent. */
export async function listToldEvents(database: Queryable, eventIds: readonly string[]): Promise<ToldEvent[]> {
  if (eventIds.length === 0) return [];
  const rows = await database.query<{ told: unknown }>(
    `SELECT body::jsonb - '{effects,hash,prevHash,seq}'::text[] AS told FROM events
     WHERE event_id IN (SELECT jsonb_array_elements_text($1::text::jsonb))`,
    [JSON.stringify(eventIds)],
  );
  return rows.map(({ told }) => ToldEvent.parse(told));
}

/** Keeps an event as it was sent with the answer it gets for good. */
export async function addDecidedEvent(
  transaction: Queryable,
  event: RegisterEvent,
  { sent, answer, answeredAt }: { readonly sent: object; readonly answer: PushOutcome; readonly answeredAt: string },
): Promise<void> {
  await transaction.query(
    `INSERT INTO events (event_id, device_id, station_code, seq, hash, body, outcome, answer, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      event.eventId,
      event.deviceId,
      event.stationCode,
      event.seq,
      event.hash,
      canonicalJson(sent),
      answer.outcome,
      JSON.stringify(answer),
      answeredAt,
    ],
  );
}
