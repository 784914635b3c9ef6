import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** A case that somebody else filled in before it came to this counter. */
export interface PrefilledCase {
  readonly applicationId: string;
  readonly caseId: string;
  readonly partyName: string;
  readonly filledBy: string;
  readonly filledAt: string;
  readonly receivedAt: string;
  /** When somebody at this counter had gone through it with the applicant; null: not yet. */
  readonly checkedAt: string | null;
}

const columns = `application_id AS applicationId, case_id AS caseId, party_name AS partyName, filled_by AS filledBy, filled_at AS filledAt,
  received_at AS receivedAt, checked_at AS checkedAt`;

/** Keeps where a case came from. */
export function addPrefilledCase(database: Database, row: Omit<PrefilledCase, 'checkedAt'>): void {
  const sql = `INSERT INTO prefilled_cases (application_id, case_id, party_name, filled_by, filled_at, received_at)
    VALUES (?, ?, ?, ?, ?, ?)`;
  const { applicationId, caseId, partyName, filledBy, filledAt, receivedAt } = row;
  statement(database, sql).run(applicationId, caseId, partyName, filledBy, filledAt, receivedAt);
}

/** The case made of an application, or null. */
export function findByApplication(database: Database, applicationId: string): PrefilledCase | null {
  const sql = `SELECT ${columns} FROM prefilled_cases WHERE application_id = ?`;
  return statement<[string], PrefilledCase>(database, sql).get(applicationId) ?? null;
}

/** Who filled a case in before, or null: it was begun here. */
export function findPrefilledCase(database: Database, caseId: string): PrefilledCase | null {
  const sql = `SELECT ${columns} FROM prefilled_cases WHERE case_id = ?`;
  return statement<[string], PrefilledCase>(database, sql).get(caseId) ?? null;
}

/** Somebody at this counter has gone through it with the applicant. */
export function putChecked(database: Database, caseId: string, by: { operatorId: string; at: string }): void {
  const sql = 'UPDATE prefilled_cases SET checked_at = ?, checked_by = ? WHERE case_id = ? AND checked_at IS NULL';
  statement(database, sql).run(by.at, by.operatorId, caseId);
}
