import { uuidv7 } from 'uuidv7';
import type { CaseView } from '../../../shared/contract/case.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct, decideApproval, listApprovals } from '../store/case-acts.ts';
import { findCase, putCasePeople, putCaseState, releaseCase, type StoredCase } from '../store/cases.ts';
import { addDocument } from '../store/documents.ts';
import { addApprovalPapers } from './approval-papers.ts';
import { packOfCase } from './case-pack.ts';
import { readCase } from './read-draft.ts';
import { viewCase } from './view.ts';

/** The case if it waits for a decision and whoever decides did not accept it (two-person rule, N21 §8: lifelong responsibility). */
function getUndecided(program: Program, calling: Calling, caseId: string): Answer<StoredCase> {
  calling.subject = caseId;
  const stored = findCase(program.database, caseId);
  if (!stored) return fail('NOT_FOUND');
  if (stored.state !== 'accepted') return fail('CASE_STATE');
  return stored.acceptedBy === calling.operator.operatorId ? fail('SAME_OPERATOR') : done(stored);
}

/**
 * Consents at the next level. The station's chief decides; a county or prefecture decision is noted with the number of its paper
 * until registries exchange them. After the last level the case is approved.
 */
export function approveCase(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'case.approve'>,
): Answer<CaseView> {
  const { caseId, opinion, decisionNumber } = input;
  const undecided = getUndecided(program, calling, caseId);
  if (!undecided.ok) return undecided;
  const open = listApprovals(program.database, caseId).filter(({ decidedAt }) => decidedAt === null);
  const [next] = open;
  if (!next) return fail('CASE_STATE');
  if (next.level !== 'station' && decisionNumber === '') return fail('REASON_REQUIRED');
  const at = program.now();
  const operatorId = calling.operator.operatorId;
  decideApproval(program.database, { caseId, level: next.level, operatorId, at, decisionNumber });
  addCaseAct(program.database, {
    caseId,
    act: 'approved',
    operatorId,
    at,
    note: [opinion, decisionNumber].filter(Boolean).join(' '),
  });
  if (open.length === 1) {
    putCaseState(program.database, caseId, 'approved', at);
    addApprovalPapers(program, caseId);
  }
  calling.details = { level: next.level };
  program.tell({ topic: 'queues' });
  return viewCase(program, calling, caseId);
}

/** Sends the case back to whoever accepted it, with the reason; it can be mended and accepted again under its number. */
export function returnCase(program: Program, calling: Calling, input: ParsedInputOf<'case.return'>): Answer<CaseView> {
  return decline(program, calling, input, 'returned');
}

/** A correction that is refused has a notice of its own, which sets what is registered against what was asked for. */
function refusalForm(program: Program, caseId: string): string {
  const read = readCase(program.database, caseId);
  const pack = read.ok ? packOfCase(program, read.value.stored) : read;
  if (!read.ok || !pack.ok) return 'ineligible-notice';
  const procedure = pack.value.procedures.get(read.value.draft.procedure);
  return procedure?.effect === 'change-item' ? 'correction-refusal' : 'ineligible-notice';
}

/** Says no in writing (N21 §57): the reason stands on the notice. */
export function refuseCase(program: Program, calling: Calling, input: ParsedInputOf<'case.refuse'>): Answer<CaseView> {
  const answer = decline(program, calling, input, 'refused');
  if (!answer.ok) return answer;
  addDocument(program.database, {
    documentId: uuidv7(),
    caseId: input.caseId,
    form: refusalForm(program, input.caseId),
    subject: '',
    personId: null,
    needsConfirmation: false,
    isRequired: true,
    at: program.now(),
  });
  return viewCase(program, calling, input.caseId);
}

function decline(
  program: Program,
  calling: Calling,
  input: { caseId: string; reason: string },
  to: 'returned' | 'refused',
): Answer<CaseView> {
  const { caseId, reason } = input;
  const undecided = getUndecided(program, calling, caseId);
  if (!undecided.ok) return undecided;
  const at = program.now();
  putCaseState(program.database, caseId, to, at);
  putCasePeople(program.database, caseId, []);
  addCaseAct(program.database, { caseId, act: to, operatorId: calling.operator.operatorId, at, note: reason });
  program.tell({ topic: 'queues' });
  return viewCase(program, calling, caseId);
}

/** Lets the papers that prove a final state print before the registry confirmed; the reason goes into the log. */
export function releasePapers(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'case.release'>,
): Answer<CaseView> {
  const { caseId, reason } = input;
  calling.subject = caseId;
  const stored = findCase(program.database, caseId);
  if (!stored) return fail('NOT_FOUND');
  if (stored.state !== 'provisional') return fail('CASE_STATE');
  releaseCase(program.database, caseId);
  addCaseAct(program.database, {
    caseId,
    act: 'released',
    operatorId: calling.operator.operatorId,
    at: program.now(),
    note: reason,
  });
  program.tell({ topic: 'queues' });
  return viewCase(program, calling, caseId);
}
