import type { ReactElement } from 'react';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { useProblemWords } from '../../../case/problem-words.ts';

/** What is wrong with a whole part of a step, under it. */
export function ProblemLines({ problems }: { problems: readonly Problem[] }): ReactElement {
  const wordsOf = useProblemWords();
  return (
    <>
      {problems.map((it) => (
        <p key={`${it.path} ${it.code}`} className={it.weight === 'blocks' ? 'field-wrong' : 'field-warns'}>
          <span aria-hidden="true">{it.weight === 'blocks' ? '✕ ' : '! '}</span>
          {wordsOf(it)}
        </p>
      ))}
    </>
  );
}
