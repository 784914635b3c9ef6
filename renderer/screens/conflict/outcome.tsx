import type { ReactElement } from 'react';
import type { ConflictCheck } from '../../../shared/contract/conflict.ts';
import { useLanguage, useWords } from '../../language.ts';
import { Notice } from '../../signs/notice.tsx';
import { usePolicyNames } from '../../words/policy-names.ts';
import { refusalSentence } from '../../words/refusal-sentence.ts';

/** What a choice would do, before it is done: what the register has against it, what is sent, what becomes of what builds on it. */
export function Outcome({ check }: { check: ConflictCheck | undefined }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const procedureName = usePolicyNames('procedure');
  if (check === undefined) return <p className="quiet">{say('conflict.checking')}</p>;
  if (check.refusal !== null) return <Notice tone="wrong">{refusalSentence(check.refusal)[language]}</Notice>;
  const words =
    check.choice === 'withdrawn'
      ? say('conflict.withdraws')
      : check.effects === 0
        ? say('conflict.sendsNothing')
        : say('conflict.sends', { count: check.effects });
  return (
    <>
      <Notice tone={check.effects > 0 ? 'good' : 'due'}>{words}</Notice>
      {check.behind.length === 0 ? null : (
        <>
          <h3>{say('conflict.behindTitle')}</h3>
          <ul className="plain-list">
            {check.behind.map(({ eventId, procedure, acceptanceNumber, people, outcome }) => (
              <li key={eventId}>
                {procedureName(procedure)} {people.join(say('word.listComma'))} {acceptanceNumber}{' '}
                <strong>{say(`conflictBehind.${outcome}`)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
