import type { DocumentRow, PrintLine } from '../../../shared/contract/document.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Calling, Program } from '../program.ts';
import { findCase } from '../store/cases.ts';
import { listDocuments } from '../store/documents.ts';
import { listPrints } from '../store/print-log.ts';
import { documentRow } from './rows.ts';

function rowsOf(program: Program, caseId: string): DocumentRow[] | null {
  const stored = findCase(program.database, caseId);
  return stored && listDocuments(program.database, caseId).map((document) => documentRow(program, stored, document));
}

/** The papers of a case that may print now and of which copies are missing, in the order in which they are handed over. */
export function listReady(
  program: Program,
  calling: Calling,
  { caseId }: ParsedInputOf<'document.listReady'>,
): Answer<DocumentRow[]> {
  calling.subject = caseId;
  const rows = rowsOf(program, caseId);
  return rows ? done(rows.filter(({ state }) => state === 'ready')) : fail('NOT_FOUND');
}

/** Every copy of a case's papers that went to a printer, oldest first. */
export function readPrintLog(
  program: Program,
  calling: Calling,
  { caseId }: ParsedInputOf<'document.printLog'>,
): Answer<PrintLine[]> {
  calling.subject = caseId;
  const rows = new Map(rowsOf(program, caseId)?.map((row) => [row.documentId, row]));
  return done(
    listPrints(program.database, caseId).flatMap(({ documentId, printId: _, blankId: __, ...print }) => {
      const row = rows.get(documentId);
      return row ? [{ ...print, documentId, title: row.title, subject: row.subject }] : [];
    }),
  );
}
