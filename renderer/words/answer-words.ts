import type { Question } from '../../shared/contract/verdict.ts';
import { useBilingual, useWords } from '../language.ts';
import { usePolicyNames } from './policy-names.ts';

export type AnswerValue = string | boolean | number;

export interface Answered {
  readonly fact: string;
  readonly value: AnswerValue;
  /** The question it answers; null when it was answered before this window knew the question. */
  readonly question: Question | null;
}

/** How an answer reads: the words of the option, or the value itself. */
export function useAnswerWords(): (answered: Answered) => { asked: string; given: string } {
  const say = useWords();
  const inLanguage = useBilingual();
  const factName = usePolicyNames('fact');
  return ({ fact, value, question }) => {
    const option = question?.options.find((it) => it.value === value);
    const plain = typeof value === 'boolean' ? say(value ? 'word.yes' : 'word.no') : String(value);
    return {
      asked: question === null ? factName(fact) : inLanguage(question.text),
      given: option === undefined ? plain : inLanguage(option.text),
    };
  };
}
