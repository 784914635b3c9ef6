import type { ReactElement } from 'react';
import { useEditing } from '../../../case/case-context.ts';
import { useProblemWords } from '../../../case/problem-words.ts';
import { Notice } from '../../../signs/notice.tsx';

/** What the register asks to look at before the change is made; it does not stop it. What does stands in the summary. */
export function ChangeWarnings(): ReactElement {
  const wordsOf = useProblemWords();
  const problems = useEditing((it) => it.assessment.problems);
  return (
    <>
      {problems
        .filter((it) => it.code === 'change-warning')
        .map((it) => (
          <Notice key={`${it.path} ${JSON.stringify(it.params)}`} tone="due">
            {wordsOf(it)}
          </Notice>
        ))}
    </>
  );
}
