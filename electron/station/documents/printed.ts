import type { DocumentRow } from '../../../shared/contract/document.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { closeIfPrinted } from '../cases/answers.ts';
import { findForm } from '../print/load-forms.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { findCase } from '../store/cases.ts';
import { countCopy, findDocument, type StoredDocument } from '../store/documents.ts';
import { addPrint, findAskedPrint, notePrinter } from '../store/print-log.ts';
import { asksReason, documentRow } from './rows.ts';

interface Counting {
  readonly document: StoredDocument;
  /** The copy that is good; null: none came of it, and only the windows are told. */
  readonly copy: number | null;
  readonly operatorId: string;
}

/** Counts a copy that is on paper, inside the caller's transaction, and closes the case when it was the last one it needs. */
export function countPrintedCopy(program: Program, { document, copy, operatorId }: Counting): Answer<DocumentRow> {
  const { database } = program;
  const { documentId, caseId, form, subject } = document;
  if (copy !== null && copy > document.copies) {
    const at = program.now();
    countCopy(database, documentId, copy, at);
    const name = findForm(program.forms, form, program.today())?.name.zh ?? form;
    const note = [name, subject].filter(Boolean).join(' ');
    addCaseAct(database, { caseId, act: 'printed', operatorId, at, note });
    closeIfPrinted(program, caseId);
  }
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'queues' });
  const stored = findCase(database, caseId);
  const counted = findDocument(database, documentId);
  return stored && counted ? done(documentRow(program, stored, counted)) : fail('NOT_FOUND');
}

/**
 * A printer took a copy: counts it, notes it in the print log and closes the case when it was the last. A numbered sheet is counted when
 * somebody has looked at it. REASON_REQUIRED for one more copy than the case needs of a paper that stands for a final state.
 */
export function recordPrinted(
  program: Program,
  calling: Calling,
  { documentId, copy, printer, reason }: ParsedInputOf<'document.printed'>,
): Answer<DocumentRow> {
  calling.subject = documentId;
  const { database } = program;
  const document = findDocument(database, documentId);
  const stored = document && findCase(database, document.caseId);
  if (!document || !stored) return fail('NOT_FOUND');
  calling.details = { form: document.form, copy, printer, ...(reason && { reason }) };
  const { operatorId } = calling.operator;
  const asked = findAskedPrint(database, documentId);
  if (asked) {
    notePrinter(database, asked.printId, printer);
    return countPrintedCopy(program, { document, copy: null, operatorId });
  }
  const isNew = copy > document.copies;
  if (isNew && reason === '' && asksReason(program, document)) return fail('REASON_REQUIRED');
  const print = { documentId, copy, printer, operatorId, at: program.now(), reason };
  if (isNew) addPrint(database, { ...print, blankId: null, blankNumber: null, outcome: 'good' });
  return countPrintedCopy(program, { document, copy, operatorId });
}
