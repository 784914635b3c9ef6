import { RefusedBecause } from '../../../shared/contract/conflict.ts';
import { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Database } from '../store/database.ts';
import { statement } from '../store/statements.ts';

/** An own event that the registry did not take and nobody has settled. */
export interface Refused {
  readonly event: RegisterEvent;
  readonly because: RefusedBecause;
  readonly refusedAt: string | null;
}

interface Row {
  readonly body: string;
  readonly cause: string | null;
  readonly refusedAt: string | null;
}

const refusedSql = `SELECT body, cause, answered_at AS refusedAt FROM outbox JOIN events USING (event_id)
  WHERE state IN ('conflict', 'rejected')`;

function refusedOf({ body, cause, refusedAt }: Row): Refused {
  return { event: RegisterEvent.parse(JSON.parse(body)), because: RefusedBecause.parse(cause), refusedAt };
}

/** All of them, oldest first. */
export function listRefused(database: Database): Refused[] {
  return statement<[], Row>(database, `${refusedSql} ORDER BY outbox.seq`).all().map(refusedOf);
}

/** How many there are. */
export function countRefused(database: Database): number {
  const sql = `SELECT count(*) AS count FROM (${refusedSql})`;
  return statement<[], { count: number }>(database, sql).get()?.count ?? 0;
}

/** The refused event, or null: it is not there, not refused, or settled. */
export function findRefused(database: Database, eventId: string): Refused | null {
  const row = statement<[string], Row>(database, `${refusedSql} AND event_id = ?`).get(eventId);
  return row ? refusedOf(row) : null;
}

interface LaterRow {
  readonly eventId: string;
  readonly body: string;
}

/** What an event makes that others can build on: itself, and every record that is new. */
function idsOf(event: RegisterEvent): string[] {
  return [event.eventId, ...event.effects.filter(({ basedOn }) => basedOn === 0).map(({ id }) => id)];
}

/**
 * The ids of the unconfirmed events that build on this one, oldest first: they name it, a record it makes, or another of them. Only the texts
 * are searched, as weeks without the registry can leave hundreds.
 */
export function listBehind(database: Database, event: RegisterEvent): string[] {
  const sql =
    'SELECT event_id AS eventId, body FROM outbox JOIN events USING (event_id) WHERE outbox.seq > ? ORDER BY outbox.seq';
  const known = new Set(idsOf(event));
  return statement<[number], LaterRow>(database, sql)
    .all(event.seq)
    .filter(({ body }) => {
      if (![...known].some((id) => body.includes(id))) return false;
      for (const id of idsOf(RegisterEvent.parse(JSON.parse(body)))) known.add(id);
      return true;
    })
    .map(({ eventId }) => eventId);
}

/** The refused event on which this one builds directly or through others, the first of them; null: it stands for itself. */
export function findBuiltOn(database: Database, refused: readonly Refused[], event: RegisterEvent): string | null {
  const earlier = refused.filter(({ event: { seq } }) => seq < event.seq);
  return earlier.find((it) => listBehind(database, it.event).includes(event.eventId))?.event.eventId ?? null;
}
