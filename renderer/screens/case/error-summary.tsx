import { Button } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';
import type { Problem } from '../../../shared/contract/problems.ts';
import { useEditing, useOpenCase } from '../../case/case-context.ts';
import { fieldId, textAt } from '../../case/draft-path.ts';
import type { StepId } from '../../case/draft-store.ts';
import { useEntryPlan } from '../../case/entry-plan.ts';
import { useProblemOwner, useProblemWords } from '../../case/problem-words.ts';
import { KeyHint } from '../../keys/key-hint.tsx';
import { useWords } from '../../language.ts';
import { useSummaryCall } from './summary-focus.ts';

/** One problem as a link to its field; the same words stand at the field. */
export function ProblemLink({ problem }: { problem: Problem }): ReactElement {
  const say = useWords();
  const wordsOf = useProblemWords();
  const ownerOf = useProblemOwner();
  const { store, openField } = useOpenCase();
  const owner = ownerOf(problem.path, (index) => textAt(store.get().draft, `people.${index}.name`));
  return (
    <a
      href={`#${fieldId(problem.path)}`}
      onClick={(event) => {
        event.preventDefault();
        openField(problem.step, problem.path);
      }}
    >
      {owner === '' ? wordsOf(problem) : say('summary.ofWhom', { who: owner, what: wordsOf(problem) })}
    </a>
  );
}

/** What stops this step, at the top; takes the focus when the clerk tries to go on. The check step sums up every step. */
export function ErrorSummary({ step }: { step: StepId }): ReactElement | null {
  const say = useWords();
  const { goTo } = useOpenCase();
  const { steps } = useEntryPlan();
  const box = useRef<HTMLDivElement>(null);
  const calls = useSummaryCall();
  const problems = useEditing((it) => it.assessment.problems);
  const isTried = useEditing((it) => it.tried.has(step));
  const shown = problems.filter((it) => it.weight === 'blocks' && (step === 'check' || it.step === step));
  const hasAny = shown.length > 0;
  useEffect(() => {
    if (calls > 0 && hasAny) box.current?.focus();
  }, [calls, hasAny]);
  if (!isTried || !hasAny) return null;
  const next = steps[steps.indexOf(step) + 1];
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h2 id="summary-title">{say('summary.title')}</h2>
      <ul>
        {shown.map((it) => (
          <li key={`${it.path} ${it.code}`}>
            <ProblemLink problem={it} />
          </li>
        ))}
      </ul>
      {next === undefined ? null : (
        <Button onClick={() => goTo(next)}>
          {say('summary.goOn')} <KeyHint name="Ctrl+Enter" />
        </Button>
      )}
    </div>
  );
}
