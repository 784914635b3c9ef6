import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { ExchangeFileRow } from '../../../shared/contract/exchange.ts';
import { useWords } from '../../language.ts';
import { moment } from '../../signs/moments.ts';

/** Every file that went out or came in, the newest first. */
export function ExchangeFiles({ files }: { files: readonly ExchangeFileRow[] }): ReactElement {
  const say = useWords();
  if (files.length === 0) return <p className="quiet">{say('exchange.noFiles')}</p>;
  const columns: TableColumnsType<ExchangeFileRow> = [
    { title: say('exchange.movedAt'), width: '11em', className: 'numbers', render: (_, row) => moment(row.movedAt) },
    { title: say('exchange.direction'), width: '5em', render: (_, row) => say(`exchangeDirection.${row.direction}`) },
    { title: say('exchange.kind'), width: '9em', render: (_, row) => say(`exchangeKind.${row.kind}`) },
    {
      title: say('exchange.sequence'),
      width: '5em',
      align: 'right',
      className: 'numbers',
      render: (_, row) => (row.kind === 'application' ? '—' : row.sequence),
    },
    { title: say('exchange.party'), dataIndex: 'partyName' },
    { title: say('exchange.madeAt'), width: '11em', className: 'numbers', render: (_, row) => moment(row.madeAt) },
    { title: say('exchange.events'), width: '6em', align: 'right', className: 'numbers', dataIndex: 'eventCount' },
    { title: say('exchange.movedBy'), width: '8em', render: (_, row) => row.movedBy ?? say('exchange.technician') },
  ];
  return (
    <Table<ExchangeFileRow>
      aria-label={say('exchange.files')}
      size="small"
      rowKey="fileId"
      columns={columns}
      dataSource={[...files]}
      pagination={false}
    />
  );
}
