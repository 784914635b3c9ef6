import type { ReactElement } from 'react';
import { useWords } from '../../../language.ts';
import { type Answered, useAnswerWords } from '../../../words/answer-words.ts';

interface AnsweredListProps {
  readonly answered: readonly Answered[];
  readonly onClear: (fact: string) => void;
}

/** The answers given so far, each with a way to change it. */
export function AnsweredList({ answered, onClear }: AnsweredListProps): ReactElement | null {
  const say = useWords();
  const wordsOf = useAnswerWords();
  if (answered.length === 0) return null;
  return (
    <dl className="lines">
      {answered.map((it) => {
        const { asked, given } = wordsOf(it);
        return (
          <div key={it.fact} className="line">
            <dt>{asked}</dt>
            <dd>{given}</dd>
            <dd>
              <button type="button" className="link" onClick={() => onClear(it.fact)}>
                {say('word.change')}
                <span className="visually-hidden"> {asked}</span>
              </button>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
