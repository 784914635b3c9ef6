import { type RegisterEvent, SettlementFacts, type ToldEvent } from '../../../shared/domain/events.ts';
import type { RecordKind, VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** Notes what happened, once; the same event told again changes nothing. */
export function addHappening(database: Database, told: ToldEvent | RegisterEvent, learntAt: string): void {
  const { facts } = told;
  const acceptanceNumber = 'acceptanceNumber' in facts ? facts.acceptanceNumber : '';
  const happenedOn = 'happenedOn' in facts ? facts.happenedOn : facts.registeredOn;
  statement(
    database,
    `INSERT INTO happenings (event_id, kind, station_code, operator_id, case_id, procedure, acceptance_number, facts,
       registered_on, happened_on, occurred_at, learnt_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(
    told.eventId,
    told.kind,
    told.stationCode,
    told.operatorId,
    told.caseId,
    facts.procedure,
    acceptanceNumber,
    JSON.stringify(facts),
    facts.registeredOn,
    happenedOn,
    told.occurredAt,
    learntAt,
  );
  if ('reversedEventId' in facts)
    statement(database, 'UPDATE happenings SET reversed_by = ? WHERE event_id = ?').run(
      told.eventId,
      facts.reversedEventId,
    );
}

/** Keeps what an event made of a record; `before`, the data or their JSON: null is new, or not in this copy before. */
export function addHistory(
  database: Database,
  eventId: string,
  after: VersionedRecord,
  before: VersionedRecord['data'] | string | null,
): void {
  statement(
    database,
    `INSERT INTO record_history (kind, record_id, event_id, version, before, after) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET version = excluded.version`,
  ).run(
    after.kind,
    after.id,
    eventId,
    after.version,
    before === null || typeof before === 'string' ? before : JSON.stringify(before),
    JSON.stringify(after.data),
  );
}

/** Forgets an event that never came true: refused by the registry and given up. The event itself stays among the events. */
export function dropHappening(database: Database, eventId: string): void {
  statement(database, 'DELETE FROM record_history WHERE event_id = ?').run(eventId);
  statement(database, 'UPDATE happenings SET reversed_by = NULL WHERE reversed_by = ?').run(eventId);
  statement(database, 'DELETE FROM happenings WHERE event_id = ?').run(eventId);
}

/** Forgets all that happened. */
export function emptyHistory(database: Database): void {
  for (const table of ['record_history', 'happenings']) database.exec(`DELETE FROM ${table}`);
}

/** One step in the life of a record. */
export interface HistoryLine {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly version: number;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
  readonly eventId: string;
  readonly eventKind: RegisterEvent['kind'];
  readonly stationCode: string;
  readonly operatorId: string | null;
  readonly caseId: string | null;
  readonly procedure: string;
  readonly acceptanceNumber: string;
  /** What the event says beyond its effects. */
  readonly facts: RegisterEvent['facts'];
  readonly registeredOn: string;
  readonly happenedOn: string;
  readonly occurredAt: string;
  readonly learntAt: string;
  readonly reversedBy: string | null;
}

type Row = Omit<HistoryLine, 'before' | 'after' | 'facts'> & {
  readonly before: string | null;
  readonly after: string;
  readonly facts: string;
};

const columns = `kind_of.kind AS kind, record_id AS recordId, version, before, after, event_id AS eventId, told.kind AS eventKind,
  station_code AS stationCode, operator_id AS operatorId, case_id AS caseId, procedure, acceptance_number AS acceptanceNumber, facts,
  registered_on AS registeredOn, happened_on AS happenedOn, occurred_at AS occurredAt, learnt_at AS learntAt, reversed_by AS reversedBy`;

function linesOf(rows: readonly Row[]): HistoryLine[] {
  return rows.map((row) => ({
    ...row,
    before: row.before === null ? null : JSON.parse(row.before),
    after: JSON.parse(row.after),
    facts: JSON.parse(row.facts),
  }));
}

/** What happened to a record, the newest first. */
export function listHistory(database: Database, kind: RecordKind, recordId: string): HistoryLine[] {
  const sql = `SELECT ${columns} FROM record_history AS kind_of JOIN happenings AS told USING (event_id)
    WHERE kind_of.kind = ? AND record_id = ? ORDER BY occurred_at DESC, event_id DESC`;
  return linesOf(statement<[string, string], Row>(database, sql).all(kind, recordId));
}

/** What an event did to each record. */
export function listHistoryOfEvent(database: Database, eventId: string): HistoryLine[] {
  const sql = `SELECT ${columns} FROM record_history AS kind_of JOIN happenings AS told USING (event_id)
    WHERE event_id = ? ORDER BY kind_of.kind, record_id`;
  return linesOf(statement<[string], Row>(database, sql).all(eventId));
}

/** What this copy knows of an event beside its effects, or null. */
export function findHappening(database: Database, eventId: string): { readonly reversedBy: string | null } | null {
  const sql = 'SELECT reversed_by AS reversedBy FROM happenings WHERE event_id = ?';
  return statement<[string], { reversedBy: string | null }>(database, sql).get(eventId) ?? null;
}

/** What an event says beside its effects, of this or another computer; null: this copy does not know it. */
export function findFacts(database: Database, eventId: string): unknown {
  const row = statement<[string], { facts: string }>(database, 'SELECT facts FROM happenings WHERE event_id = ?').get(
    eventId,
  );
  return row ? JSON.parse(row.facts) : null;
}

/** Whether a later event than this one, which still stands, changed the record. */
export function hasLaterHistory(
  database: Database,
  record: { readonly kind: RecordKind; readonly id: string },
  event: Pick<RegisterEvent, 'eventId' | 'occurredAt'>,
): boolean {
  const sql = `SELECT 1 FROM record_history AS line JOIN happenings AS told USING (event_id)
    WHERE line.kind = ? AND record_id = ? AND event_id <> ? AND occurred_at >= ?
      AND reversed_by IS NULL AND told.kind <> 'event.reversed' LIMIT 1`;
  const { kind, id } = record;
  return statement<unknown[]>(database, sql).get(kind, id, event.eventId, event.occurredAt) !== undefined;
}

/** A settlement as the reports count it; `provisional`: registered here, the registry has not confirmed it. */
export interface Settled {
  readonly facts: SettlementFacts;
  readonly state: 'provisional' | 'confirmed';
}

/**
 * Settlements of a station in a period (both days included), in their order, at whichever of its windows. Left out are those the registry
 * did not take and those undone since.
 */
export function listSettlements(
  database: Database,
  stationCode: string,
  period: { readonly from: string; readonly until: string },
): Settled[] {
  const sql = `SELECT CASE kind WHEN 'conflict.settled' THEN facts -> '$.restates' ELSE facts END AS facts,
      coalesce(state, 'confirmed') AS state FROM happenings LEFT JOIN events USING (event_id)
    WHERE (kind = 'settlement.registered' OR kind = 'conflict.settled' AND facts ->> '$.restates.movers' IS NOT NULL) AND station_code = ? AND happenings.registered_on BETWEEN ? AND ? AND reversed_by IS NULL
      AND coalesce(state, 'confirmed') IN ('provisional', 'confirmed')
    ORDER BY occurred_at, event_id`;
  return statement<[string, string, string], { facts: string; state: Settled['state'] }>(database, sql)
    .all(stationCode, period.from, period.until)
    .map(({ facts, state }) => ({ facts: SettlementFacts.parse(JSON.parse(facts)), state }));
}
