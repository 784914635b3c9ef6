import type { Problem } from '../../shared/contract/problems.ts';
import { valueAt } from './draft-path.ts';
import type { Editing, StepId } from './draft-store.ts';

/**
 * Problems that may be shown now: those of fields that were left, and of steps the clerk tried to finish. Not of a field that was
 * changed since: whether it is right now is said at the next pause, and until then nothing wrong is said of it.
 */
export function shownProblems({ assessment, assessed, draft, left, tried }: Editing): readonly Problem[] {
  return assessment.problems.filter(
    ({ path, step }) => (left.has(path) || tried.has(step)) && valueAt(draft, path) === valueAt(assessed, path),
  );
}

/** Whether anything of a step keeps the case from being accepted. */
export function blockingOf(problems: readonly Problem[], step: StepId): readonly Problem[] {
  return problems.filter((it) => it.step === step && it.weight === 'blocks');
}
