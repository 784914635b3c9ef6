import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ReadKeys, TrustedHolder } from '../../../shared/contract/exchange.ts';
import { keysEnding } from '../../../shared/exchange/format.ts';
import { ask, type CallFailure } from '../../client.ts';
import { useMayCall } from '../../frame/session.ts';
import { useWords } from '../../language.ts';
import { refresh, useAct } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { moment } from '../../signs/moments.ts';
import { Notice } from '../../signs/notice.tsx';
import { ExchangeFileButton } from './exchange-file-button.tsx';

interface Read {
  readonly text: string;
  readonly keys: ReadKeys;
}

async function readFile(file: File): Promise<Read> {
  const text = (await file.text()).slice(0, 20_000);
  return { text, keys: await ask('exchange.readKeys', { text }) };
}

/** The fingerprint of keys that were just read, to be compared before anybody trusts them. */
function CompareKeys({ read, onDone }: { read: Read; onDone: () => void }): ReactElement {
  const say = useWords();
  const trust = useAct('exchange.trust');
  const { text, keys } = read;
  const { name, fingerprint, change } = keys;
  const isOffered = change === 'new' || change === 'vouched';
  const settle = () => {
    refresh('exchange.state');
    onDone();
  };
  return (
    <>
      <Notice tone={change === 'refused' ? 'wrong' : 'info'}>
        <p>{say(`exchangeKeys.${change}`, { name })}</p>
        <p className="numbers">{fingerprint}</p>
      </Notice>
      {isOffered ? (
        <Button
          type="primary"
          loading={trust.isPending}
          onClick={() => trust.mutate({ text, fingerprint }, { onSuccess: settle })}
        >
          {say('exchange.trust')}
        </Button>
      ) : null}
      <FailureLine error={trust.error} />
    </>
  );
}

/** The system administrator's part: bringing key files, with the fingerprint to compare. */
function BringKeys(): ReactElement {
  const say = useWords();
  const [read, setRead] = useState<Read | null>(null);
  const reading = useMutation<Read, CallFailure, File>({ mutationFn: readFile, onSuccess: setRead });
  return (
    <>
      <div className="row">
        <ExchangeFileButton
          label={say('exchange.readKeys')}
          accept={keysEnding}
          isBusy={reading.isPending}
          onFile={(file) => reading.mutate(file)}
        />
        <span className="quiet">{say('exchange.readKeysHint')}</span>
      </div>
      <FailureLine error={reading.error} />
      {read === null ? null : <CompareKeys read={read} onDone={() => setRead(null)} />}
    </>
  );
}

interface TrustProps {
  readonly trusted: readonly TrustedHolder[];
  readonly ownFingerprint: string;
}

/** Whose files are taken, with the fingerprints to compare with them. */
export function ExchangeTrust({ trusted, ownFingerprint }: TrustProps): ReactElement {
  const say = useWords();
  const may = useMayCall();
  return (
    <>
      <dl className="facts facts-wide">
        <dt>{say('exchange.ownKeys')}</dt>
        <dd className="numbers">{ownFingerprint}</dd>
        {trusted.map(({ name, fingerprint, trustedAt }) => (
          <div key={fingerprint} className="fact-pair">
            <dt>{name}</dt>
            <dd>
              <span className="numbers">{fingerprint}</span>{' '}
              <span className="quiet">{say('exchange.trustedAt', { at: moment(trustedAt) })}</span>
            </dd>
          </div>
        ))}
      </dl>
      {may('exchange.trust') ? <BringKeys /> : null}
    </>
  );
}
