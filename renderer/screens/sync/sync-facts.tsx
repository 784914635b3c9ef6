import type { ReactElement } from 'react';
import type { SyncState } from '../../../shared/contract/sync.ts';
import { RegistrySign } from '../../frame/registry-sign.tsx';
import { useWords } from '../../language.ts';
import { isErrorCode, useFailureWords } from '../../signs/failure-line.tsx';
import { moment } from '../../signs/moments.ts';
import { Notice } from '../../signs/notice.tsx';

/** What was done when this computer's file turned out to be an old copy. */
function RecoveryNotice({ recovery }: { recovery: NonNullable<SyncState['recovery']> }): ReactElement {
  const say = useWords();
  const { at, recovered, renumbered, givenUp, doubleNumbers } = recovery;
  return (
    <>
      <Notice tone="due">{say('sync.recovered', { at: moment(at), recovered, renumbered })}</Notice>
      {givenUp === 0 ? null : <Notice tone="due">{say('sync.recoveredAgain', { count: givenUp })}</Notice>}
      {doubleNumbers.length === 0 ? null : (
        <Notice tone="due">{say('sync.doubleNumbers', { numbers: doubleNumbers.join('、') })}</Notice>
      )}
    </>
  );
}

/** State of the line, age of the copy, numbers left for days without it. */
export function SyncFacts({ state }: { state: SyncState }): ReactElement {
  const say = useWords();
  const wordsOf = useFailureWords();
  return (
    <>
      <dl className="facts facts-wide">
        <dt>{say('sync.registry')}</dt>
        <dd>
          <RegistrySign state={state.registry} />
        </dd>
        <dt>{say('sync.copy')}</dt>
        <dd className="numbers">{state.copyAsOf === null ? say('sync.noCopy') : moment(state.copyAsOf)}</dd>
        <dt>{say('outbox.lastTry')}</dt>
        <dd className="numbers">{state.lastTryAt === null ? say('sync.never') : moment(state.lastTryAt)}</dd>
        <dt>{say('sync.outboxCount')}</dt>
        <dd className="numbers">{say('unit.items', { count: state.outboxCount })}</dd>
        {state.leases.map((it) => (
          <div key={it.kind} className="fact-pair">
            <dt>{say(`lease.${it.kind}`)}</dt>
            <dd className="numbers">{say('sync.left', { left: it.left })}</dd>
          </div>
        ))}
      </dl>
      {state.lostAnchors === 0 ? null : (
        <Notice tone="wrong">{say('anchors.lost', { count: state.lostAnchors })}</Notice>
      )}
      {state.cause === null ? null : (
        <Notice tone="due">{isErrorCode(state.cause) ? wordsOf({ code: state.cause }) : state.cause}</Notice>
      )}
      {state.recovery === null ? null : <RecoveryNotice recovery={state.recovery} />}
      {state.fill === null ? null : <Notice tone="info">{say('station.fill', state.fill)}</Notice>}
    </>
  );
}
