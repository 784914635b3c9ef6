import type { DocumentRow } from '../../../shared/contract/document.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { BlankOutcome, BlankQuestion } from '../../../shared/contract/stock.ts';
import { placeOfForm } from '../../../shared/domain/print-place.ts';
import {
  type PlannedStock,
  planReleasing,
  planReserving,
  planSpoiling,
  planUsing,
} from '../../../shared/register/stock.ts';
import { countPrintedCopy } from '../documents/printed.ts';
import { findForm } from '../print/load-forms.ts';
import type { Calling, Program } from '../program.ts';
import { findDocument, type StoredDocument } from '../store/documents.ts';
import { addPrint, listAskedPrints, noteOutcome, type StoredPrint } from '../store/print-log.ts';
import { registerView } from '../store/register-view.ts';
import { keepStock, stockContext } from './keep-stock.ts';
import { takesBlank } from './numbered-forms.ts';

/** A sheet that is about to be printed on. */
interface Reserved {
  readonly blankId: string;
  readonly number: string;
}

/**
 * Reserves the next numbered sheet for a copy of a paper and notes that it is to be asked what became of it: both stand before the printer
 * moves, so that no crash loses a sheet. Null: the form is printed on plain paper here. CHANGE_REFUSED when the stock is empty.
 */
export function reserveBlank(
  program: Program,
  calling: Calling,
  { document, copy, reason }: { readonly document: StoredDocument; readonly copy: number; readonly reason: string },
): Answer<Reserved | null> {
  const { documentId, form, caseId } = document;
  if (!takesBlank(program, form)) return done(null);
  const planned = planReserving(registerView(program.database), stockContext(program), { form, documentId });
  return program.database.transaction((): Answer<Reserved | null> => {
    const kept = keepStock(program, calling, planned, { act: 'reserve', caseId });
    if (!kept.ok) return kept;
    const [blank] = kept.value;
    if (!blank) return done(null);
    addPrint(program.database, {
      documentId,
      copy,
      printer: placeOfForm(program.printPlaces, form).printer,
      operatorId: calling.operator.operatorId,
      at: program.now(),
      reason,
      blankId: blank.blankId,
      blankNumber: blank.number,
      outcome: null,
    });
    return done({ blankId: blank.blankId, number: blank.number });
  })();
}

function questionOf(program: Program, print: StoredPrint): BlankQuestion[] {
  const document = findDocument(program.database, print.documentId);
  if (!document || print.blankId === null) return [];
  const name = findForm(program.forms, document.form, program.today())?.name;
  return [
    {
      blankId: print.blankId,
      number: print.blankNumber ?? '',
      documentId: document.documentId,
      caseId: document.caseId,
      title: { zh: name?.zh ?? document.form, en: name?.en ?? document.form },
      subject: document.subject,
      copy: print.copy,
      reason: print.reason,
      at: print.at,
    },
  ];
}

/** Every sheet of this computer of which nobody has said what became of it, oldest first. */
export function listQuestions(program: Program, calling: Calling): Answer<BlankQuestion[]> {
  const questions = listAskedPrints(program.database).flatMap((print) => questionOf(program, print));
  calling.details = { documents: questions.map(({ documentId }) => documentId) };
  return done(questions);
}

interface Deciding {
  readonly print: StoredPrint;
  readonly document: StoredDocument;
  readonly blankId: string;
  readonly outcome: BlankOutcome;
}

const acts = { good: 'use', spoiled: 'spoil', unused: 'release' } as const;

function planOutcome(program: Program, { document, blankId, outcome }: Deciding): PlannedStock {
  const [view, context] = [registerView(program.database), stockContext(program)];
  if (outcome === 'good') return planUsing(view, context, { blankId, documentId: document.documentId });
  return outcome === 'spoiled' ? planSpoiling(view, context, { blankId }) : planReleasing(view, context, { blankId });
}

/** What the sheet is in the register now; a reservation that was given up meanwhile is no longer there, and the answer still counts. */
function settleBlank(program: Program, calling: Calling, deciding: Deciding): Answer<unknown> {
  const { document, blankId, outcome } = deciding;
  const blank = registerView(program.database).find('blank', blankId)?.data;
  const isHeld = blank?.status === 'reserved' && blank.documentId === document.documentId;
  if (!isHeld) return done(null);
  const planned = planOutcome(program, deciding);
  return keepStock(program, calling, planned, { act: acts[outcome], caseId: document.caseId });
}

/**
 * Notes what became of a sheet: a good one counts as a printed copy and may close the case; a spoiled one is void and its paper stays to be
 * printed; an unused one goes back into stock. NOT_FOUND when nobody asks about it (any more).
 */
export function decideBlank(
  program: Program,
  calling: Calling,
  { blankId, outcome }: ParsedInputOf<'stock.decide'>,
): Answer<OutputOf<'stock.decide'>> {
  calling.subject = blankId;
  const print = listAskedPrints(program.database).find((each) => each.blankId === blankId);
  const document = print ? findDocument(program.database, print.documentId) : null;
  if (!print || !document) return fail('NOT_FOUND');
  calling.details = { documentId: document.documentId, number: print.blankNumber, outcome };
  const settled = settleBlank(program, calling, { print, document, blankId, outcome });
  if (!settled.ok) return settled;
  noteOutcome(program.database, print.printId, outcome);
  const row = afterwards(program, calling, { document, copy: print.copy, isGood: outcome === 'good' });
  return row.ok ? done({ document: row.value, reason: print.reason }) : row;
}

function afterwards(
  program: Program,
  calling: Calling,
  { document, copy, isGood }: { document: StoredDocument; copy: number; isGood: boolean },
): Answer<DocumentRow> {
  return countPrintedCopy(program, { document, copy: isGood ? copy : null, operatorId: calling.operator.operatorId });
}
