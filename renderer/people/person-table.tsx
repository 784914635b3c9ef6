import { Table, type TableColumnsType } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { PersonRow } from '../../shared/contract/person.ts';
import { groupCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { codeName } from '../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../language.ts';
import { moment } from '../signs/moments.ts';

interface PersonTableProps {
  readonly rows: readonly PersonRow[];
  readonly isLoading: boolean;
  readonly copyAsOf: string | null;
  readonly action: (row: PersonRow) => ReactNode;
}

/** People found, with how old the copy is they were found in. */
export function PersonTable({ rows, isLoading, copyAsOf, action }: PersonTableProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const columns: TableColumnsType<PersonRow> = [
    { title: say('field.name'), width: '7em', render: (_, row) => <strong>{row.name}</strong> },
    {
      title: say('field.citizenId'),
      width: '13em',
      className: 'numbers',
      render: (_, row) => groupCitizenNumber(row.citizenId),
    },
    { title: say('field.sex'), width: '3.5em', render: (_, row) => codeName('sex', row.sex, language) },
    { title: say('field.bornOn'), width: '7em', className: 'numbers', dataIndex: 'bornOn' },
    { title: say('person.address'), dataIndex: 'address' },
    {
      title: say('person.householdNumber'),
      width: '7em',
      className: 'numbers',
      render: (_, row) => row.householdNumber ?? '—',
    },
    {
      title: say('list.state'),
      width: '7em',
      render: (_, row) => `${say(`personStatus.${row.status}`)}${row.isProvisional ? say('person.provisional') : ''}`,
    },
    { title: say('list.action'), width: '5.5em', fixed: 'right', render: (_, row) => action(row) },
  ];
  return (
    <>
      <Table<PersonRow>
        aria-label={say('lookup.found')}
        size="small"
        rowKey="personId"
        columns={columns}
        dataSource={[...rows]}
        loading={isLoading}
        pagination={false}
        locale={{ emptyText: say('lookup.none') }}
        scroll={{ x: 'max-content' }}
      />
      <p className="quiet">
        {say('list.total', { total: rows.length })}
        {copyAsOf === null ? null : ` · ${say('sync.copyAsOf', { at: moment(copyAsOf) })}`}
      </p>
    </>
  );
}
