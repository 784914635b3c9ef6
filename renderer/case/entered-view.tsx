import type { ReactElement } from 'react';
import type { Assessment } from '../../shared/contract/case.ts';
import type { Draft } from '../../shared/contract/draft.ts';
import type { Question } from '../../shared/contract/verdict.ts';
import { useWords } from '../language.ts';
import type { StepId } from './draft-store.ts';
import { useEnteredGroups } from './entered-groups.ts';
import type { EntryPlan } from './steps.ts';

interface EnteredViewProps {
  readonly draft: Draft;
  readonly assessment: Assessment;
  readonly questions: readonly Question[];
  readonly plan: EntryPlan;
  /** Offers a way back to each line; without it the view is read only. */
  readonly onChange?: (step: StepId, path: string) => void;
}

/** Everything entered, grouped as on the papers; what was left blank says so. */
export function EnteredView({ draft, assessment, questions, plan, onChange }: EnteredViewProps): ReactElement {
  const say = useWords();
  const groups = useEnteredGroups(draft, assessment, questions, plan);
  return (
    <>
      {groups.map((group) => (
        <section key={group.title} className="card" aria-label={group.title}>
          <h2>{group.title}</h2>
          <dl className="lines lines-two">
            {group.lines.map((line) => (
              <div key={line.path} className="line">
                <dt>{line.label}</dt>
                <dd className={line.value === '' ? 'quiet' : ''}>
                  {line.value === '' ? say('check.blank') : (line.words ?? line.value)}
                </dd>
                {onChange === undefined || line.isFixed ? null : (
                  <dd>
                    <button type="button" className="link" onClick={() => onChange(line.step, line.path)}>
                      {say('word.change')}
                      <span className="visually-hidden">
                        {' '}
                        {say('check.changeWhat', { label: line.label, group: group.title })}
                      </span>
                    </button>
                  </dd>
                )}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
