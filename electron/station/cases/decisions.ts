import { uuidv7 } from 'uuidv7';
import type { InquiryAnswer } from '../../../shared/contract/registry-inquiry.ts';
import type { Program } from '../program.ts';
import { addCaseAct, decideApproval, listApprovals, type StoredApproval } from '../store/case-acts.ts';
import { findCase, putCaseState } from '../store/cases.ts';
import { addDocument } from '../store/documents.ts';
import { addApprovalPapers } from './approval-papers.ts';
import { packOfCase } from './case-pack.ts';
import { readCase } from './read-draft.ts';

/** Who decides: an operator of this computer, or an office outside by its name. */
export type Decider = { readonly operatorId: string } | { readonly office: string };

const operatorOf = (by: Decider): string | null => ('operatorId' in by ? by.operatorId : null);
const officeOf = (by: Decider): string | null => ('office' in by ? by.office : null);

/** The levels of a case that have not decided, in their order. */
export const listUndecided = (program: Program, caseId: string): StoredApproval[] =>
  listApprovals(program.database, caseId).filter(({ decidedAt }) => decidedAt === null);

interface Consent {
  readonly caseId: string;
  readonly level: StoredApproval['level'];
  readonly by: Decider;
  readonly opinion: string;
  readonly decisionNumber: string;
}

/** Notes the consent of the level whose turn it is; after the last one the case is approved and gets the papers of its approval. */
export function consent(program: Program, { caseId, level, by, opinion, decisionNumber }: Consent): void {
  const { database } = program;
  const at = program.now();
  const isLast = listUndecided(program, caseId).length === 1;
  const operatorId = operatorOf(by);
  decideApproval(database, { caseId, level, operatorId, office: officeOf(by), at, decisionNumber });
  const note = [officeOf(by), opinion, decisionNumber].filter(Boolean).join(' ');
  addCaseAct(database, { caseId, act: 'approved', operatorId, at, note });
  if (isLast) {
    putCaseState(database, caseId, 'approved', at);
    addApprovalPapers(program, caseId);
  }
  program.tell({ topic: 'queues' });
}

interface Denial {
  readonly caseId: string;
  readonly to: 'returned' | 'refused';
  readonly by: Decider;
  readonly reason: string;
}

/** Returns a case to whoever accepted it, or refuses it in writing (N21 §57): the reason stands on the notice. */
export function deny(program: Program, { caseId, to, by, reason }: Denial): void {
  const { database } = program;
  const at = program.now();
  putCaseState(database, caseId, to, at);
  const note = [officeOf(by), reason].filter(Boolean).join(' ');
  addCaseAct(database, { caseId, act: to, operatorId: operatorOf(by), at, note });
  if (to === 'refused') addRefusalNotice(program, caseId, at);
  program.tell({ topic: 'queues' });
}

/** A correction that is refused has a notice of its own, which sets what is registered against what was asked for. */
function refusalForm(program: Program, caseId: string): string {
  const read = readCase(program.database, caseId);
  const pack = read.ok ? packOfCase(program, read.value.stored) : read;
  if (!read.ok || !pack.ok) return 'ineligible-notice';
  const procedure = pack.value.procedures.get(read.value.draft.procedure);
  return procedure?.effect === 'change-item' ? 'correction-refusal' : 'ineligible-notice';
}

function addRefusalNotice(program: Program, caseId: string, at: string): void {
  addDocument(program.database, {
    documentId: uuidv7(),
    caseId,
    form: refusalForm(program, caseId),
    subject: '',
    personId: null,
    needsConfirmation: false,
    isRequired: true,
    at,
  });
}

interface OfficeDecision {
  readonly caseId: string;
  readonly level: StoredApproval['level'];
  readonly officeName: string;
  readonly askedAt: string;
  readonly answer: Extract<InquiryAnswer, { kind: 'approval' }>;
}

/**
 * Takes what the county or prefecture decided, exactly as when the chief notes it by hand. False, and nothing is changed, when the case no
 * longer waits for that level: it was noted by hand meanwhile, withdrawn, or accepted anew with what the office did not see.
 */
export function decideByOffice(program: Program, decided: OfficeDecision): boolean {
  const { caseId, level, officeName, askedAt, answer } = decided;
  const stored = findCase(program.database, caseId);
  const isWaiting = stored?.state === 'accepted' && (stored.acceptedAt ?? '') <= askedAt;
  if (!isWaiting || listUndecided(program, caseId)[0]?.level !== level) return false;
  const by = { office: officeName };
  const { decision, decisionNumber, reason } = answer;
  if (decision === 'approve') consent(program, { caseId, level, by, opinion: reason, decisionNumber });
  else deny(program, { caseId, to: decision === 'return' ? 'returned' : 'refused', by, reason });
  return true;
}
