import type { ReactElement } from 'react';
import { useEntryPlan } from '../../../case/entry-plan.ts';
import { ApplicantStep } from './applicant-step.tsx';
import { SubjectStep } from './subject-step.tsx';

/** Whom it is about: the applicant where somebody settles, else what the procedure concerns. */
export function FirstStep(): ReactElement {
  const { isSettling } = useEntryPlan();
  return isSettling ? <ApplicantStep /> : <SubjectStep />;
}
