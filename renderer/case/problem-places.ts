import type { Assessment } from '../../shared/contract/case.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { StepId } from './draft-store.ts';
import type { EntryPlan } from './steps.ts';

/** The step of this case where a problem is mended: a procedure of its own page has neither an applicant nor every step. */
function stepOfProblem({ path, step }: Problem, { isSettling, steps }: EntryPlan): StepId {
  if (isSettling) return step;
  const isPerson = path.startsWith('people') && step !== 'target';
  const wanted: StepId = path === 'subject' ? 'applicant' : isPerson ? 'people' : step;
  return steps.includes(wanted) ? wanted : 'check';
}

/** An assessment whose problems stand at the steps this case has. */
export function atOwnSteps(assessment: Assessment, plan: EntryPlan): Assessment {
  const problems = assessment.problems.map((it) => ({ ...it, step: stepOfProblem(it, plan) }));
  return { ...assessment, problems };
}
