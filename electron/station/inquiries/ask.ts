import { uuidv7 } from 'uuidv7';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { CaseInquiry, NewInquiry } from '../../../shared/contract/inquiry.ts';
import type { InquiryAsk, InquiryRequest } from '../../../shared/contract/registry-inquiry.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { approvingOffice, type OfficeCode, registryOfDivision } from '../../../shared/domain/offices.ts';
import { type OpenCase, readCase } from '../cases/read-draft.ts';
import type { Calling, Program } from '../program.ts';
import { addInquiry, listInquiries } from '../store/inquiries.ts';
import { askForApproval } from './ask-for-approval.ts';
import { askForPaper } from './ask-for-paper.ts';
import { askForVerification } from './ask-for-verification.ts';
import { listCaseInquiries } from './show.ts';

/** What is asked and which material of the case a good answer proves. */
export interface Asking {
  readonly ask: InquiryAsk;
  readonly materialId: string | null;
}

function makeAsking(program: Program, open: OpenCase, asked: NewInquiry): Answer<Asking> {
  switch (asked.kind) {
    case 'approval':
      return askForApproval(program, open);
    case 'verification':
      return askForVerification(open, asked);
    case 'paper':
      return askForPaper(program, open, asked.paperKind);
  }
}

/** Who is expected to answer; the registry has the last word. */
function officeFor({ stationCode }: Program, ask: InquiryAsk): OfficeCode {
  if (ask.kind === 'approval') return approvingOffice(stationCode, ask.level);
  return ask.kind === 'verification' ? ask.department : registryOfDivision(ask.division);
}

/** Whether the same waits already; a decision asked for before the case was accepted anew decides nothing any more. */
function isAskedAlready(program: Program, { caseId, acceptedAt }: OpenCase['stored'], ask: InquiryAsk): boolean {
  const since = ask.kind === 'approval' ? (acceptedAt ?? '') : '';
  const isOpen = listInquiries(program.database, caseId).filter(
    ({ state, request }) => (state === 'queued' || state === 'waiting') && request.askedAt >= since,
  );
  const key = (each: InquiryAsk) => (each.kind === 'approval' ? each.level : canonicalJson(each));
  return isOpen.some(({ request }) => request.ask.kind === ask.kind && key(request.ask) === key(ask));
}

/**
 * Puts an inquiry of a case into the queue; it goes out with the next exchange, today or when the line is back. The log says who asked what
 * kind of office and why, never the words. INQUIRY_OPEN while the same waits already.
 */
export function askOffice(
  program: Program,
  calling: Calling,
  { caseId, ask: asked }: ParsedInputOf<'inquiry.ask'>,
): Answer<CaseInquiry[]> {
  calling.subject = caseId;
  const open = readCase(program.database, caseId);
  if (!open.ok) return open;
  const asking = makeAsking(program, open.value, asked);
  if (!asking.ok) return asking;
  const { ask, materialId } = asking.value;
  if (isAskedAlready(program, open.value.stored, ask)) return fail('INQUIRY_OPEN');
  const { operatorId, role } = calling.operator;
  const request: InquiryRequest = {
    inquiryId: uuidv7(),
    stationCode: program.stationCode,
    caseId,
    askedAt: program.now(),
    askedByRole: role,
    purpose: asked.kind === 'verification' ? asked.purpose : 'counter',
    ask,
  };
  const office = officeFor(program, ask);
  addInquiry(program.database, { request, materialId, office, operatorId });
  calling.details = { inquiryId: request.inquiryId, kind: ask.kind, office, purpose: request.purpose };
  program.tell({ topic: 'sync' });
  program.afterCommit(() => program.sync.nudge());
  return done(listCaseInquiries(program, caseId));
}
