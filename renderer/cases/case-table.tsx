import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { CaseRow } from '../../shared/contract/case.ts';
import { useWords } from '../language.ts';
import { moment } from '../signs/moments.ts';
import { StateSign } from '../signs/state-sign.tsx';
import { usePolicyNames } from '../words/policy-names.ts';

interface CaseTableProps {
  readonly rows: readonly CaseRow[];
  readonly isLoading: boolean;
  readonly label: string;
  readonly isPaged?: boolean;
  /** Beside something else: without what the place says already. */
  readonly isNarrow?: boolean;
}

/** A list of cases; the applicant's name opens the case. */
export function CaseTable({ rows, isLoading, label, isPaged, isNarrow = false }: CaseTableProps): ReactElement {
  const say = useWords();
  const procedureName = usePolicyNames('procedure');
  const columns: TableColumnsType<CaseRow> = [
    {
      title: say('list.applicant'),
      width: '8em',
      render: (_, row) => (
        <Link to="/case/$caseId" params={{ caseId: row.caseId }}>
          {row.applicantName === '' ? say('list.unnamed') : row.applicantName}
        </Link>
      ),
    },
    {
      key: 'wide',
      title: say('list.people'),
      width: '5em',
      render: (_, row) => say('unit.people', { count: row.peopleCount }),
    },
    {
      title: say('list.procedure'),
      render: (_, row) => (row.procedure === '' ? say('list.noRoute') : procedureName(row.procedure)),
    },
    { title: say('list.state'), width: '8em', render: (_, row) => <StateSign state={row.state} /> },
    { title: say('list.number'), width: '13em', className: 'numbers', render: (_, row) => row.acceptanceNumber ?? '—' },
    { title: say('list.handledBy'), width: '6em', dataIndex: 'handledBy' },
    { title: say('list.changedAt'), width: '10em', className: 'numbers', render: (_, row) => moment(row.changedAt) },
    { key: 'wide', title: say('list.dueOn'), width: '8em', className: 'numbers', render: (_, row) => row.dueOn ?? '—' },
  ];
  return (
    <Table<CaseRow>
      aria-label={label}
      size="small"
      rowKey="caseId"
      columns={isNarrow ? columns.filter((it) => it.key !== 'wide') : columns}
      dataSource={[...rows]}
      loading={isLoading}
      locale={{ emptyText: say('list.empty') }}
      pagination={
        isPaged && rows.length > 20 ? { pageSize: 20, showTotal: (total) => say('list.total', { total }) } : false
      }
    />
  );
}
