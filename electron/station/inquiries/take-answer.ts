import type { AnsweredInquiry } from '../../../shared/contract/registry-inquiry.ts';
import { officeName } from '../../../shared/domain/offices.ts';
import { decideByOffice } from '../cases/decisions.ts';
import type { Program } from '../program.ts';
import { appendAudit } from '../store/audit-lines.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { putInquiryAnswer, type StoredInquiry } from '../store/inquiries.ts';
import { proveMaterials } from './prove-material.ts';

/**
 * Takes the answer of an office into its case, in the caller's transaction: a decision counts like one the chief notes by hand, a
 * confirmation proves its material. What the case can no longer use is kept and shown, and changes nothing.
 */
export function takeAnswer(program: Program, inquiry: StoredInquiry, answered: AnsweredInquiry): void {
  const { database } = program;
  const { caseId, inquiryId, ask } = inquiry.request;
  const { answer, answeredBy } = answered;
  if (ask.kind !== answer.kind) return;
  putInquiryAnswer(database, answered);
  addCaseAct(database, {
    caseId,
    act: 'answered',
    operatorId: null,
    at: program.now(),
    note: officeName(answeredBy).zh,
  });
  const isUsed = use(program, inquiry, answered);
  appendAudit(database, {
    at: program.now(),
    operatorId: null,
    action: 'inquiry.answered',
    subject: caseId,
    details: { inquiryId, kind: answer.kind, office: answeredBy, isUsed },
    result: 'done',
  });
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'queues' });
}

/** Whether the answer changed the case. */
function use(program: Program, { request }: StoredInquiry, { answer, answeredBy }: AnsweredInquiry): boolean {
  const { caseId, ask, askedAt } = request;
  if (answer.kind !== 'approval' || ask.kind !== 'approval') return proveMaterials(program, caseId);
  return decideByOffice(program, { caseId, level: ask.level, officeName: officeName(answeredBy).zh, askedAt, answer });
}
