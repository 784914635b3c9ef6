import { CheckOutlined, EditOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { useOpenCase } from '../../../case/case-context.ts';
import { stepName, useEntryPlan } from '../../../case/entry-plan.ts';
import { blockingOf } from '../../../case/problems.ts';
import { useWords } from '../../../language.ts';

/** How much is still to fill in, step by step, each a way there. */
export function ProblemCount({ problems }: { problems: readonly Problem[] }): ReactElement {
  const say = useWords();
  const { goTo } = useOpenCase();
  const plan = useEntryPlan();
  const open = plan.steps
    .map((step) => ({ step, count: blockingOf(problems, step).length }))
    .filter((it) => it.count > 0);
  if (open.length === 0) {
    return (
      <p className="sign sign-eligible">
        <CheckOutlined aria-hidden /> {say('verdict.complete')}
      </p>
    );
  }
  return (
    <>
      <h3>
        <EditOutlined aria-hidden /> {say('verdict.toFill')}
      </h3>
      <ul className="plain-list">
        {open.map(({ step, count }) => (
          <li key={step}>
            <button type="button" className="link" onClick={() => goTo(step)}>
              {say('verdict.stepOpen', { step: stepName(say, step, plan), count })}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
