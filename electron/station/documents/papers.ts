import { uuidv7 } from 'uuidv7';
import type { DocumentRow } from '../../../shared/contract/document.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Form, FormInput } from '../../../shared/domain/form.ts';
import type { SheetPlace } from '../../../shared/domain/print-place.ts';
import { assess, chosenRoute } from '../cases/assess.ts';
import { packOfCase } from '../cases/case-pack.ts';
import { type OpenCase, readCase } from '../cases/read-draft.ts';
import { findForm } from '../print/load-forms.ts';
import { renderForm } from '../print/render-form.ts';
import type { Calling, Program } from '../program.ts';
import { reserveBlank } from '../stock/print-questions.ts';
import { addDocument, findDocument, listDocuments, type StoredDocument } from '../store/documents.ts';
import { findAskedPrint } from '../store/print-log.ts';
import { formsOf, paperInputs } from './inputs/index.ts';
import { finalPrint, previewPrint, sheetPlaceOf } from './print-options.ts';
import { asksReason, documentRow, isVoid, mustWait } from './rows.ts';
import { markPreview, sealPaper } from './seal-paper.ts';

interface FoundPaper {
  readonly document: StoredDocument;
  readonly open: OpenCase;
}

function findPaper(program: Program, documentId: string): Answer<FoundPaper> {
  const document = findDocument(program.database, documentId);
  if (!document) return fail('NOT_FOUND');
  const open = readCase(program.database, document.caseId);
  return open.ok ? done({ document, open: open.value }) : open;
}

function getPaper(program: Program, calling: Calling, documentId: string): Answer<FoundPaper> {
  calling.subject = documentId;
  const paper = findPaper(program, documentId);
  if (paper.ok) calling.details = { form: paper.value.document.form };
  return paper;
}

/** What the paper says on the best of its forms; PRINT_INPUT_INVALID while what it proves is not there. */
function inputOfPaper(program: Program, { document, open }: FoundPaper): Answer<{ form: Form; input: FormInput }> {
  const pack = packOfCase(program, open.stored);
  if (!pack.ok) return pack;
  const route = chosenRoute(assess(program, pack.value, open.stored, open.draft), open.draft.procedure);
  for (const formId of formsOf(document.form)) {
    const form = findForm(program.forms, formId, program.today());
    const input = paperInputs[formId]?.({ program, pack: pack.value, open, document, route });
    if (form && input) return done({ form, input });
  }
  const form = findForm(program.forms, document.form, program.today());
  return form ? fail('PRINT_INPUT_INVALID', { field: form.name.zh }) : fail('NOT_FOUND');
}

/** The number a paper with a seal bears. */
function numberOn({ certificateNumber, permitNumber }: FormInput): string {
  return String(certificateNumber ?? permitNumber ?? '');
}

interface DrawnPaper {
  readonly pdf: Uint8Array;
  readonly place: SheetPlace;
}

/** Which copy it is, for papers that say so: nothing on the one copy that a case needs. */
function copyWords({ copies, copiesWanted }: StoredDocument): string {
  return copies === 0 && copiesWanted === 1 ? '' : `第${copies + 1}份`;
}

/** The paper as PDF: sealed, or as a preview with its stamp and a code that every verifier refuses. */
async function drawPaper(program: Program, paper: FoundPaper, stamp?: string): Promise<Answer<DrawnPaper>> {
  const made = inputOfPaper(program, paper);
  if (!made.ok) return made;
  const { form, input } = made.value;
  const whole =
    stamp === undefined ? await sealPaper(program, { form, input, number: numberOn(input) }) : markPreview(form, input);
  const documentInfo = { author: program.stationName, createdAt: program.now() };
  const how = stamp === undefined ? finalPrint(program, form) : previewPrint(program, form, stamp);
  const copies = [stamp === undefined ? copyWords(paper.document) : ''];
  const rendered = await renderForm(form, whole, { fonts: await program.fonts(), documentInfo, copies, ...how });
  return rendered.ok ? done({ pdf: rendered.value.pdf, place: sheetPlaceOf(program, form.id) }) : rendered;
}

/** A paper as it would print, stamped 预览无效 and over a picture of its stock, for either window. */
export async function drawPreview(program: Program, documentId: string): Promise<Answer<Uint8Array>> {
  const paper = findPaper(program, documentId);
  if (!paper.ok) return paper;
  const drawn = await drawPaper(program, paper.value, '预览无效');
  return drawn.ok ? done(drawn.value.pdf) : drawn;
}

/** The very PDF that would print, stamped 预览无效. */
export async function previewDocument(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'document.preview'>,
): Promise<Answer<{ pdf: Uint8Array }>> {
  const paper = getPaper(program, calling, input.documentId);
  if (!paper.ok) return paper;
  const drawn = await drawPaper(program, paper.value, '预览无效');
  return drawn.ok ? done({ pdf: drawn.value.pdf }) : drawn;
}

/** A further copy is not made unnoticed, nor a second sheet before it is known what became of the first. */
function obstacleTo(program: Program, { open, document }: FoundPaper, reason: string): Answer<never> | null {
  if (isVoid(program, open.stored, document)) return fail('DOCUMENT_VOID');
  if (mustWait(program, open.stored, document)) return fail('DOCUMENT_WAITS');
  const asked = findAskedPrint(program.database, document.documentId);
  if (asked) return fail('BLANK_UNDECIDED', { number: asked.blankNumber ?? '' });
  return reason === '' && asksReason(program, document) ? fail('REASON_REQUIRED') : null;
}

/**
 * The final PDF with the number its copy will have, on its numbered sheet where the form has such; DOCUMENT_WAITS while what it proves is
 * not confirmed. The paper is drawn before a sheet is reserved: one that can't be printed uses none up.
 */
export async function issueDocument(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'document.issue'>,
): Promise<Answer<OutputOf<'document.issue'>>> {
  const paper = getPaper(program, calling, input.documentId);
  if (!paper.ok) return paper;
  const { document, open } = paper.value;
  const { reason } = input;
  calling.details = { ...calling.details, ...(reason && { reason }) };
  const obstacle = obstacleTo(program, paper.value, reason);
  if (obstacle) return obstacle;
  const drawn = await drawPaper(program, paper.value);
  if (!drawn.ok) return drawn;
  const copy = document.copies + 1;
  const reserved = reserveBlank(program, calling, { document, copy, reason });
  if (!reserved.ok) return reserved;
  return done({
    ...drawn.value,
    copy,
    copiesLeft: Math.max(0, document.copiesWanted - copy),
    blank: reserved.value,
    fileName: `${open.stored.acceptanceNumber ?? 'draft'}-${document.form}-${document.documentId.slice(-6)}-${copy}.pdf`,
  });
}

/** Pages made on demand that prove what the register holds: they wait for the registry as those of the case do. */
const provesState: readonly string[] = ['resident-form', 'resident-card-back'];

/** Adds a paper made on demand; the one that is there already is given again. */
export function addPaper(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'document.add'>,
): Answer<DocumentRow> {
  const { caseId, form } = input;
  const open = readCase(program.database, caseId);
  if (!open.ok) return open;
  const known = listDocuments(program.database, caseId).find((document) => document.form === form);
  const documentId = known?.documentId ?? uuidv7();
  calling.subject = documentId;
  if (!known)
    addDocument(program.database, {
      documentId,
      caseId,
      form,
      subject: '',
      personId: null,
      needsConfirmation: provesState.includes(form),
      isRequired: false,
      at: program.now(),
    });
  const document = findDocument(program.database, documentId);
  return document ? done(documentRow(program, open.value.stored, document)) : fail('NOT_FOUND');
}
