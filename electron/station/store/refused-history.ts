import type { ConflictChoice, RegisterEvent } from '../../../shared/domain/events.ts';
import type { RecordKind } from '../../../shared/domain/register-records.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Keeps what a refused event found and made of each record, before its records are taken out of the register; once. */
export function keepRefused(database: Database, eventId: string): void {
  const sql = `INSERT INTO refused_history (kind, record_id, event_id, before, after)
    SELECT kind, record_id, event_id, before, after FROM record_history WHERE event_id = ? ON CONFLICT DO NOTHING`;
  statement(database, sql).run(eventId);
}

/** Notes what the registry holds of a record when the refused event is settled; null: nothing. */
export function noteTheirs(
  database: Database,
  eventId: string,
  { kind, id, data }: { readonly kind: RecordKind; readonly id: string; readonly data: object | null },
): void {
  const sql = 'UPDATE refused_history SET theirs = ? WHERE kind = ? AND record_id = ? AND event_id = ?';
  statement(database, sql).run(data && JSON.stringify(data), kind, id, eventId);
}

/** A record as a refused event found it; `before` null: the event made it. */
interface FoundRecord {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly before: Fields | null;
}

/** What a refused event found, whether its records still stand in the register or were taken out. */
export function listFound(database: Database, eventId: string): FoundRecord[] {
  const sql = `SELECT kind, record_id AS recordId, before FROM refused_history WHERE event_id = @eventId
    UNION SELECT kind, record_id, before FROM record_history WHERE event_id = @eventId
      AND NOT EXISTS (SELECT 1 FROM refused_history WHERE event_id = @eventId)`;
  return statement<[{ eventId: string }], { kind: RecordKind; recordId: string; before: string | null }>(database, sql)
    .all({ eventId })
    .map((row) => ({ ...row, before: row.before === null ? null : JSON.parse(row.before) }));
}

/** How a refused event was settled. */
interface SettledConflict {
  readonly eventId: string;
  /** The event that says so. */
  readonly settledBy: string;
  readonly choice: ConflictChoice;
  readonly reason: string;
  readonly operatorId: string;
  readonly at: string;
}

/** Notes it, inside the caller's transaction. A second settlement of the same event throws. */
export function addSettledConflict(database: Database, settled: SettledConflict): void {
  const sql = `INSERT INTO settled_conflicts (event_id, settled_by, choice, reason, operator_id, at)
    VALUES (@eventId, @settledBy, @choice, @reason, @operatorId, @at)`;
  statement(database, sql).run({ ...settled });
}

/** How the event was settled, or null: it was not, or never refused. */
export function findSettledConflict(database: Database, eventId: string): SettledConflict | null {
  const sql = `SELECT event_id AS eventId, settled_by AS settledBy, choice, reason, operator_id AS operatorId, at
    FROM settled_conflicts WHERE event_id = ?`;
  return statement<[string], SettledConflict>(database, sql).get(eventId) ?? null;
}

/** What a refused event that was taken out of the register had made of a record. */
interface RefusedLine extends FoundRecord {
  readonly after: Fields;
  readonly event: RegisterEvent;
}

type RefusedRow = { kind: RecordKind; recordId: string; before: string | null; after: string; body: string };

/** Every refused event that was about the record, without those whose records still stand there. */
export function listRefusedLines(database: Database, kind: RecordKind, recordId: string): RefusedLine[] {
  const sql = `SELECT kind, record_id AS recordId, before, after, body FROM refused_history JOIN events USING (event_id)
    WHERE kind = ? AND record_id = ?`;
  return statement<[string, string], RefusedRow>(database, sql)
    .all(kind, recordId)
    .map(({ before, after, body, ...row }) => ({
      ...row,
      before: before === null ? null : JSON.parse(before),
      after: JSON.parse(after),
      event: JSON.parse(body) as RegisterEvent,
    }));
}
