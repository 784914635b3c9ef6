import type { ReactElement } from 'react';
import type { StepId } from '../../../case/draft-store.ts';
import { ApplicantStep } from './applicant-step.tsx';
import { CheckStep } from './check-step.tsx';
import { MaterialsStep } from './materials-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { SituationStep } from './situation-step.tsx';
import { TargetStep } from './target-step.tsx';

/** What the work area shows for each step. */
export const stepParts: Readonly<Record<StepId, () => ReactElement>> = {
  applicant: ApplicantStep,
  situation: SituationStep,
  materials: MaterialsStep,
  people: PeopleStep,
  target: TargetStep,
  check: CheckStep,
};
