import type { PushOutcome } from '../../../shared/contract/registry.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { findCase, putCaseEvent, putCaseState } from '../store/cases.ts';

const before: readonly string[] = ['draft', 'returned', 'accepted', 'approved', 'provisional'];

/**
 * The file is an old copy that knows the case but not that it was carried out: the case has its event back and is where the registry's answer
 * puts it, so that nobody registers it again. Other events of the case, and cases the file does not know, change nothing. Runs inside the
 * transaction that takes the event back.
 */
export function recoverCase(program: Program, event: RegisterEvent, outcome: PushOutcome): void {
  const { database } = program;
  const { caseId, eventId, kind, facts } = event;
  const stored = findCase(database, caseId);
  if (!stored || kind === 'event.reversed' || stored.procedure !== facts.procedure) return;
  if (!before.includes(stored.state)) return;
  const at = program.now();
  const state = outcome.outcome === 'confirmed' ? 'confirmed' : 'conflict';
  putCaseEvent(database, caseId, eventId);
  putCaseState(database, caseId, state, at);
  addCaseAct(database, { caseId, act: state, operatorId: null, at, note: '' });
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'queues' });
}
