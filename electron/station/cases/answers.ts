import type { CaseState } from '../../../shared/contract/case.ts';
import type { Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { findCase, putCaseState } from '../store/cases.ts';
import { countUnprinted } from '../store/documents.ts';

function settle(program: Program, caseId: string, state: CaseState, note = ''): void {
  const at = program.now();
  putCaseState(program.database, caseId, state, at);
  addCaseAct(program.database, {
    caseId,
    act: state === 'conflict' ? 'conflict' : state === 'closed' ? 'closed' : 'confirmed',
    operatorId: null,
    at,
    note,
  });
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'queues' });
}

/** Closes a confirmed case when nothing required is left to print. */
export function closeIfPrinted(program: Program, caseId: string): void {
  const stored = findCase(program.database, caseId);
  if (stored?.state === 'confirmed' && countUnprinted(program.database, caseId) === 0)
    settle(program, caseId, 'closed');
}

/** What a case did left no trace in the register: nothing has to be confirmed, and it is closed once its papers are printed. */
export function endWithoutEvent(program: Program, caseId: string, at: string): void {
  putCaseState(program.database, caseId, 'confirmed', at);
  closeIfPrinted(program, caseId);
}

/**
 * The registry took an event: if it was the case's own one, its papers may print now. Later events of the case (sheets of stock, an amended
 * paper, a reversal) decide nothing of it. Runs inside the transaction that notes the answer.
 */
export function confirmCase(program: Program, eventId: string, caseId: string): void {
  const stored = findCase(program.database, caseId);
  program.tell({ topic: 'case', caseId });
  if (stored?.eventId !== eventId) return;
  if (stored?.state !== 'provisional' && stored?.state !== 'conflict') return;
  settle(program, caseId, 'confirmed');
  closeIfPrinted(program, caseId);
}

/** The registry did not take the case's own event: the case goes to the conflict desk with what was done kept. */
export function conflictCase(program: Program, eventId: string, caseId: string, reason: string): void {
  const stored = findCase(program.database, caseId);
  if (stored?.eventId === eventId && stored.state === 'provisional') settle(program, caseId, 'conflict', reason);
}
