import type { ReactElement } from 'react';
import type { ConflictView, OtherSide } from '../../../shared/contract/conflict.ts';
import { useBilingual, useWords } from '../../language.ts';
import { moment } from '../../signs/moments.ts';
import { usePolicyNames } from '../../words/policy-names.ts';

/** Who it was: by name at the own station where it is known, else by window and post. */
function useWho(): (other: OtherSide) => string {
  const say = useWords();
  return ({ isThisComputer, isOwnStation, operator, post }) => {
    const where = isThisComputer ? say('conflict.thisComputer') : isOwnStation ? say('conflict.otherWindow') : '';
    const who = operator === '' ? say(`conflictPost.${post}`) : operator;
    return where === '' ? who : say('conflict.whoAt', { where, who });
  };
}

/** Whose event came first: station, window, post, time and procedure; and what it holds of the numbers and places that are claimed here. */
export function OtherSides({ view }: { view: ConflictView }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const procedureName = usePolicyNames('procedure');
  const whoOf = useWho();
  return (
    <section className="card" aria-label={say('conflict.other')}>
      <h2>{say('conflict.other')}</h2>
      {view.others.length === 0 ? <p className="quiet">{say('conflict.noOther')}</p> : null}
      <ul className="plain-list">
        {view.others.map((other) => (
          <li key={other.eventId}>
            {say('conflict.otherLine', {
              station: inLanguage(other.station),
              who: whoOf(other),
              at: moment(other.occurredAt),
              procedure: procedureName(other.procedure),
            })}
          </li>
        ))}
        {view.claimants.map(({ id, kind, subject }) => (
          <li key={id}>{say('conflict.claimed', { kind: say(`recordKind.${kind}`), subject })}</li>
        ))}
      </ul>
    </section>
  );
}
