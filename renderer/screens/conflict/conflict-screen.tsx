import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ConflictDecision, ConflictView } from '../../../shared/contract/conflict.ts';
import { useKey } from '../../keys/keys.ts';
import { useWords } from '../../language.ts';
import { refresh, useAct, useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { ConflictHead } from './conflict-head.tsx';
import { OtherSides } from './other-sides.tsx';
import { decisionOf, type Picks, pickAll } from './picks.ts';
import { RecallList } from './recall-list.tsx';
import { RecordCard } from './record-card.tsx';
import { Remedies } from './remedies.tsx';
import { SettlePanel } from './settle-panel.tsx';

const asItWas: ConflictDecision['remedies'] = { isNumberRenewed: false, addressId: null };

interface VersionsProps {
  readonly view: ConflictView;
  readonly picks: Picks;
  readonly onPick: (picks: Picks) => void;
}

/** Every record with its versions, and the two shortcuts for all of them. */
function Versions({ view, picks, onPick }: VersionsProps): ReactElement {
  const say = useWords();
  return (
    <section className="card" aria-label={say('conflict.versions')} data-part="versions">
      <div className="panel-head">
        <h2>{say('conflict.versions')}</h2>
        <div className="row">
          <Button onClick={() => onPick(pickAll(view.records, 'ours'))}>{say('conflict.keepOurs')}</Button>
          <Button onClick={() => onPick(pickAll(view.records, 'theirs'))}>{say('conflict.keepTheirs')}</Button>
        </div>
      </div>
      {view.records.map((record) => (
        <RecordCard key={record.id} record={record} picks={picks} onPick={onPick} />
      ))}
    </section>
  );
}

function Desk({ view }: { view: ConflictView }): ReactElement {
  const { eventId, caseId, eventKind } = view.row;
  const navigate = useNavigate();
  const [picks, setPicks] = useState<Picks>({});
  const [isWithdrawn, setWithdrawn] = useState(eventKind === 'event.reversed');
  const [remedies, setRemedies] = useState(asItWas);
  const decision = decisionOf(picks, { isWithdrawn, remedies });
  const isItsTurn = view.row.buildsOn === null;
  const check = useCall('conflict.check', { eventId, decision }, { enabled: isItsTurn, keepsPrevious: true });
  const settle = useAct('conflict.settle');
  const onSettle = (reason: string) => {
    const onSuccess = () => {
      refresh('conflict.list', 'sync.outbox', 'home.summary', 'case.get', 'history.get');
      // What is withdrawn is often done anew, from its case.
      if (isWithdrawn && caseId !== null && eventKind !== 'event.reversed')
        void navigate({ to: '/case/$caseId', params: { caseId } });
      else void navigate({ to: '/conflicts' });
    };
    settle.mutate({ eventId, decision, reason }, { onSuccess });
  };
  return (
    <section className="sheet page-parts" aria-labelledby="conflict-title">
      <ConflictHead row={view.row} />
      <OtherSides view={view} />
      <RecallList prints={view.prints} />
      {isWithdrawn ? null : <Remedies offered={view.remedies} given={remedies} onGive={setRemedies} />}
      {isWithdrawn ? null : <Versions view={view} picks={picks} onPick={setPicks} />}
      {isItsTurn ? (
        <SettlePanel
          check={check.data}
          checkError={check.error}
          needsChief={view.needsChief}
          isWithdrawn={isWithdrawn}
          onWithdrawn={setWithdrawn}
          isPending={settle.isPending}
          error={settle.error}
          onSettle={onSettle}
        />
      ) : null}
    </section>
  );
}

/** One refused registration: whose came first, both versions field by field, what a choice would do, and the choice. */
export function ConflictScreen(): ReactElement {
  const { eventId } = useParams({ from: '/conflict/$eventId' });
  const navigate = useNavigate();
  useKey('Esc', () => void navigate({ to: '/conflicts' }));
  const { data: view, error } = useCall('conflict.get', { eventId });
  return view === undefined ? <FailureLine error={error} /> : <Desk key={eventId} view={view} />;
}
