import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { ConflictRow } from '../../../shared/contract/conflict.ts';
import { useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { moment } from '../../signs/moments.ts';
import { Notice } from '../../signs/notice.tsx';
import { usePolicyNames } from '../../words/policy-names.ts';
import { useConflictName } from './conflict-name.ts';
import { RecallList } from './recall-list.tsx';

function Rows({ rows }: { rows: readonly ConflictRow[] }): ReactElement {
  const say = useWords();
  const procedureName = usePolicyNames('procedure');
  const nameOf = useConflictName();
  const columns: TableColumnsType<ConflictRow> = [
    { title: say('conflict.about'), render: (_, row) => nameOf(row) },
    { title: say('list.procedure'), render: (_, row) => procedureName(row.procedure) },
    { title: say('list.number'), width: '14em', className: 'numbers', dataIndex: 'acceptanceNumber' },
    { title: say('conflict.because'), render: (_, row) => say(`conflictBecause.${row.because}`) },
    {
      title: say('conflict.behind'),
      render: (_, row) => {
        if (row.buildsOn !== null) return say('conflict.buildsOn');
        return row.behind === 0 ? '—' : say('conflict.behindCount', { count: row.behind });
      },
    },
    {
      title: say('conflict.refusedAt'),
      width: '10em',
      className: 'numbers',
      render: (_, row) => (row.refusedAt === null ? '—' : moment(row.refusedAt)),
    },
    {
      title: say('list.action'),
      width: '6em',
      render: (_, row) => (
        <Link
          to="/conflict/$eventId"
          params={{ eventId: row.eventId }}
          aria-label={say('conflict.openOf', { name: nameOf(row) })}
        >
          {say('conflict.open')}
        </Link>
      ),
    },
  ];
  return (
    <Table<ConflictRow>
      aria-label={say('conflict.list')}
      size="small"
      rowKey="eventId"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
    />
  );
}

/** What the registry did not take, newest trouble first, and the papers to be called back. */
export function ConflictsScreen(): ReactElement {
  const say = useWords();
  const { data, error } = useCall('conflict.list', {});
  return (
    <section className="sheet" aria-labelledby="conflicts-title">
      <h1 id="conflicts-title">{say('conflict.title')}</h1>
      <p className="quiet">{say('conflict.noneHint')}</p>
      <FailureLine error={error} />
      {data?.rows.length === 0 ? <Notice tone="good">{say('conflict.none')}</Notice> : null}
      {(data?.rows.length ?? 0) > 0 ? <Rows rows={data?.rows ?? []} /> : null}
      <RecallList prints={data?.recalls ?? []} />
    </section>
  );
}
