import { type PushOutcome, pushLimit, RejectionReason } from '../../../shared/contract/registry.ts';
import type { OutboxItem } from '../../../shared/contract/sync.ts';
import { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Database } from '../store/database.ts';
import { withdrawRecords } from '../store/records.ts';
import { statement } from '../store/statements.ts';

/** Events of one push together; far below what the registry takes, so that making and reading a push never holds up the service. */
const batchLimitBytes = 512 * 1024;

/** The oldest events that wait for the registry's answer, in their order, as many as fit into one push. */
export function listWaitingEvents(database: Database): RegisterEvent[] {
  const sql = `SELECT body FROM outbox JOIN events USING (event_id) WHERE state = 'provisional' ORDER BY outbox.seq LIMIT ${pushLimit}`;
  const events: RegisterEvent[] = [];
  let bytes = 0;
  for (const { body } of statement<[], { body: string }>(database, sql).all()) {
    bytes += body.length;
    if (events.length > 0 && bytes > batchLimitBytes) break;
    // Sent as it was written: what an older program left out must stay out, or its hash holds no longer. Whether it reads is for the
    // registry to say: one that does not is refused by itself and holds up no other.
    events.push(JSON.parse(body));
  }
  return events;
}

/** Everything that waits for the registry's answer, oldest first, in pieces as they are pushed. */
export function listWaitingBatches(database: Database): RegisterEvent[][] {
  const sql = `SELECT body FROM outbox JOIN events USING (event_id) WHERE state = 'provisional' ORDER BY outbox.seq`;
  const batches: RegisterEvent[][] = [];
  let bytes = batchLimitBytes;
  for (const { body } of statement<[], { body: string }>(database, sql).all()) {
    const last = batches.at(-1);
    bytes += body.length;
    if (last && bytes <= batchLimitBytes && last.length < pushLimit) {
      last.push(JSON.parse(body));
      continue;
    }
    batches.push([JSON.parse(body)]);
    bytes = body.length;
  }
  return batches;
}

/** An event that waits for the registry's answer, or null: it is not here, or was answered. */
export function findWaitingEvent(database: Database, eventId: string): RegisterEvent | null {
  const sql = `SELECT body FROM outbox JOIN events USING (event_id) WHERE event_id = ? AND state = 'provisional'`;
  const line = statement<[string], { body: string }>(database, sql).get(eventId);
  return line ? JSON.parse(line.body) : null;
}

interface Line {
  readonly eventId: string;
  readonly caseId: string;
  readonly acceptanceNumber: string;
  readonly eventState: 'provisional' | 'conflict' | 'rejected';
  readonly tries: number;
  readonly lastTryAt: string | null;
  readonly cause: string | null;
  readonly nextTryAt: string | null;
}

const linesSql = `SELECT event_id AS eventId, case_id AS caseId, coalesce(body ->> '$.facts.acceptanceNumber',
    (SELECT acceptance_number FROM cases WHERE cases.case_id = events.case_id), '') AS acceptanceNumber,
  state AS eventState, tries, last_try_at AS lastTryAt, cause, next_try_at AS nextTryAt
  FROM outbox JOIN events USING (event_id) ORDER BY outbox.seq`;

/** Everything the registry has not confirmed, oldest first; `sending` are the events on their way just now. */
export function listOutbox(database: Database, sending: ReadonlySet<string>): OutboxItem[] {
  return statement<[], Line>(database, linesSql)
    .all()
    .map(({ eventState, ...line }) => {
      if (eventState !== 'provisional') return { ...line, state: eventState };
      return { ...line, state: sending.has(line.eventId) ? 'sending' : 'waiting' };
    });
}

/** Events the registry refused and nobody has given up yet, oldest first, with the reason in one word. */
export function listRefusedEvents(database: Database): { eventId: string; cause: string | null }[] {
  const sql = `SELECT event_id AS eventId, cause FROM outbox JOIN events USING (event_id)
    WHERE state IN ('conflict', 'rejected') ORDER BY outbox.seq`;
  return statement<[], { eventId: string; cause: string | null }>(database, sql).all();
}

/** How many events the registry has not confirmed. */
export function countOutbox(database: Database): number {
  return statement<[], { count: number }>(database, 'SELECT count(*) AS count FROM outbox').get()?.count ?? 0;
}

/** Notes that these events were sent. */
export function noteTry(database: Database, events: readonly RegisterEvent[], at: string): void {
  const sql = 'UPDATE outbox SET tries = tries + 1, last_try_at = ?, next_try_at = NULL WHERE event_id = ?';
  database.transaction(() => {
    for (const { eventId } of events) statement(database, sql).run(at, eventId);
  })();
}

/** Notes that the registry was not even reached, which counts as a try of everything that waits. */
export function noteUnreached(database: Database, cause: string, at: string): void {
  const sql = `UPDATE outbox SET tries = tries + 1, last_try_at = ?, cause = ?
    WHERE event_id IN (SELECT event_id FROM events WHERE state = 'provisional')`;
  statement(database, sql).run(at, cause);
}

/** Notes why everything that waits still does. */
export function noteFailure(database: Database, cause: string): void {
  const sql = `UPDATE outbox SET cause = ? WHERE event_id IN (SELECT event_id FROM events WHERE state = 'provisional')`;
  statement(database, sql).run(cause);
}

/** Notes when what waits is tried again. */
export function noteNextTry(database: Database, at: string): void {
  const sql = `UPDATE outbox SET next_try_at = ? WHERE event_id IN (SELECT event_id FROM events WHERE state = 'provisional')`;
  statement(database, sql).run(at);
}

/** Keeps the registry's answer with the event. A confirmed one leaves the outbox; any other stays listed with the reason. */
export function keepAnswer(database: Database, outcome: PushOutcome, at: string): void {
  const sql = 'UPDATE events SET state = ?, answer = ?, answered_at = ? WHERE event_id = ?';
  statement(database, sql).run(outcome.outcome, JSON.stringify(outcome), at, outcome.eventId);
  if (outcome.outcome === 'confirmed')
    statement(database, 'DELETE FROM outbox WHERE event_id = ?').run(outcome.eventId);
  else
    statement(database, 'UPDATE outbox SET cause = ?, next_try_at = NULL WHERE event_id = ?').run(
      reasonOf(outcome),
      outcome.eventId,
    );
}

/** Why an event was not confirmed, in one word. */
export function reasonOf(outcome: Exclude<PushOutcome, { outcome: 'confirmed' }>): RejectionReason | 'conflict' {
  return outcome.outcome === 'conflict' ? 'conflict' : outcome.reason;
}

/** The registry could not judge the event and did not keep it: it comes again, in its place. */
export function isUndecided(outcome: PushOutcome): boolean {
  const { chain, hash } = RejectionReason.enum;
  return outcome.outcome === 'rejected' && (outcome.reason === chain || outcome.reason === hash);
}

/**
 * Gives up a registration that the registry did not take, inside the caller's transaction: its records go, what the registry holds comes out,
 * and it is no longer listed; event and answer are kept. False: the event is not there, not listed, or not refused.
 */
export function withdrawEvent(database: Database, eventId: string): boolean {
  const sql = `SELECT body FROM outbox JOIN events USING (event_id) WHERE event_id = ? AND state IN ('conflict', 'rejected')`;
  const line = statement<[string], { body: string }>(database, sql).get(eventId);
  if (!line) return false;
  withdrawRecords(database, RegisterEvent.parse(JSON.parse(line.body)));
  statement(database, 'DELETE FROM outbox WHERE event_id = ?').run(eventId);
  return true;
}
