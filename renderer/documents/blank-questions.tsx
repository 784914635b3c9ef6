import { Button } from 'antd';
import type { ReactElement } from 'react';
import { type BlankOutcome, type BlankQuestion, BlankOutcome as outcomes } from '../../shared/contract/stock.ts';
import { useMayCall } from '../frame/session.ts';
import { useDigits } from '../keys/keys.ts';
import { useBilingual, useWords } from '../language.ts';
import { refresh, useAct, useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { moment } from '../signs/moments.ts';
import { usePrintOne } from './print-one.ts';

const order: readonly BlankOutcome[] = outcomes.options;

/** How one sheet came out: a digit answers. A spoiled sheet's paper goes on the next one at once. */
function Question({ question }: { question: BlankQuestion }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const decide = useAct('stock.decide');
  const printing = usePrintOne();
  const { blankId, number, at } = question;
  const name = `${inLanguage(question.title)} ${question.subject}`.trim();
  const answer = (outcome: BlankOutcome) =>
    decide.mutate(
      { blankId, outcome },
      {
        onSuccess: ({ document, reason }) => {
          if (outcome === 'spoiled') printing.print(document.documentId, reason);
          refresh('case.get', 'case.list', 'home.summary', 'document.printLog', 'stock.questions', 'stock.list');
        },
      },
    );
  useDigits(order.length, (index) => {
    const outcome = order[index];
    if (outcome !== undefined && !decide.isPending) answer(outcome);
  });
  return (
    <div className="confirm">
      <p>
        {say('blank.ask', { name, number })} <span className="quiet">{say('blank.since', { at: moment(at) })}</span>
      </p>
      <div className="row">
        {order.map((outcome, index) => (
          <Button
            key={outcome}
            type={outcome === 'good' ? 'primary' : 'default'}
            loading={decide.isPending}
            onClick={() => answer(outcome)}
          >
            <kbd className="key-hint">{index + 1}</kbd> {say(`blank.${outcome}`)}
          </Button>
        ))}
      </div>
      <FailureLine error={decide.error ?? printing.error} />
    </div>
  );
}

/** The numbered sheets nobody has reported yet, one at a time, also after a crash; nothing when there are none. */
export function BlankQuestions(): ReactElement | null {
  const say = useWords();
  const may = useMayCall();
  const asked = useCall('stock.questions', {}, { enabled: may('stock.questions') });
  const [first] = asked.data ?? [];
  if (first === undefined) return <FailureLine error={asked.error} />;
  return (
    <section className="card" aria-label={say('blank.title')}>
      <h2>{say('blank.title')}</h2>
      <Question key={`${first.blankId} ${first.at}`} question={first} />
    </section>
  );
}
