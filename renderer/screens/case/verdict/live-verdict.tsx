import type { ReactElement } from 'react';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { useEntryPlan } from '../../../case/entry-plan.ts';
import { useWords } from '../../../language.ts';
import { ProblemCount } from './problem-count.tsx';
import { VerdictPane } from './verdict-pane.tsx';

/** The verdict beside the entry: follows every save. */
export function LiveVerdict(): ReactElement {
  const say = useWords();
  const { view } = useOpenCase();
  const assessment = useEditing((it) => it.assessment);
  const procedure = useEditing((it) => it.draft.procedure);
  const { isSettling } = useEntryPlan();
  const hasApplicant = useEditing(
    (it) => !isSettling || (it.draft.people[0]?.name ?? '') !== '' || (it.draft.people[0]?.citizenId ?? '') !== '',
  );
  return (
    <VerdictPane view={view} assessment={assessment} procedure={procedure}>
      {hasApplicant ? (
        <ProblemCount problems={assessment.problems} />
      ) : (
        <p className="quiet">{say('verdict.startHint')}</p>
      )}
    </VerdictPane>
  );
}
