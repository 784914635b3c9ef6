import { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** Hash and number of this device's newest event, or null before the first. */
export function findLastEvent(database: Database): { seq: number; hash: string } | null {
  const newest = 'SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1';
  return statement<[], { seq: number; hash: string }>(database, newest).get() ?? null;
}

/** Keeps an event and puts it into the outbox, inside the caller's transaction. */
export function addEvent(database: Database, event: RegisterEvent, body: string): void {
  statement(
    database,
    `INSERT INTO events (event_id, seq, case_id, registered_on, body, hash, state) VALUES (?, ?, ?, ?, ?, ?, 'provisional')`,
  ).run(event.eventId, event.seq, event.caseId, event.facts.registeredOn, body, event.hash);
  statement(database, 'INSERT INTO outbox (event_id, seq) VALUES (?, ?)').run(event.eventId, event.seq);
}

export interface StoredEvent {
  readonly event: RegisterEvent;
  readonly state: 'provisional' | 'confirmed' | 'conflict' | 'rejected';
}

/** The registry's answer to an own event as it came, as JSON; null: none yet, or no own event. */
export function findAnswer(database: Database, eventId: string): string | null {
  const sql = 'SELECT answer FROM events WHERE event_id = ?';
  return statement<[string], { answer: string | null }>(database, sql).get(eventId)?.answer ?? null;
}

/** The event, or null. */
export function findEvent(database: Database, eventId: string): StoredEvent | null {
  const sql = 'SELECT body, state FROM events WHERE event_id = ?';
  const row = statement<[string], { body: string; state: StoredEvent['state'] }>(database, sql).get(eventId);
  return row ? { event: RegisterEvent.parse(JSON.parse(row.body)), state: row.state } : null;
}
