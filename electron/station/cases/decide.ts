import type { CaseView } from '../../../shared/contract/case.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { findCase, releaseCase, type StoredCase } from '../store/cases.ts';
import { consent, deny, listUndecided } from './decisions.ts';
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
 * Consents at the next level. The station's chief decides; a county or prefecture decision that came on paper is noted with its number, one
 * that came through the registry notes itself (inquiries/). After the last level the case is approved.
 */
export function approveCase(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'case.approve'>,
): Answer<CaseView> {
  const { caseId, opinion, decisionNumber } = input;
  const undecided = getUndecided(program, calling, caseId);
  if (!undecided.ok) return undecided;
  const [next] = listUndecided(program, caseId);
  if (!next) return fail('CASE_STATE');
  if (next.level !== 'station' && decisionNumber === '') return fail('REASON_REQUIRED');
  const { level } = next;
  const by = { operatorId: calling.operator.operatorId };
  consent(program, { caseId, level, by, opinion, decisionNumber });
  calling.details = { level };
  return viewCase(program, calling, caseId);
}

/** Sends the case back to whoever accepted it, with the reason; it can be mended and accepted again under its number. */
export function returnCase(program: Program, calling: Calling, input: ParsedInputOf<'case.return'>): Answer<CaseView> {
  return decline(program, calling, input, 'returned');
}

/** Says no in writing (N21 §57): the reason stands on the notice. */
export function refuseCase(program: Program, calling: Calling, input: ParsedInputOf<'case.refuse'>): Answer<CaseView> {
  return decline(program, calling, input, 'refused');
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
  deny(program, { caseId, to, by: { operatorId: calling.operator.operatorId }, reason });
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
