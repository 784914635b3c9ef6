import type { CaseState } from '../../../shared/contract/case.ts';
import type { Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { findCase, putCasePeople, putCaseState } from '../store/cases.ts';
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
  if (state !== 'conflict') putCasePeople(program.database, caseId, []);
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'queues' });
}

/** Closes a confirmed case when nothing required is left to print. */
export function closeIfPrinted(program: Program, caseId: string): void {
  const stored = findCase(program.database, caseId);
  if (stored?.state === 'confirmed' && countUnprinted(program.database, caseId) === 0)
    settle(program, caseId, 'closed');
}

/** The registry took the case's event: its papers may print now. Runs inside the transaction that notes the answer. */
export function confirmCase(program: Program, caseId: string): void {
  const stored = findCase(program.database, caseId);
  if (stored?.state !== 'provisional' && stored?.state !== 'conflict') return;
  settle(program, caseId, 'confirmed');
  closeIfPrinted(program, caseId);
}

/** The registry did not take it: the case goes to the conflict desk with what was done kept. */
export function conflictCase(program: Program, caseId: string, reason: string): void {
  if (findCase(program.database, caseId)?.state === 'provisional') settle(program, caseId, 'conflict', reason);
}
