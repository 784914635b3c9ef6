import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** One copy that went to a printer. `outcome` null: what became of the numbered sheet is still asked for. */
export interface StoredPrint {
  readonly printId: number;
  readonly documentId: string;
  readonly copy: number;
  readonly printer: string;
  /** The operator's name. */
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly blankId: string | null;
  readonly blankNumber: string | null;
  readonly outcome: 'good' | 'spoiled' | 'unused' | null;
}

/** A copy to note. */
export type NewPrint = Omit<StoredPrint, 'printId' | 'by'> & { readonly operatorId: string };

const select = `SELECT print_id AS printId, document_id AS documentId, copy, printer, o.name AS by, at, reason, blank_id AS blankId,
  blank_number AS blankNumber, outcome FROM print_log JOIN operators o USING (operator_id)`;

/** Notes a copy that went to a printer. */
export function addPrint(database: Database, print: NewPrint): void {
  statement(
    database,
    `INSERT INTO print_log (document_id, copy, printer, operator_id, at, reason, blank_id, blank_number, outcome)
     VALUES (@documentId, @copy, @printer, @operatorId, @at, @reason, @blankId, @blankNumber, @outcome)`,
  ).run({ ...print });
}

/** Every copy of a case's papers, oldest first. */
export function listPrints(database: Database, caseId: string): StoredPrint[] {
  return statement<[string], StoredPrint>(
    database,
    `${select} WHERE document_id IN (SELECT document_id FROM documents WHERE case_id = ?) ORDER BY print_id`,
  ).all(caseId);
}

/** Numbered sheets of which nobody has said yet what became of them, oldest first. */
export function listAskedPrints(database: Database): StoredPrint[] {
  return statement<[], StoredPrint>(database, `${select} WHERE outcome IS NULL ORDER BY print_id`).all();
}

/** The numbered sheet of a document that is asked about, or null. */
export function findAskedPrint(database: Database, documentId: string): StoredPrint | null {
  const sql = `${select} WHERE outcome IS NULL AND document_id = ?`;
  return statement<[string], StoredPrint>(database, sql).get(documentId) ?? null;
}

/** Notes which printer took a sheet that is asked about. */
export function notePrinter(database: Database, printId: number, printer: string): void {
  statement(database, 'UPDATE print_log SET printer = ? WHERE print_id = ?').run(printer, printId);
}

/** Notes what became of a numbered sheet. */
export function noteOutcome(database: Database, printId: number, outcome: 'good' | 'spoiled' | 'unused'): void {
  statement(database, 'UPDATE print_log SET outcome = ? WHERE print_id = ?').run(outcome, printId);
}
