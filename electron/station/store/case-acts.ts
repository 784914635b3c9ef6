import type { TimelineEntry } from '../../../shared/contract/case.ts';
import type { Database } from './database.ts';

type Act = TimelineEntry['act'];

/** Notes what happened to a case. `operatorId` null: the program itself (confirmation, closing). */
export function addCaseAct(
  database: Database,
  row: { caseId: string; act: Act; operatorId: string | null; at: string; note?: string },
): void {
  database
    .prepare(
      'INSERT INTO case_acts (case_id, act, operator_id, at, note) VALUES (@caseId, @act, @operatorId, @at, @note)',
    )
    .run({ note: '', ...row });
}

/** Everything that happened to a case, oldest first; `by` is the operator's name, empty for the program. */
export function listCaseActs(database: Database, caseId: string): TimelineEntry[] {
  return database
    .prepare<[string], TimelineEntry>(
      `SELECT a.at, a.act, coalesce(o.name, '') AS by, a.note FROM case_acts a LEFT JOIN operators o USING (operator_id)
       WHERE a.case_id = ? ORDER BY a.act_id`,
    )
    .all(caseId);
}

/** A decision level of a case; `decidedAt` null: still to come. */
export interface StoredApproval {
  readonly level: 'station' | 'county' | 'prefecture';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** Sets the levels a case has to pass, none decided yet. */
export function putApprovals(database: Database, caseId: string, levels: readonly string[]): void {
  database.prepare('DELETE FROM case_approvals WHERE case_id = ?').run(caseId);
  const insert = database.prepare('INSERT INTO case_approvals (case_id, level, position) VALUES (?, ?, ?)');
  for (const [position, level] of levels.entries()) insert.run(caseId, level, position);
}

/** The levels of a case in their order. */
export function listApprovals(database: Database, caseId: string): StoredApproval[] {
  return database
    .prepare<[string], StoredApproval>(
      `SELECT a.level, coalesce(o.name, a.office) AS decidedBy, a.decided_at AS decidedAt FROM case_approvals a LEFT JOIN operators o USING (operator_id)
       WHERE a.case_id = ? ORDER BY a.position`,
    )
    .all(caseId);
}

/** Notes a level's consent: given by an operator here, or by an office outside, by its name. */
export function decideApproval(
  database: Database,
  row: {
    caseId: string;
    level: string;
    operatorId: string | null;
    office: string | null;
    at: string;
    decisionNumber: string;
  },
): void {
  database
    .prepare(
      `UPDATE case_approvals SET operator_id = @operatorId, office = @office, decided_at = @at, decision_number = @decisionNumber
       WHERE case_id = @caseId AND level = @level`,
    )
    .run(row);
}
