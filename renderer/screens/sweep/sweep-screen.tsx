import { type ReactElement, useState } from 'react';
import type { FaultCode, SweepSummary } from '../../../shared/contract/sweep.ts';
import { useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { FaultList } from './fault-list.tsx';
import { GridList } from './grid-list.tsx';
import { KindList } from './kind-list.tsx';
import { RunLine } from './run-line.tsx';
import { foundKinds, gridsOf } from './sums.ts';

/** One kind: what is wrong and what to do, where it is found, and the list. */
function Kind({ report, code }: { report: SweepSummary; code: FaultCode }): ReactElement {
  const say = useWords();
  const [grid, setGrid] = useState<string | null>(null);
  const count = foundKinds(report).find(({ key }) => key === code)?.count ?? 0;
  return (
    <section className="card" aria-labelledby="sweep-kind">
      <h2 id="sweep-kind">{say('sweep.kindOf', { name: say(`fault.${code}`), count })}</h2>
      <p>{say(`faultSentence.${code}`)}</p>
      <GridList sums={gridsOf(report, code)} chosen={grid} onChoose={setGrid} />
      <FaultList code={code} count={count} grid={grid} />
    </section>
  );
}

function Report({ report }: { report: SweepSummary }): ReactElement {
  const say = useWords();
  const [picked, setPicked] = useState<FaultCode | null>(null);
  const kinds = foundKinds(report);
  const chosen = kinds.some(({ key }) => key === picked) ? picked : null;
  return (
    <div className="sweep-split">
      <KindList report={report} chosen={chosen} onChoose={setPicked} />
      {chosen === null ? (
        <p className="quiet">{kinds.length === 0 ? null : say('sweep.choose')}</p>
      ) : (
        <Kind key={chosen} report={report} code={chosen} />
      )}
    </div>
  );
}

/** What is wrong in the station's own data, by kind and by grid unit, each with the way to mend it. */
export function SweepScreen(): ReactElement {
  const say = useWords();
  const state = useCall('sweep.state', {});
  return (
    <section className="sheet" aria-labelledby="sweep-title">
      <h1 id="sweep-title">{say('sweep.title')}</h1>
      <FailureLine error={state.error} />
      {state.data === undefined ? null : <RunLine state={state.data} />}
      {state.data?.report ? <Report report={state.data.report} /> : null}
    </section>
  );
}
