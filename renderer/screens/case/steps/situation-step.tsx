import type { ReactElement } from 'react';
import type { Route } from '../../../../shared/contract/verdict.ts';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { useEntryPlan } from '../../../case/entry-plan.ts';
import { useDigits } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { Notice } from '../../../signs/notice.tsx';
import { AnsweredList } from './answered-list.tsx';
import { useAnswers } from './answers.ts';
import { QuestionCard } from './question-card.tsx';
import { RouteCard } from './route-card.tsx';

interface RoutesProps {
  readonly routes: readonly Route[];
  /** While a question is open the digits answer it. */
  readonly isAsking: boolean;
  readonly onChoose: (procedure: string) => void;
}

/** The ways to settle, best first. */
function Routes({ routes, isAsking, onChoose }: RoutesProps): ReactElement {
  const say = useWords();
  const advice = useEditing((it) => it.assessment.advice);
  const procedure = useEditing((it) => it.draft.procedure);
  return (
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
          onChoose={() => onChoose(route.procedure)}
        />
      ))}
    </section>
  );
}

/** What is the situation, and which ways are open: questions first, then the routes, best first. */
export function SituationStep(): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const { isSettling } = useEntryPlan();
  const { asked, answered, answer, clear } = useAnswers();
  const routes = useEditing((it) => it.assessment.verdicts.routes);
  const [first] = asked;
  const choices = first?.options ?? [];
  const isAsking = choices.length > 0;
  const questionsKey = isSettling ? 'situation.questions' : 'pageStep.situation';
  const choose = (id: string) => store.change('procedure', id);
  useDigits(isAsking ? choices.length : isSettling ? routes.length : 0, (index) => {
    const option = choices[index];
    const route = routes[index];
    if (first !== undefined && option !== undefined) answer(first, option.value);
    else if (!isAsking && isSettling && route !== undefined) choose(route.procedure);
  });
  return (
    <>
      <section className="card" aria-label={say(questionsKey)}>
        <h2>{say(questionsKey)}</h2>
        <AnsweredList answered={answered} onClear={clear} />
        {asked.map((question, index) => (
          <QuestionCard
            key={question.id}
            question={question}
            isCurrent={index === 0}
            onAnswer={(value) => answer(question, value)}
          />
        ))}
        {asked.length === 0 ? (
          <Notice tone="good">{say(isSettling ? 'situation.allAnswered' : 'situation.nothingAsked')}</Notice>
        ) : null}
      </section>
      {isSettling ? <Routes routes={routes} isAsking={isAsking} onChoose={choose} /> : null}
    </>
  );
}
