import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ProcedureEntry } from '../../shared/contract/procedure.ts';
import { useMayCall } from '../frame/session.ts';
import { useDigits } from '../keys/keys.ts';
import { useBilingual, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { bestFit, fitsProcedure, offerFor, type Standing } from './fitting.ts';
import { groupOf } from './groups.ts';
import { useStartCase } from './start-case.ts';

interface LinesProps {
  readonly entries: readonly ProcedureEntry[];
  /** Digits choose among the first nine. */
  readonly isNumbered: boolean;
  readonly onStart: (entry: ProcedureEntry) => void;
}

/** The procedures in their order, with the name of a group wherever another begins. */
function Lines({ entries, isNumbered, onStart }: LinesProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  return (
    <ul className="plain-list procedure-lines">
      {entries.map((it, index) => {
        const group = groupOf(it);
        const before = entries[index - 1];
        const isFirst = before === undefined || groupOf(before) !== group;
        return (
          <li key={it.procedure}>
            {isFirst ? <h3 className="procedure-group">{say(`procedureGroup.${group}`)}</h3> : null}
            <button type="button" className="procedure-line" onClick={() => onStart(it)}>
              {isNumbered && index < 9 ? <kbd className="key-hint">{index + 1}</kbd> : <span className="key-gap" />}
              <span>{inLanguage(it.names)}</span>
              <span className="quiet numbers">{it.catalogue.join(' ')}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface ProcedureListProps {
  readonly standing: Standing;
  readonly id: string;
}

/** What can be begun from a page of the register: the likely first, numbered; the box narrows all of it. */
export function ProcedureList({ standing, id }: ProcedureListProps): ReactElement | null {
  const say = useWords();
  const may = useMayCall();
  const starting = useStartCase();
  const [typed, setTyped] = useState('');
  const known = useCall('policy.procedures', {}, { enabled: may('case.start') });
  const fitting = (known.data ?? []).filter((it) => fitsProcedure(typed, it));
  const { likely, others } = offerFor(standing, fitting);
  const numbered = likely.length > 0 ? likely : others;
  const start = (entry: ProcedureEntry) => starting.start(entry.procedure, { kind: standing.kind, id });
  useDigits(Math.min(9, numbered.length), (index) => {
    const entry = numbered[index];
    if (entry !== undefined) start(entry);
  });
  if (!may('case.start')) return null;
  return (
    <section className="card procedures" aria-label={say('procedures.title')} data-part="procedures">
      <h2>{say('procedures.title')}</h2>
      <Input
        type="search"
        aria-label={say('catalogue.find')}
        placeholder={say('procedures.narrow')}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => {
          const meant = bestFit(typed, [...likely, ...others]);
          if (typed !== '' && meant !== undefined) start(meant);
        }}
      />
      <FailureLine error={starting.error ?? known.error} />
      <Lines entries={likely} isNumbered={likely.length > 0} onStart={start} />
      {others.length === 0 ? null : (
        <>
          <p className="quiet">{say('procedures.others')}</p>
          <Lines entries={others} isNumbered={likely.length === 0} onStart={start} />
        </>
      )}
      {likely.length + others.length === 0 && known.data !== undefined ? (
        <p className="quiet">{say('catalogue.none')}</p>
      ) : null}
    </section>
  );
}
