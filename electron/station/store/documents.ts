import type { Database } from './database.ts';

/** A paper of a case. `needsConfirmation`: proves a final state and waits for the registry. */
export interface StoredDocument {
  readonly documentId: string;
  readonly caseId: string;
  readonly form: string;
  readonly subject: string;
  readonly personId: string | null;
  /** The record it stands for beside the person: a household, paper, certificate, residence registration or permit. */
  readonly recordId: string | null;
  readonly needsConfirmation: number;
  readonly isRequired: number;
  readonly copies: number;
  /** How many copies the case needs. */
  readonly copiesWanted: number;
  readonly printedAt: string | null;
}

const columns = `document_id AS documentId, case_id AS caseId, form, subject, person_id AS personId, record_id AS recordId, needs_confirmation AS needsConfirmation,
  is_required AS isRequired, copies, copies_wanted AS copiesWanted, printed_at AS printedAt`;

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
    recordId?: string | null;
    needsConfirmation: boolean;
    isRequired: boolean;
    /** One when left out. */
    copiesWanted?: number;
    at: string;
  },
): void {
  database
    .prepare(
      `INSERT INTO documents (document_id, case_id, form, subject, person_id, record_id, needs_confirmation, is_required, copies_wanted, created_at)
       VALUES (@documentId, @caseId, @form, @subject, @personId, @recordId, @needsConfirmation, @isRequired, @copiesWanted, @at)`,
    )
    .run({
      recordId: null,
      copiesWanted: 1,
      ...row,
      needsConfirmation: Number(row.needsConfirmation),
      isRequired: Number(row.isRequired),
    });
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
      'SELECT count(*) AS count FROM documents WHERE case_id = ? AND copies < copies_wanted AND is_required = 1',
    )
    .get(caseId);
  return row?.count ?? 0;
}

/** A paper that another one replaces: the record it stands for is known now, and the case no longer waits for it. */
export function replaceDocument(database: Database, documentId: string, recordId: string): void {
  database
    .prepare('UPDATE documents SET record_id = ?, is_required = 0 WHERE document_id = ?')
    .run(recordId, documentId);
}

/** Takes the papers of a record out again that never came true and were not printed. */
export function dropDocumentsOf(database: Database, recordId: string): void {
  database
    .prepare(
      `DELETE FROM documents WHERE record_id = ? AND copies = 0
       AND NOT EXISTS (SELECT 1 FROM print_log p WHERE p.document_id = documents.document_id)`,
    )
    .run(recordId);
}

/** Takes a paper out again that was never sent to a printer. */
export function dropDocument(database: Database, documentId: string): void {
  database
    .prepare(
      `DELETE FROM documents WHERE document_id = @documentId AND copies = 0
       AND NOT EXISTS (SELECT 1 FROM print_log p WHERE p.document_id = @documentId)`,
    )
    .run({ documentId });
}

/** The paper of a record stands again after all; `isOfCase`: it was printed from its case and has no record. */
export function restoreDocumentOf(database: Database, recordId: string, isOfCase: boolean): void {
  database.prepare('UPDATE documents SET is_required = 1 WHERE record_id = ?').run(recordId);
  if (isOfCase) database.prepare('UPDATE documents SET record_id = NULL WHERE record_id = ?').run(recordId);
}
