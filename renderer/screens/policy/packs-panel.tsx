import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { PackRow } from '../../../shared/contract/policy.ts';
import { useMayCall } from '../../frame/session.ts';
import { useBilingual, useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { PackInstall } from './pack-install.tsx';
import { RefusalLines } from './refusal-lines.tsx';

/** The versions of the policy on this computer: which is in force today, who signed it, how many cases keep it; and the place to install one. */
export function PacksPanel(): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const may = useMayCall();
  const list = useCall('policy.packs', {});
  const signerOf = ({ signer }: PackRow) =>
    signer === null ? say('packs.builtIn') : [signer.owner ?? '', signer.keyId].filter(Boolean).join(' ');
  const columns: TableColumnsType<PackRow> = [
    { title: say('packs.name'), render: (_, row) => inLanguage(row.names) },
    { title: say('packs.version'), width: '6em', className: 'numbers', render: (_, row) => row.version },
    { title: say('packs.inForceFrom'), width: '8em', className: 'numbers', render: (_, row) => row.inForceFrom },
    {
      title: say('packs.state'),
      width: '8em',
      render: (_, row) =>
        row.state === 'in-force' ? <strong>{say('packs.in-force')}</strong> : say(`packs.${row.state}`),
    },
    { title: say('packs.cases'), width: '8em', className: 'numbers', render: (_, row) => row.cases },
    { title: say('packs.signer'), width: '18em', className: 'numbers', render: (_, row) => signerOf(row) },
  ];
  const { packs = [], refused = [], missing = [], hasKeys = true } = list.data ?? {};
  return (
    <section className="card" aria-label={say('packs.title')}>
      <h2>{say('packs.title')}</h2>
      <FailureLine error={list.error} />
      <Table<PackRow>
        aria-label={say('packs.title')}
        size="small"
        rowKey="stamp"
        columns={columns}
        dataSource={[...packs]}
        loading={list.isPending}
        pagination={false}
      />
      {missing.map(({ stamp, cases }) => (
        <Notice key={stamp} tone="wrong">
          {say('packs.missing', { version: stamp.split('@')[1] ?? stamp, count: cases })}
        </Notice>
      ))}
      {refused.map(({ file, refusal }) => (
        <Notice key={file} tone="due">
          {say('packs.notUsed', { file })}
          <RefusalLines refusal={refusal} />
        </Notice>
      ))}
      {may('policy.installPack') ? (
        <PackInstall hasKeys={hasKeys} />
      ) : (
        <p className="quiet">{say('packs.whoInstalls')}</p>
      )}
    </section>
  );
}
