import type { DocumentRow } from '../../../shared/contract/document.ts';
import { findForm } from '../print/load-forms.ts';
import type { Program } from '../program.ts';
import type { StoredCase } from '../store/cases.ts';
import type { StoredDocument } from '../store/documents.ts';

/** Whether a paper that proves a final state still has to wait. */
export function mustWait(
  stored: Pick<StoredCase, 'state' | 'isReleased'>,
  document: Pick<StoredDocument, 'needsConfirmation'>,
): boolean {
  if (document.needsConfirmation === 0) return false;
  return !(stored.state === 'confirmed' || stored.state === 'closed' || stored.isReleased === 1);
}

/** A paper as a window sees it. */
export function documentRow(program: Program, stored: StoredCase, document: StoredDocument): DocumentRow {
  const name = findForm(program.forms, document.form, program.today())?.name;
  const unprinted = mustWait(stored, document) ? 'waiting' : 'ready';
  return {
    documentId: document.documentId,
    form: document.form,
    title: { zh: name?.zh ?? document.form, en: name?.en ?? document.form },
    subject: document.subject,
    state: document.copies > 0 ? 'printed' : unprinted,
    isRequired: document.isRequired === 1,
    copies: document.copies,
    printedAt: document.printedAt,
  };
}
