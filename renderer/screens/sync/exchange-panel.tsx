import { ExportOutlined, StopOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ExchangeState, ExchangeTaken } from '../../../shared/contract/exchange.ts';
import { exchangeEnding } from '../../../shared/exchange/format.ts';
import { useMayCall } from '../../frame/session.ts';
import { useWords } from '../../language.ts';
import { refresh, useAct, useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { moment } from '../../signs/moments.ts';
import { Notice } from '../../signs/notice.tsx';
import { ExchangeFileButton } from './exchange-file-button.tsx';
import { ExchangeFiles } from './exchange-files.tsx';
import { useBringFile } from './exchange-import.ts';
import { ExchangeTrust } from './exchange-trust.tsx';

const again = () => refresh('exchange.state', 'sync.state', 'sync.outbox', 'home.summary', 'case.list');

/** What became of the answers: what was confirmed, what was not, and what to do next. */
function TakenNotice({ taken }: { taken: Extract<ExchangeTaken, { kind: 'answers' }> }): ReactElement {
  const say = useWords();
  const { sequence, confirmed, refused, undecided, changes, isFilled, leases, problem } = taken;
  return (
    <>
      <Notice tone="good">
        {say('exchange.taken', { sequence, confirmed, changes, leases })}
        {isFilled ? say('exchange.filled') : null}
      </Notice>
      {refused === 0 ? null : <Notice tone="due">{say('exchange.refused', { count: refused })}</Notice>}
      {undecided === 0 ? null : <Notice tone="due">{say('exchange.undecided', { count: undecided })}</Notice>}
      {problem === null ? null : <Notice tone="due">{say('exchange.problem')}</Notice>}
    </>
  );
}

function Running({ running }: { running: NonNullable<ExchangeState['running']> }): ReactElement {
  const say = useWords();
  const stop = useAct('exchange.stop');
  const { phase, done, total } = running;
  return (
    <div className="row">
      <progress aria-label={say('exchange.progress')} {...(total === 0 ? {} : { value: done, max: total })} />
      <span role="status">{say(`exchangePhase.${phase}`)}</span>
      <Button icon={<StopOutlined aria-hidden />} loading={stop.isPending} onClick={() => stop.mutate({})}>
        {say('exchange.stop')}
      </Button>
    </div>
  );
}

/** Makes the file for the registry; says how much is in it and since when it waits. */
function WriteFile({ waiting }: Pick<ExchangeState, 'waiting'>): ReactElement {
  const say = useWords();
  const save = useAct('exchange.save');
  const { count, since } = waiting;
  return (
    <>
      <div className="row">
        <Button
          icon={<ExportOutlined aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate({}, { onSettled: again })}
        >
          {say('exchange.write')}
        </Button>
        <span className="quiet">
          {since === null ? say('exchange.noneWaits') : say('exchange.waits', { count, since: moment(since) })}
        </span>
      </div>
      <FailureLine error={save.error} />
      {save.data === undefined || save.data.fileName === null ? null : (
        <Notice tone="good">{say('exchange.written', { count: save.data.events })}</Notice>
      )}
    </>
  );
}

/** Takes a file that came; a pre-filled application leads to its case. */
function BringFile({ isRunning }: { isRunning: boolean }): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const brought = useBringFile();
  const open = (taken: ExchangeTaken) => {
    if (taken.kind === 'application') void navigate({ to: '/case/$caseId', params: { caseId: taken.caseId } });
  };
  return (
    <>
      <div className="row">
        <ExchangeFileButton
          label={say('exchange.bring')}
          accept={exchangeEnding}
          isBusy={isRunning || brought.isPending}
          onFile={(file) => brought.mutate(file, { onSettled: again, onSuccess: open })}
        />
        <span className="quiet">{say('exchange.bringHint')}</span>
      </div>
      <FailureLine error={brought.error} />
      {brought.data?.kind === 'answers' ? <TakenNotice taken={brought.data} /> : null}
    </>
  );
}

/** Exchange with the registry where there is no line: a file out, a file in, and what was carried so far. */
export function ExchangePanel(): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const state = useCall('exchange.state', {});
  const known = state.data;
  return (
    <>
      <h2>{say('exchange.title')}</h2>
      <p className="quiet">{say('exchange.lead')}</p>
      <FailureLine error={state.error} />
      {known === undefined ? null : (
        <>
          {known.trusted.some(({ role }) => role === 'registry') ? (
            may('exchange.save') && <WriteFile waiting={known.waiting} />
          ) : (
            <Notice tone="due">{say(may('exchange.trust') ? 'exchange.bringKeys' : 'exchange.noKeys')}</Notice>
          )}
          {known.trusted.length > 0 && may('exchange.take') ? <BringFile isRunning={known.running !== null} /> : null}
          {known.running === null ? null : <Running running={known.running} />}
          <ExchangeTrust trusted={known.trusted} ownFingerprint={known.ownFingerprint} />
          <ExchangeFiles files={known.files} />
        </>
      )}
    </>
  );
}
