import type { ReactElement } from 'react';
import { PackRefusal } from '../../../shared/contract/policy.ts';
import { CallFailure } from '../../client.ts';
import { useWords } from '../../language.ts';
import { refresh, useAct } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { RefusalLines } from './refusal-lines.tsx';

/** The refusal inside a failed call; null for any other failure. */
function refusalOf(error: unknown): PackRefusal | null {
  if (!(error instanceof CallFailure) || error.failure.code !== 'PACK_REFUSED') return null;
  return PackRefusal.safeParse(error.failure.details?.refusal).data ?? null;
}

/** Installs a pack from a signed file, picked here. Refused, the reason stands with its places and articles. */
export function PackInstall({ hasKeys }: { hasKeys: boolean }): ReactElement {
  const say = useWords();
  const install = useAct('policy.installPack');
  const take = async (file: File | undefined) => {
    if (file === undefined || install.isPending) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    install.mutate({ file: bytes }, { onSettled: () => refresh('policy.packs', 'policy.names', 'policy.guides') });
  };
  const refusal = refusalOf(install.error);
  return (
    <div className="pack-install">
      <label className="file-button">
        {say('packs.install')}
        <input
          className="visually-hidden"
          type="file"
          accept=".json"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <span className="quiet">{say(hasKeys ? 'packs.installHint' : 'packs.noKeys')}</span>
      <FailureLine error={install.error} />
      {refusal === null ? null : (
        <Notice tone="wrong">
          <RefusalLines refusal={refusal} />
        </Notice>
      )}
      {install.data === undefined ? null : (
        <Notice tone="good">
          {say(install.data.isInForce ? 'packs.installedNow' : 'packs.installedLater', {
            version: install.data.version,
            day: install.data.inForceFrom,
          })}
        </Notice>
      )}
    </div>
  );
}
