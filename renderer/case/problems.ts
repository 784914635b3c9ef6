import type { Problem } from '../../shared/contract/problems.ts';
import type { Editing, StepId } from './draft-store.ts';

/** Problems that may be shown now: those of fields that were left, and of steps the clerk tried to finish. */
export function shownProblems(editing: Editing): readonly Problem[] {
  return editing.assessment.problems.filter((it) => editing.left.has(it.path) || editing.tried.has(it.step));
}

/** Whether anything of a step keeps the case from being accepted. */
export function blockingOf(problems: readonly Problem[], step: StepId): readonly Problem[] {
  return problems.filter((it) => it.step === step && it.weight === 'blocks');
}
