import type { ApplicantView } from '../../../shared/contract/applicant.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { isSigned } from '../cases/assess.ts';
import { readCase } from '../cases/read-draft.ts';
import { drawPreview } from '../documents/papers.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { findDocument } from '../store/documents.ts';
import { putSignature } from '../store/signatures.ts';
import { applicantContent, type ContentGroup, contentHash } from './content.ts';

/** The clerk chooses what the second screen shows. */
export function showApplicant(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'applicant.show'>,
): Answer<Record<string, never>> {
  calling.subject = input.caseId ?? '';
  const read = input.caseId ? readCase(program.database, input.caseId) : null;
  if (read && !read.ok) return read;
  const before = read ? applicantContent(program, read.value.draft) : [];
  Object.assign(program.applicantScreen, input, { before });
  program.tell({ topic: 'applicant' });
  return done({});
}

function withChanges(groups: readonly ContentGroup[], before: readonly ContentGroup[]) {
  return groups.map((group, index) => ({
    title: group.title,
    lines: group.lines.map((line) => {
      const was = before[index]?.lines.find(({ label }) => label.zh === line.label.zh)?.value;
      return { ...line, isChanged: was !== line.value };
    }),
  }));
}

/** What the second screen shows now; welcome when nothing was chosen or the case is gone. */
export async function viewApplicant(program: Program): Promise<Answer<ApplicantView>> {
  const { caseId, documentId, asksSignature, before } = program.applicantScreen;
  const welcome = done({ shows: 'welcome' as const, stationName: program.stationName });
  const read = caseId ? readCase(program.database, caseId) : null;
  if (!caseId || !read?.ok) return welcome;
  if (documentId) return viewPaper(program, caseId, documentId);
  const { draft } = read.value;
  return done({
    shows: 'case' as const,
    caseId,
    title: program.packs.inForce().procedures.get(draft.procedure)?.names ?? { zh: '业务办理', en: 'Your case' },
    groups: withChanges(applicantContent(program, draft), before),
    contentHash: contentHash(program, draft),
    asksSignature,
    isSigned: isSigned(program, caseId, draft),
  });
}

async function viewPaper(program: Program, caseId: string, documentId: string): Promise<Answer<ApplicantView>> {
  const document = findDocument(program.database, documentId);
  if (!document) return fail('NOT_FOUND');
  const pdf = await drawPreview(program, documentId);
  if (!pdf.ok) return pdf;
  const name = program.forms.forms.find(({ id }) => id === document.form)?.name;
  return done({
    shows: 'document' as const,
    caseId,
    title: { zh: name?.zh ?? '', en: name?.en ?? '' },
    pdf: pdf.value,
  });
}

/** Binds the drawing to exactly what was shown; CASE_REVISION when it has changed since. */
export function signCase(program: Program, input: ParsedInputOf<'applicant.sign'>): Answer<Record<string, never>> {
  const { caseId, contentHash: shown, png } = input;
  if (program.applicantScreen.caseId !== caseId || !program.applicantScreen.asksSignature)
    return fail('CALLER_REFUSED');
  const read = readCase(program.database, caseId);
  if (!read.ok) return read;
  if (contentHash(program, read.value.draft) !== shown) return fail('CASE_REVISION');
  const signedAt = program.now();
  putSignature(program.database, caseId, { contentHash: shown, png, signedAt });
  addCaseAct(program.database, { caseId, act: 'signed', operatorId: null, at: signedAt });
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'applicant' });
  return done({});
}

/** «有误，请告诉民警»: the clerk's window says so. */
export function objectToCase(
  program: Program,
  input: ParsedInputOf<'applicant.objects'>,
): Answer<Record<string, never>> {
  if (program.applicantScreen.caseId !== input.caseId) return fail('CALLER_REFUSED');
  program.tell({ topic: 'applicant-objects', caseId: input.caseId });
  return done({});
}
