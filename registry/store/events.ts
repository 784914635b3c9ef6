import { PushOutcome } from '../../shared/contract/registry.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import type { RegisterEvent } from '../../shared/domain/events.ts';
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

/** Keeps an event as it was sent with the answer it gets for good. */
export async function addDecidedEvent(
  transaction: Queryable,
  event: RegisterEvent,
  answer: PushOutcome,
  answeredAt: string,
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
      canonicalJson(event),
      answer.outcome,
      JSON.stringify(answer),
      answeredAt,
    ],
  );
}
