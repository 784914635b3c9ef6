import type { ReactElement } from 'react';
import type { CaseState, CaseView } from '../../../../shared/contract/case.ts';
import { stepName } from '../../../case/entry-plan.ts';
import { asksSituation, planEntry, type StepStatus } from '../../../case/steps.ts';
import { useWords } from '../../../language.ts';
import { statusIcons } from '../step-list.tsx';

const afterwards = ['approval', 'registration', 'papers'] as const;
type Afterwards = (typeof afterwards)[number];

/** How far each of the last three steps is in a state of the case. */
const progress: Partial<Record<CaseState, readonly [StepStatus, StepStatus, StepStatus]>> = {
  accepted: ['doing', 'later', 'later'],
  approved: ['done', 'doing', 'later'],
  provisional: ['done', 'done', 'doing'],
  confirmed: ['done', 'done', 'doing'],
  conflict: ['done', 'doing', 'later'],
  closed: ['done', 'done', 'done'],
};

const targets: Record<Afterwards, string> = { approval: 'acts', registration: 'acts', papers: 'papers' };

/** The task list of an accepted case: entry is done, three steps follow. */
export function RecordSteps({ view }: { view: CaseView }): ReactElement {
  const say = useWords();
  const plan = planEntry(view.draft.procedure, view.page, asksSituation(view));
  const statuses = progress[view.row.state] ?? ['later', 'later', 'later'];
  return (
    <nav className="steps" aria-label={say('case.steps')} data-part="steps">
      <ol>
        {plan.steps.map((step) => (
          <li key={step}>
            <div className="step step-done">
              <span className="step-name">{stepName(say, step, plan)}</span>
              <span className="step-status">
                {statusIcons.done} {say('stepStatus.done')}
              </span>
            </div>
          </li>
        ))}
        {afterwards.map((step, index) => {
          const status = statuses[index] ?? 'later';
          return (
            <li key={step}>
              <button
                type="button"
                className={`step step-${status}`}
                aria-current={status === 'doing' ? 'step' : undefined}
                onClick={() => document.getElementById(targets[step])?.focus()}
              >
                <span className="step-name">{say(`step.${step}`)}</span>
                <span className="step-status">
                  {statusIcons[status]} {say(`stepStatus.${status}`)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
