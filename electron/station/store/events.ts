import { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Database } from './database.ts';

/** Hash and number of this device's newest event, or null before the first. */
export function findLastEvent(database: Database): { seq: number; hash: string } | null {
  return (
    database
      .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1')
      .get() ?? null
  );
}

/** Keeps an event and puts it into the outbox, inside the caller's transaction. */
export function addEvent(database: Database, event: RegisterEvent, body: string): void {
  database
    .prepare(
      "INSERT INTO events (event_id, seq, case_id, registered_on, body, hash, state) VALUES (?, ?, ?, ?, ?, ?, 'provisional')",
    )
    .run(event.eventId, event.seq, event.caseId, event.facts.registeredOn, body, event.hash);
  database.prepare('INSERT INTO outbox (event_id, seq) VALUES (?, ?)').run(event.eventId, event.seq);
}

export interface StoredEvent {
  readonly event: RegisterEvent;
  readonly state: 'provisional' | 'confirmed' | 'conflict' | 'rejected';
}

/** The event, or null. */
export function findEvent(database: Database, eventId: string): StoredEvent | null {
  const row = database
    .prepare<[string], { body: string; state: StoredEvent['state'] }>(
      'SELECT body, state FROM events WHERE event_id = ?',
    )
    .get(eventId);
  return row ? { event: RegisterEvent.parse(JSON.parse(row.body)), state: row.state } : null;
}
