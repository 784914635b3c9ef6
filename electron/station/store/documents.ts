import type { Database } from './database.ts';

/** A paper of a case. `needsConfirmation`: proves a final state and waits for the registry. */
export interface StoredDocument {
  readonly documentId: string;
  readonly caseId: string;
  readonly form: string;
  readonly subject: string;
  readonly personId: string | null;
  readonly needsConfirmation: number;
  readonly isRequired: number;
  readonly copies: number;
  readonly printedAt: string | null;
}

const columns = `document_id AS documentId, case_id AS caseId, form, subject, person_id AS personId, needs_confirmation AS needsConfirmation,
  is_required AS isRequired, copies, printed_at AS printedAt`;

/** The paper, or null. */
export function findDocument(database: Database, documentId: string): StoredDocument | null {
  return (
    database
      .prepare<[string], StoredDocument>(`SELECT ${columns} FROM documents WHERE document_id = ?`)
      .get(documentId) ?? null
  );
}

/** A case's papers in the order they were made. */
export function listDocuments(database: Database, caseId: string): StoredDocument[] {
  return database
    .prepare<[string], StoredDocument>(`SELECT ${columns} FROM documents WHERE case_id = ? ORDER BY rowid`)
    .all(caseId);
}

/** Adds a paper that was not printed yet. */
export function addDocument(
  database: Database,
  row: {
    documentId: string;
    caseId: string;
    form: string;
    subject: string;
    personId: string | null;
    needsConfirmation: boolean;
    isRequired: boolean;
    at: string;
  },
): void {
  database
    .prepare(
      `INSERT INTO documents (document_id, case_id, form, subject, person_id, needs_confirmation, is_required, created_at)
       VALUES (@documentId, @caseId, @form, @subject, @personId, @needsConfirmation, @isRequired, @at)`,
    )
    .run({ ...row, needsConfirmation: Number(row.needsConfirmation), isRequired: Number(row.isRequired) });
}

/** Counts a copy that left the printer. The same copy reported twice counts once. */
export function countCopy(database: Database, documentId: string, copy: number, at: string): void {
  database
    .prepare('UPDATE documents SET copies = ?, printed_at = ? WHERE document_id = ? AND copies = ?')
    .run(copy, at, documentId, copy - 1);
}

/** Papers that must be printed before the case can close. */
export function countUnprinted(database: Database, caseId: string): number {
  const row = database
    .prepare<[string], { count: number }>(
      'SELECT count(*) AS count FROM documents WHERE case_id = ? AND copies = 0 AND is_required = 1',
    )
    .get(caseId);
  return row?.count ?? 0;
}
