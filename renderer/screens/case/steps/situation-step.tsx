import type { ReactElement } from 'react';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { useDigits } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { Notice } from '../../../signs/notice.tsx';
import { AnsweredList } from './answered-list.tsx';
import { useAnswers } from './answers.ts';
import { QuestionCard } from './question-card.tsx';
import { RouteCard } from './route-card.tsx';

/** What is the situation, and which ways are open: questions first, then the routes, best first. */
export function SituationStep(): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const { asked, answered, answer, clear } = useAnswers();
  const routes = useEditing((it) => it.assessment.verdicts.routes);
  const advice = useEditing((it) => it.assessment.advice);
  const procedure = useEditing((it) => it.draft.procedure);
  const [first] = asked;
  const choices = first?.options ?? [];
  const isAsking = choices.length > 0;
  const choose = (id: string) => store.change('procedure', id);
  useDigits(isAsking ? choices.length : routes.length, (index) => {
    const option = choices[index];
    const route = routes[index];
    if (first !== undefined && option !== undefined) answer(first, option.value);
    else if (!isAsking && route !== undefined) choose(route.procedure);
  });
  return (
    <>
      <section className="card" aria-label={say('situation.questions')}>
        <h2>{say('situation.questions')}</h2>
        <AnsweredList answered={answered} onClear={clear} />
        {asked.map((question, index) => (
          <QuestionCard
            key={question.id}
            question={question}
            isCurrent={index === 0}
            onAnswer={(value) => answer(question, value)}
          />
        ))}
        {asked.length === 0 ? <Notice tone="good">{say('situation.allAnswered')}</Notice> : null}
      </section>
      <section className="card" aria-label={say('situation.routes')} data-paths="procedure">
        <h2>{say('situation.routes')}</h2>
        {routes.length === 0 ? <p className="quiet">{say('situation.noRoutes')}</p> : null}
        {routes.map((route, index) => (
          <RouteCard
            key={route.procedure}
            route={route}
            advice={advice.find((it) => it.procedure === route.procedure) ?? null}
            digit={isAsking || index > 8 ? null : index + 1}
            isChosen={route.procedure === procedure}
            onChoose={() => choose(route.procedure)}
          />
        ))}
      </section>
    </>
  );
}
