import { CheckOutlined, ClockCircleOutlined, EditOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useEditing, useOpenCase } from '../../case/case-context.ts';
import { stepName, useEntryPlan } from '../../case/entry-plan.ts';
import { type StepStatus, stepOf, stepStates } from '../../case/steps.ts';
import { useWords } from '../../language.ts';

export const statusIcons: Record<StepStatus, ReactElement> = {
  todo: <ClockCircleOutlined aria-hidden />,
  doing: <EditOutlined aria-hidden />,
  done: <CheckOutlined aria-hidden />,
  later: <MinusCircleOutlined aria-hidden />,
};

const afterwards = ['approval', 'registration', 'papers'] as const;

/** The task list on the left: what is done, what is not, what cannot be started yet and why. */
export function StepList(): ReactElement {
  const say = useWords();
  const { goTo } = useOpenCase();
  const draft = useEditing((it) => it.draft);
  const assessment = useEditing((it) => it.assessment);
  const tried = useEditing((it) => it.tried);
  const plan = useEntryPlan();
  const current = stepOf(draft, plan.steps);
  return (
    <nav className="steps" aria-label={say('case.steps')} data-part="steps">
      <ol>
        {stepStates({ draft, assessment, tried }, plan).map(({ step, status, why }) => (
          <li key={step}>
            <button
              type="button"
              className={`step step-${status}`}
              aria-current={step === current ? 'step' : undefined}
              aria-label={`${stepName(say, step, plan)} ${say(`stepStatus.${status}`)}`}
              aria-describedby={why === null ? undefined : `why-${step}`}
              onClick={() => goTo(step)}
            >
              <span className="step-name">{stepName(say, step, plan)}</span>
              <span className="step-status">
                {statusIcons[status]} {say(`stepStatus.${status}`)}
              </span>
              {why === null ? null : (
                <span className="step-why" id={`why-${step}`}>
                  {say(`stepWhy.${why}`)}
                </span>
              )}
            </button>
          </li>
        ))}
        {afterwards.map((step) => (
          <li key={step}>
            <div className="step step-later">
              <span className="step-name">{say(`step.${step}`)}</span>
              <span className="step-status">
                {statusIcons.later} {say('stepStatus.later')}
              </span>
              <span className="step-why">{say('stepWhy.needsAcceptance')}</span>
            </div>
          </li>
        ))}
      </ol>
    </nav>
  );
}
