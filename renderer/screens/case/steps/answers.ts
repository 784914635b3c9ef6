import type { Question } from '../../../../shared/contract/verdict.ts';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import type { Answered, AnswerValue } from '../../../words/answer-words.ts';

export interface Answers {
  readonly asked: readonly Question[];
  readonly answered: readonly Answered[];
  readonly answer: (question: Question, value: AnswerValue) => void;
  readonly clear: (fact: string) => void;
}

/** The open questions and the answers given. An answer can be taken back at any time; the question is then asked again. */
export function useAnswers(): Answers {
  const { store } = useOpenCase();
  const answers = useEditing((it) => it.draft.answers);
  const open = useEditing((it) => it.assessment.questions);
  const known = useEditing((it) => it.questions);
  return {
    asked: open.filter((it) => answers[it.fact] === undefined),
    answered: Object.entries(answers).map(([fact, value]) => ({
      fact,
      value,
      question: known.find((it) => it.fact === fact) ?? null,
    })),
    answer: (question, value) =>
      store.edit((draft) => ({ ...draft, answers: { ...draft.answers, [question.fact]: value } })),
    clear: (fact) =>
      store.edit((draft) => ({
        ...draft,
        answers: Object.fromEntries(Object.entries(draft.answers).filter(([it]) => it !== fact)),
      })),
  };
}
