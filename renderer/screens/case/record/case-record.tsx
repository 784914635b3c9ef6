import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CaseView } from '../../../../shared/contract/case.ts';
import { EnteredView } from '../../../case/entered-view.tsx';
import { asksSituation, planEntry } from '../../../case/steps.ts';
import { useKey } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { CaseHead } from '../case-head.tsx';
import { VerdictPane } from '../verdict/verdict-pane.tsx';
import { ActPanels } from './act-panels.tsx';
import { Papers } from './papers.tsx';
import { RecordSteps } from './record-steps.tsx';
import { Timeline } from './timeline.tsx';

/** A case after acceptance: what can be done with it now, its papers, what happened, what was entered. */
export function CaseRecord({ view }: { view: CaseView }): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  useKey('Esc', () => void navigate({ to: '/' }));
  return (
    <div className="case">
      <RecordSteps view={view} />
      <section className="work" aria-label={say('case.work')} data-part="work">
        <CaseHead view={view} />
        <ActPanels view={view} />
        <Papers view={view} />
        <Timeline entries={view.timeline} />
        <EnteredView
          draft={view.draft}
          assessment={view.assessment}
          questions={view.assessment.questions}
          plan={planEntry(view.draft.procedure, view.page, asksSituation(view))}
        />
      </section>
      <VerdictPane view={view} assessment={view.assessment} procedure={view.draft.procedure} />
    </div>
  );
}
