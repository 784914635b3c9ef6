import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { fieldId, textAt } from '../../../case/draft-path.ts';
import { usePathProblems } from '../../../case/path-problems.ts';
import { useProblemWords } from '../../../case/problem-words.ts';
import { FieldRow } from '../../../fields/field-row.tsx';
import { useWords } from '../../../language.ts';
import { Notice } from '../../../signs/notice.tsx';

/** Most characters of a reason that an event keeps. */
const reasonMax = 200;

/** Where the reason for going on in spite of a warning stands in the draft. */
function reasonPath({ params }: Problem): string {
  return `reasons.${String(params.refusal ?? '')}`;
}

/** Why the change is made all the same; it stays with the event and in the history. */
function Reason({ path }: { path: string }): ReactElement {
  const say = useWords();
  const wordsOf = useProblemWords();
  const { store } = useOpenCase();
  const value = useEditing((it) => textAt(it.draft, path));
  const problems = usePathProblems((it) => it === path);
  const id = fieldId(path);
  return (
    <FieldRow
      id={id}
      label={say('check.reason')}
      isWide
      messages={problems.slice(0, 1).map((it) => ({ text: wordsOf(it), weight: it.weight }))}
    >
      <Input
        id={id}
        value={value}
        maxLength={reasonMax}
        onChange={(event) => store.change(path, event.target.value)}
        onBlur={() => store.leave(path)}
      />
    </FieldRow>
  );
}

/** What the register asks to look at before the change is made, each with its reason. What stops it stands in the summary. */
export function ChangeWarnings(): ReactElement | null {
  const say = useWords();
  const wordsOf = useProblemWords();
  const problems = useEditing((it) => it.assessment.problems);
  const warnings = problems.filter((it) => it.code === 'change-warning');
  const paths = [...new Set(warnings.map(reasonPath))];
  if (warnings.length === 0) return null;
  return (
    <section className="card" aria-label={say('check.warnings')}>
      <h2>{say('check.warnings')}</h2>
      {paths.map((path) => (
        <div key={path} className="warned">
          {warnings
            .filter((it) => reasonPath(it) === path)
            .map((it) => (
              <Notice key={`${it.path} ${JSON.stringify(it.params)}`} tone="due">
                {wordsOf(it)}
              </Notice>
            ))}
          <Reason path={path} />
        </div>
      ))}
    </section>
  );
}
