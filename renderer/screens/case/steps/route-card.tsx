import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Route, RouteAdvice } from '../../../../shared/contract/verdict.ts';
import { useBilingual, useWords } from '../../../language.ts';
import { VerdictSign } from '../../../signs/verdict-sign.tsx';
import { usePolicyNames } from '../../../words/policy-names.ts';
import { Reasons } from '../verdict/reasons.tsx';

interface RouteCardProps {
  readonly route: Route;
  readonly advice: RouteAdvice | null;
  readonly digit: number | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** For a route that does not fit: what would change it, and which other ways are open. */
function Advice({ advice }: { advice: RouteAdvice }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  return (
    <>
      {advice.changes.length === 0 ? null : (
        <>
          <h4>{say('situation.wouldChange')}</h4>
          <ul className="plain-list">
            {advice.changes.map((it) => (
              <li key={it.zh}>{inLanguage(it)}</li>
            ))}
          </ul>
        </>
      )}
      {advice.otherPaths.length === 0 ? null : (
        <p>
          {say('situation.otherPaths', {
            names: advice.otherPaths.map((it) => inLanguage(it.name)).join(say('word.listComma')),
          })}
        </p>
      )}
    </>
  );
}

function MissingFacts({ facts }: { facts: readonly string[] }): ReactElement | null {
  const say = useWords();
  const factName = usePolicyNames('fact');
  if (facts.length === 0) return null;
  return <p>{say('situation.stillToKnow', { names: facts.map(factName).join(say('word.listComma')) })}</p>;
}

/** One way to settle with its verdict; the reasons open on demand, those of a way that does not fit stand at once. */
export function RouteCard({ route, advice, digit, isChosen, onChoose }: RouteCardProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const [isOpen, setOpen] = useState(isChosen);
  const name = inLanguage(route.name);
  const failing = route.reasons.filter((it) => it.holds === false);
  return (
    <article className={isChosen ? 'route route-chosen' : 'route'} aria-label={name}>
      <div className="route-head">
        {digit === null ? null : <kbd className="key-hint">{digit}</kbd>}
        <h3>{name}</h3>
        <VerdictSign verdict={route.verdict} />
        <span className="top-space" />
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? 'situation.hideReasons' : 'situation.showReasons')}
          <span className="visually-hidden"> {name}</span>
        </button>
        {isChosen ? (
          <span className="sign sign-eligible">
            <CheckOutlined aria-hidden /> {say('situation.chosen')}
          </span>
        ) : (
          <Button
            type={route.verdict === 'eligible' ? 'primary' : 'default'}
            aria-label={say('situation.chooseWhich', { name })}
            onClick={onChoose}
          >
            {say('situation.choose')}
          </Button>
        )}
      </div>
      {isOpen ? <Reasons reasons={route.reasons} /> : <Reasons reasons={failing.slice(0, 2)} />}
      {route.verdict === 'incomplete' && isOpen ? <MissingFacts facts={route.missingFacts} /> : null}
      {route.verdict === 'ineligible' && advice !== null && (isOpen || isChosen) ? <Advice advice={advice} /> : null}
    </article>
  );
}
