import type { PushOutcome } from '../../../shared/contract/registry.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Database } from '../store/database.ts';
import { hashOfEvent } from '../store/event-hash.ts';
import { statement } from '../store/statements.ts';
import { reasonOf } from './outbox.ts';

/** A place in the chain of a device's events. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first event. */
export const chainStart: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** An event of this device as the registry keeps it. */
export interface KeptEvent {
  readonly event: RegisterEvent;
  /** As it was sent; its hash is over this. */
  readonly body: string;
  readonly outcome: PushOutcome;
}

/** The newest event the registry has answered, as far as this file knows; the start where there is none. */
export function findNewestDecided(database: Database): ChainHead {
  const sql = "SELECT seq, hash FROM events WHERE state <> 'provisional' AND seq > 0 ORDER BY seq DESC LIMIT 1";
  return statement<[], ChainHead>(database, sql).get() ?? chainStart;
}

/** Whether this file has the event just as the registry keeps it. */
export function isInChain(database: Database, { eventId, hash }: RegisterEvent): boolean {
  const sql = 'SELECT 1 FROM events WHERE event_id = ? AND hash = ?';
  return statement<[string, string]>(database, sql).get(eventId, hash) !== undefined;
}

/**
 * Lets events get another place in the chain, inside the caller's transaction. A trigger forbids it at all other times; it is back before
 * anybody else sees the database.
 */
export function whileRechaining(database: Database, work: () => void): void {
  const name = 'events_keep_bodies';
  const sql = database.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name);
  if (sql === undefined) throw new Error('the guard of the events is gone');
  database.exec(`DROP TRIGGER ${name}`);
  work();
  database.exec(sql);
}

/** Takes the events that wait out of the chain, oldest first; they stand below zero until they are put into it again. */
export function unchainWaiting(database: Database): RegisterEvent[] {
  const waiting = database
    .prepare<[], { body: string }>("SELECT body FROM events WHERE state = 'provisional' ORDER BY seq")
    .all()
    .map(({ body }) => RegisterEvent.parse(JSON.parse(body)));
  const lowest = Number(database.prepare('SELECT min(0, min(seq)) FROM events').pluck().get() ?? 0);
  for (const [index, event] of waiting.entries())
    place(database, event.eventId, { ...event, seq: lowest - 1 - index, body: null });
  return waiting;
}

interface Place extends ChainHead {
  /** Null: as it is. */
  readonly body: string | null;
}

function place(database: Database, eventId: string, { seq, hash, body }: Place): void {
  const sql = 'UPDATE events SET seq = ?, hash = ?, body = coalesce(?, body) WHERE event_id = ?';
  database.prepare(sql).run(seq, hash, body, eventId);
  database.prepare('UPDATE outbox SET seq = ? WHERE event_id = ?').run(seq, eventId);
}

/** Puts a waiting event behind another one, under its own id; answers its new place. */
export function chainBehind(database: Database, event: RegisterEvent, before: ChainHead): ChainHead {
  const { hash: _, ...moved } = { ...event, seq: before.seq + 1, prevHash: before.hash };
  const hash = hashOfEvent(moved);
  place(database, event.eventId, { seq: moved.seq, hash, body: canonicalJson({ ...moved, hash }) });
  return { seq: moved.seq, hash };
}

/** Gives an event that is here the place the registry keeps it in. False: the event is not here. */
export function placeAsKept(database: Database, { event, body }: KeptEvent): boolean {
  const isHere = database.prepare('SELECT 1 FROM events WHERE event_id = ?').get(event.eventId) !== undefined;
  if (isHere) place(database, event.eventId, { seq: event.seq, hash: event.hash, body });
  return isHere;
}

/** Takes back an event that this file lost, with its answer. One that was refused and not settled since is listed again. */
export function addLostEvent(
  database: Database,
  { event, body, outcome }: KeptEvent,
  { at, isSettled }: { readonly at: string; readonly isSettled: boolean },
): void {
  const { eventId, seq, caseId, hash } = event;
  database
    .prepare(
      `INSERT INTO events (event_id, seq, case_id, registered_on, body, hash, state, answer, answered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      eventId,
      seq,
      caseId,
      event.facts.registeredOn,
      body,
      hash,
      outcome.outcome,
      JSON.stringify(outcome),
      outcome.outcome === 'confirmed' ? outcome.confirmedAt : at,
    );
  if (outcome.outcome === 'confirmed' || isSettled) return;
  const sql = 'INSERT INTO outbox (event_id, seq, tries, cause) VALUES (?, ?, 1, ?)';
  database.prepare(sql).run(eventId, seq, reasonOf(outcome));
}

/** Closes an event that was never sent: it stays among the events, outside the chain and outside the outbox. */
export function closeUnsent(database: Database, eventId: string): void {
  database.prepare("UPDATE events SET state = 'rejected' WHERE event_id = ?").run(eventId);
  database.prepare('DELETE FROM outbox WHERE event_id = ?').run(eventId);
}
