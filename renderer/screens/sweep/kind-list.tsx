import type { ReactElement } from 'react';
import type { FaultCode, SweepSummary } from '../../../shared/contract/sweep.ts';
import { useWords } from '../../language.ts';
import { logarithmicLength } from './bar-length.ts';
import { CountBar } from './count-bar.tsx';
import { cleanKinds, foundKinds, mostOf } from './sums.ts';

interface KindListProps {
  readonly report: SweepSummary;
  readonly chosen: FaultCode | null;
  readonly onChoose: (code: FaultCode) => void;
}

/** How many faults of each kind were found, as bars and as numbers; those of which nothing was found folded away. */
export function KindList({ report, chosen, onChoose }: KindListProps): ReactElement {
  const say = useWords();
  const kinds = foundKinds(report);
  const clean = cleanKinds(report);
  const most = mostOf(kinds);
  return (
    <section className="card" aria-labelledby="sweep-kinds">
      <h2 id="sweep-kinds">{say('sweep.kinds')}</h2>
      <ul className="plain-list sums">
        {kinds.map(({ key, count }) => (
          <li key={key}>
            <button
              type="button"
              className="sum"
              aria-current={key === chosen ? 'true' : undefined}
              onClick={() => onChoose(key)}
            >
              <span>{say(`fault.${key}`)}</span>
              <CountBar length={logarithmicLength(count, most)} />
              <span className="numbers">{count}</span>
            </button>
          </li>
        ))}
      </ul>
      {kinds.length > 0 ? <p className="quiet">{say('sweep.logarithmic')}</p> : null}
      <details>
        <summary>{say('sweep.clean', { count: clean.length })}</summary>
        <ul className="plain-list">
          {clean.map((code) => (
            <li key={code}>{say(`fault.${code}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
