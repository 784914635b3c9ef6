import { Button, Input } from 'antd';
import { type ReactElement, useId, useState } from 'react';
import type { PrintToRecall } from '../../../shared/contract/conflict.ts';
import { useBilingual, useWords } from '../../language.ts';
import { refresh, useAct } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { moment } from '../../signs/moments.ts';

function Answer({ print }: { print: PrintToRecall }): ReactElement {
  const say = useWords();
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const note = useAct('conflict.recall');
  const answer = (isRecalled: boolean) =>
    note.mutate(
      { printId: print.printId, isRecalled, reason },
      { onSuccess: () => refresh('conflict.list', 'conflict.get', 'home.summary') },
    );
  return (
    <div className="row">
      <Button size="small" loading={note.isPending} onClick={() => answer(true)}>
        {say('recall.done')}
      </Button>
      {isAsking ? (
        <>
          <label htmlFor={reasonId}>{say('recall.notWhy')}</label>
          <Input
            id={reasonId}
            className="outcome-note"
            autoFocus
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => answer(false)}
          />
          <Button size="small" disabled={reason.trim() === ''} onClick={() => answer(false)}>
            {say('recall.save')}
          </Button>
        </>
      ) : (
        <Button size="small" onClick={() => setAsking(true)}>
          {say('recall.not')}
        </Button>
      )}
      <FailureLine error={note.error} />
    </div>
  );
}

/** Printed papers that may say what never came true, and what became of each. */
export function RecallList({ prints }: { prints: readonly PrintToRecall[] }): ReactElement | null {
  const say = useWords();
  const inLanguage = useBilingual();
  if (prints.length === 0) return null;
  return (
    <section className="card" aria-label={say('recall.title')}>
      <h2>{say('recall.title')}</h2>
      <p>{say('recall.hint')}</p>
      <ul className="plain-list">
        {prints.map((print) => {
          const { printId, title, subject, copy, blankNumber, by, at, recall } = print;
          const words = [
            `${inLanguage(title)} ${subject}`,
            say('recall.copy', { copy }),
            ...(blankNumber === null ? [] : [say('recall.blank', { number: blankNumber })]),
            say('recall.printed', { at: moment(at), by }),
          ];
          const told = recall && { at: moment(recall.at), by: recall.by, reason: recall.reason };
          return (
            <li key={printId}>
              {words.join(say('word.listComma'))}
              {told === null ? (
                <Answer print={print} />
              ) : (
                <p className="quiet">{say(recall?.isRecalled ? 'recall.recalled' : 'recall.lost', told)}</p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
