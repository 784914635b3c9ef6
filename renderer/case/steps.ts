import type { Draft } from '../../shared/contract/draft.ts';
import type { ProcedurePage } from '../../shared/contract/procedure.ts';
import type { Editing, StepId } from './draft-store.ts';
import { blockingOf } from './problems.ts';

export type StepStatus = 'todo' | 'doing' | 'done' | 'later';
export interface StepState {
  readonly step: StepId;
  readonly status: StepStatus;
  /** Why the step cannot be started yet, as the end of the word key `stepWhy.*`. */
  readonly why: 'needsApplicant' | 'needsSubject' | 'needsRoute' | null;
}

/** How a case is entered: which steps it has, and whether it goes by the steps of settling. */
export interface EntryPlan {
  readonly isSettling: boolean;
  readonly steps: readonly StepId[];
  readonly page: ProcedurePage | null;
}

/** Settling begins with the applicant: which way of settling it becomes is found on the way. */
function isSettlingBy(procedure: string): boolean {
  return procedure === '' || procedure.startsWith('settle.');
}

/** Whether anything is asked about the situation, or was answered by the register and may be corrected. */
export function asksSituation({ draft, assessment }: Pick<Editing, 'draft' | 'assessment'>): boolean {
  return assessment.questions.length > 0 || Object.keys(draft.answers).length > 0;
}

/** Whom it is about comes first: the subject, or where there is none the persons themselves. */
function stepsOfPage(page: ProcedurePage, hasSituation: boolean): readonly StepId[] {
  const [hasSubject, isEntered] = [page.subject !== 'none', page.people === 'entered'];
  const steps: readonly (readonly [StepId, boolean])[] = [
    ['applicant', hasSubject],
    ['people', isEntered && !hasSubject],
    ['situation', hasSituation],
    ['page', page.fields.length > 0],
    ['people', isEntered && hasSubject],
    ['target', page.target !== 'none'],
    ['materials', true],
    ['check', true],
  ];
  return steps.filter(([, isAsked]) => isAsked).map(([step]) => step);
}

/**
 * The steps of a procedure. Settling asks for the applicant, finds the route, and has a step for the route's own fields where it has any;
 * every other procedure begins with what it concerns (its first step, `applicant`), asks for the situation where there is anything to ask
 * (asksSituation), and shows what its page asks for.
 */
export function planEntry(procedure: string, page: ProcedurePage | null, hasSituation: boolean): EntryPlan {
  if (page !== null && !isSettlingBy(procedure))
    return { isSettling: false, steps: stepsOfPage(page, hasSituation), page };
  const own: readonly StepId[] = page !== null && page.fields.length > 0 ? ['page'] : [];
  const steps: readonly StepId[] = ['applicant', 'situation', ...own, 'materials', 'people', 'target', 'check'];
  return { isSettling: true, steps, page };
}

/** The step a draft was left at. */
export function stepOf(draft: Draft, steps: readonly StepId[]): StepId {
  return steps.find((it) => it === draft.step) ?? steps[0] ?? 'check';
}

type Standing = Pick<Editing, 'draft' | 'assessment' | 'tried'>;

function hasPerson(draft: Draft): boolean {
  const first = draft.people[0];
  return first !== undefined && (first.citizenId !== '' || first.name !== '');
}

function hasBegun({ draft, assessment }: Standing, step: StepId, { isSettling }: EntryPlan): boolean {
  const applicant = draft.people[0];
  const route = assessment.verdicts.routes.find((it) => it.procedure === draft.procedure);
  const begun: Record<StepId, () => boolean> = {
    applicant: () => (isSettling ? hasPerson(draft) : draft.subject.id !== ''),
    situation: () => Object.keys(draft.answers).length > 0 || (isSettling && draft.procedure !== ''),
    page: () => Object.keys(draft.fields).length > 0,
    materials: () => draft.materials.length > 0 || (!isSettling && route?.materials.needed.length === 0),
    people: () =>
      isSettling
        ? draft.people.length > 1 || (applicant?.education ?? '') !== '' || (applicant?.birthplace ?? '') !== ''
        : hasPerson(draft),
    target: () => draft.target.addressId !== '' || draft.target.householdId !== '',
    check: () => draft.isVoluntary,
  };
  return begun[step]();
}

function whyLater(standing: Standing, step: StepId, plan: EntryPlan): StepState['why'] {
  const needsFirst = plan.steps.includes('applicant') && step !== 'applicant' && !hasBegun(standing, 'applicant', plan);
  if (needsFirst) return plan.isSettling ? 'needsApplicant' : 'needsSubject';
  const needsRoute = step === 'materials' || step === 'check';
  return needsRoute && standing.draft.procedure === '' ? 'needsRoute' : null;
}

/** The task list of the case: what is done, what is not, and why a step cannot be started yet. */
export function stepStates(standing: Standing, plan: EntryPlan): StepState[] {
  return plan.steps.map((step): StepState => {
    const why = whyLater(standing, step, plan);
    if (why !== null) return { step, status: 'later', why };
    const isClean = blockingOf(standing.assessment.problems, step).length === 0;
    const isTouched = hasBegun(standing, step, plan) || standing.tried.has(step);
    if (isClean && isTouched) return { step, status: 'done', why: null };
    return { step, status: isTouched ? 'doing' : 'todo', why: null };
  });
}
