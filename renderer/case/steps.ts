import type { Draft } from '../../shared/contract/draft.ts';
import type { Editing, StepId } from './draft-store.ts';
import { blockingOf } from './problems.ts';

export type StepStatus = 'todo' | 'doing' | 'done' | 'later';
export interface StepState {
  readonly step: StepId;
  readonly status: StepStatus;
  /** Why the step cannot be started yet, as the end of the word key `step.why.*`. */
  readonly why: 'needsApplicant' | 'needsRoute' | null;
}

export const entrySteps: readonly StepId[] = ['applicant', 'situation', 'materials', 'people', 'target', 'check'];

function hasBegun(draft: Draft, step: StepId): boolean {
  const applicant = draft.people[0];
  const begun: Record<StepId, boolean> = {
    applicant: applicant !== undefined && (applicant.citizenId !== '' || applicant.name !== ''),
    situation: Object.keys(draft.answers).length > 0 || draft.procedure !== '',
    materials: draft.materials.length > 0,
    people: draft.people.length > 1 || (applicant?.education ?? '') !== '' || (applicant?.birthplace ?? '') !== '',
    target: draft.target.addressId !== '',
    check: draft.isVoluntary,
  };
  return begun[step];
}

function whyLater(draft: Draft, step: StepId): StepState['why'] {
  if (step !== 'applicant' && !hasBegun(draft, 'applicant')) return 'needsApplicant';
  const needsRoute = step === 'materials' || step === 'check';
  return needsRoute && draft.procedure === '' ? 'needsRoute' : null;
}

/** The task list of the case: what is done, what is not, and why a step cannot be started yet. */
export function stepStates({ draft, assessment, tried }: Pick<Editing, 'draft' | 'assessment' | 'tried'>): StepState[] {
  return entrySteps.map((step): StepState => {
    const why = whyLater(draft, step);
    if (why !== null) return { step, status: 'later', why };
    const isClean = blockingOf(assessment.problems, step).length === 0;
    const isTouched = hasBegun(draft, step) || tried.has(step);
    if (isClean && isTouched) return { step, status: 'done', why: null };
    return { step, status: isTouched ? 'doing' : 'todo', why: null };
  });
}
