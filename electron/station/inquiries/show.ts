import { type Answer, done } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { CaseInquiry, OpenInquiry } from '../../../shared/contract/inquiry.ts';
import { officeName } from '../../../shared/domain/offices.ts';
import type { Calling, Program } from '../program.ts';
import { findCase } from '../store/cases.ts';
import { listInquiries, listInquiriesIn, type StoredInquiry } from '../store/inquiries.ts';

/** How far an inquiry is. One that is not sent yet waits for the registry, whose last try counts as its own. */
function progressOf(program: Program, inquiry: StoredInquiry) {
  const { request, office, state, cause, lastAskedAt, nextAskAt } = inquiry;
  const { inquiryId, caseId, askedAt, ask } = request;
  const line = program.sync.state();
  const isQueued = state === 'queued';
  return {
    inquiryId,
    caseId,
    kind: ask.kind,
    state,
    askedAt,
    office: officeName(office),
    lastAskedAt: isQueued ? line.lastTryAt : lastAskedAt,
    nextAskAt,
    cause: isQueued ? (cause ?? line.cause) : cause,
  };
}

/** What a case asked, the oldest first. */
export function listCaseInquiries(program: Program, caseId: string): CaseInquiry[] {
  return listInquiries(program.database, caseId).map((inquiry) => {
    const { request, materialId, answer, answeredAt } = inquiry;
    return { ...progressOf(program, inquiry), ask: request.ask, materialId, answer, answeredAt };
  });
}

/** What a case asked and what came back. */
export function showInquiries(
  program: Program,
  calling: Calling,
  { caseId }: ParsedInputOf<'inquiry.list'>,
): Answer<CaseInquiry[]> {
  calling.subject = caseId;
  return done(listCaseInquiries(program, caseId));
}

/** Everything of this computer that has no answer, with the number of its case and nothing of a person. */
export function showOpenInquiries(program: Program): Answer<OpenInquiry[]> {
  const { database } = program;
  const open = [...listInquiriesIn(database, 'queued'), ...listInquiriesIn(database, 'waiting')];
  return done(
    open.map((inquiry) => ({
      ...progressOf(program, inquiry),
      acceptanceNumber: findCase(database, inquiry.request.caseId)?.acceptanceNumber ?? null,
    })),
  );
}
