import type { ReactElement } from 'react';
import type { Reason } from '../../../../shared/contract/verdict.ts';
import { useBilingual, useWords } from '../../../language.ts';
import { HoldsSign } from '../../../signs/verdict-sign.tsx';
import { useArticle } from '../../../words/article.ts';
import { usePolicyNames } from '../../../words/policy-names.ts';

/** Each rule's answer with the paragraph behind it. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }): ReactElement | null {
  const say = useWords();
  const inLanguage = useBilingual();
  const sourceName = usePolicyNames('source');
  const article = useArticle();
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons">
      {reasons.map((it) => (
        <li key={it.rule}>
          <HoldsSign holds={it.holds} />
          <div>
            {inLanguage(it.text)}
            <span className="source">
              {say('reason.source', { doc: sourceName(it.source.doc), article: article(it.source.article) })}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
