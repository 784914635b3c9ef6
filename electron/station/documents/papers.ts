import { uuidv7 } from 'uuidv7';
import type { DocumentRow } from '../../../shared/contract/document.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { closeIfPrinted } from '../cases/answers.ts';
import { assess, chosenRoute } from '../cases/assess.ts';
import { type OpenCase, readCase } from '../cases/read-draft.ts';
import { findForm } from '../print/load-forms.ts';
import { renderForm } from '../print/render-form.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { addDocument, countCopy, findDocument, listDocuments, type StoredDocument } from '../store/documents.ts';
import { paperInputs } from './inputs/index.ts';
import { documentRow, mustWait } from './rows.ts';

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

async function drawPaper(
  program: Program,
  { document, open }: FoundPaper,
  stamp?: string,
): Promise<Answer<Uint8Array>> {
  const form = findForm(program.forms, document.form, program.today());
  const inputOf = paperInputs[document.form];
  if (!form || !inputOf) return fail('NOT_FOUND');
  const route = chosenRoute(assess(program, open.stored, open.draft), open.draft.procedure);
  const input = inputOf({ program, open, document, route });
  if (!input) return fail('PRINT_INPUT_INVALID', { field: form.name.zh });
  const documentInfo = { author: program.stationName, createdAt: program.now() };
  const rendered = await renderForm(form, input, { fonts: await program.fonts(), mode: 'full', documentInfo, stamp });
  return rendered.ok ? done(rendered.value.pdf) : rendered;
}

/** A paper as it would print, stamped 预览无效, for either window. */
export async function drawPreview(program: Program, documentId: string): Promise<Answer<Uint8Array>> {
  const paper = findPaper(program, documentId);
  return paper.ok ? drawPaper(program, paper.value, '预览无效') : paper;
}

/** The very PDF that would print, stamped 预览无效. */
export async function previewDocument(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'document.preview'>,
): Promise<Answer<{ pdf: Uint8Array }>> {
  const paper = getPaper(program, calling, input.documentId);
  if (!paper.ok) return paper;
  const pdf = await drawPaper(program, paper.value, '预览无效');
  return pdf.ok ? done({ pdf: pdf.value }) : pdf;
}

/** The final PDF with the number its copy will have; DOCUMENT_WAITS while what it proves is not confirmed. */
export async function issueDocument(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'document.issue'>,
): Promise<Answer<OutputOf<'document.issue'>>> {
  const paper = getPaper(program, calling, input.documentId);
  if (!paper.ok) return paper;
  const { document, open } = paper.value;
  if (mustWait(open.stored, document)) return fail('DOCUMENT_WAITS');
  const pdf = await drawPaper(program, paper.value);
  if (!pdf.ok) return pdf;
  const copy = document.copies + 1;
  return done({
    pdf: pdf.value,
    copy,
    fileName: `${open.stored.acceptanceNumber ?? 'draft'}-${document.form}-${document.documentId.slice(-6)}-${copy}.pdf`,
  });
}

/** Counts a copy that left the printer and closes the case when it was the last paper. */
export function recordPrinted(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'document.printed'>,
): Answer<DocumentRow> {
  const paper = getPaper(program, calling, input.documentId);
  if (!paper.ok) return paper;
  const { document, open } = paper.value;
  const at = program.now();
  calling.details = { form: document.form, copy: input.copy, printer: input.printer };
  countCopy(program.database, document.documentId, input.copy, at);
  const name = findForm(program.forms, document.form, program.today())?.name.zh ?? document.form;
  const note = [name, document.subject].filter(Boolean).join(' ');
  addCaseAct(program.database, {
    caseId: document.caseId,
    act: 'printed',
    operatorId: calling.operator.operatorId,
    at,
    note,
  });
  closeIfPrinted(program, document.caseId);
  program.tell({ topic: 'case', caseId: document.caseId });
  program.tell({ topic: 'queues' });
  return done(documentRow(program, open.stored, findDocument(program.database, document.documentId) ?? document));
}

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
      needsConfirmation: false,
      isRequired: false,
      at: program.now(),
    });
  const document = findDocument(program.database, documentId);
  return document ? done(documentRow(program, open.value.stored, document)) : fail('NOT_FOUND');
}
