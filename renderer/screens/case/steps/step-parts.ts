import type { ReactElement } from 'react';
import type { StepId } from '../../../case/draft-store.ts';
import { CheckStep } from './check-step.tsx';
import { FirstStep } from './first-step.tsx';
import { MaterialsStep } from './materials-step.tsx';
import { PageStep } from './page-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { SituationStep } from './situation-step.tsx';
import { TargetStep } from './target-step.tsx';

/** What the work area shows for each step. */
export const stepParts: Readonly<Record<StepId, () => ReactElement>> = {
  applicant: FirstStep,
  situation: SituationStep,
  page: PageStep,
  materials: MaterialsStep,
  people: PeopleStep,
  target: TargetStep,
  check: CheckStep,
};
