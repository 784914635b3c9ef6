import type { DocumentRow } from '../../../shared/contract/document.ts';
import type { Kept } from '../../../shared/register/view.ts';
import { findForm } from '../print/load-forms.ts';
import type { Program } from '../program.ts';
import { isNumberedForm } from '../stock/numbered-forms.ts';
import type { StoredCase } from '../store/cases.ts';
import type { StoredDocument } from '../store/documents.ts';
import { registerView } from '../store/register-view.ts';

/** The migration paper in the register that a paper stands for, or null. */
function findRecord({ database }: Program, { recordId }: StoredDocument): Kept<'migration-paper'> | null {
  return recordId === null ? null : registerView(database).find('migration-paper', recordId);
}

type CaseStanding = Pick<StoredCase, 'state' | 'isReleased'>;

/**
 * Whether it is good no longer: a migration paper that was amended, issued anew or undone, or a paper that proves what never came true, since the
 * case was given up after it was registered.
 */
export function isVoid(program: Program, stored: CaseStanding, document: StoredDocument): boolean {
  if (document.needsConfirmation === 1 && stored.state === 'withdrawn') return true;
  const record = findRecord(program, document);
  return record?.data.status === 'void' && record.data.kind === document.form;
}

/**
 * Whether a paper that proves a final state still has to wait. A migration paper waits for the registry to take its own record, whatever has
 * become of the case: it may have been amended since.
 */
export function mustWait(program: Program, stored: CaseStanding, document: StoredDocument): boolean {
  if (stored.isReleased === 1) return false;
  const record = findRecord(program, document);
  if (record) return record.waitsFor !== undefined;
  return document.needsConfirmation === 1 && stored.state !== 'confirmed' && stored.state !== 'closed';
}

/**
 * Whether one more copy has to be accounted for: the case has those it needs, and the paper stands for a final state or lies on a numbered
 * sheet, so that a further one must not come about unnoticed.
 */
export function asksReason(program: Program, document: StoredDocument): boolean {
  if (document.copies < document.copiesWanted) return false;
  return document.needsConfirmation === 1 || isNumberedForm(program, document.form);
}

function stateOf(program: Program, stored: StoredCase, document: StoredDocument): DocumentRow['state'] {
  if (isVoid(program, stored, document)) return 'void';
  if (document.copies >= document.copiesWanted) return 'printed';
  return mustWait(program, stored, document) ? 'waiting' : 'ready';
}

/** A paper as a window sees it. */
export function documentRow(program: Program, stored: StoredCase, document: StoredDocument): DocumentRow {
  const name = findForm(program.forms, document.form, program.today())?.name;
  return {
    documentId: document.documentId,
    form: document.form,
    title: { zh: name?.zh ?? document.form, en: name?.en ?? document.form },
    subject: document.subject,
    state: stateOf(program, stored, document),
    isRequired: document.isRequired === 1,
    copies: document.copies,
    copiesWanted: document.copiesWanted,
    asksReason: asksReason(program, document),
    printedAt: document.printedAt,
  };
}
