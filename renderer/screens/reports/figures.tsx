import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { SettlementReport } from '../../../shared/contract/report.ts';
import { useBilingual, useWords } from '../../language.ts';
import { Notice } from '../../signs/notice.tsx';
import { BarChart } from './bar-chart.tsx';

type Count = SettlementReport['byRoute'][number];

/** Counts as a table, with their sum. */
function CountTable({ title, counts }: { title: string; counts: readonly Count[] }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const columns: TableColumnsType<Count> = [
    { title, render: (_, row) => inLanguage(row.label) },
    { title: say('reports.cases'), width: '6em', align: 'right', className: 'numbers', dataIndex: 'cases' },
    { title: say('reports.persons'), width: '6em', align: 'right', className: 'numbers', dataIndex: 'persons' },
  ];
  const sum = (key: 'cases' | 'persons') => counts.reduce((total, it) => total + it[key], 0);
  return (
    <Table<Count>
      aria-label={title}
      size="small"
      rowKey="key"
      columns={columns}
      dataSource={[...counts]}
      pagination={false}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>{say('reports.sum')}</Table.Summary.Cell>
          <Table.Summary.Cell index={1} align="right">
            {sum('cases')}
          </Table.Summary.Cell>
          <Table.Summary.Cell index={2} align="right">
            {sum('persons')}
          </Table.Summary.Cell>
        </Table.Summary.Row>
      )}
    />
  );
}

/** The figures of a settlement report, the chart, and the table behind the chart. */
export function Figures({ report }: { report: SettlementReport }): ReactElement {
  const say = useWords();
  return (
    <>
      <div className="figures">
        <div className="figure">
          <span className="figure-number numbers">{report.cases}</span>
          {say('reports.cases')}
        </div>
        <div className="figure">
          <span className="figure-number numbers">{report.persons}</span>
          {say('reports.persons')}
        </div>
      </div>
      {report.provisional > 0 ? (
        <Notice tone="due">{say('reports.provisional', { count: report.provisional })}</Notice>
      ) : null}
      <div className="two-tables">
        <CountTable title={say('reports.byRoute')} counts={report.byRoute} />
        <CountTable title={say('reports.byOrigin')} counts={report.byOrigin} />
      </div>
      <h2>{say('reports.byDay')}</h2>
      <BarChart counts={report.byDay} label={say('reports.byDay')} />
      <details>
        <summary>{say('reports.dayTable')}</summary>
        <CountTable title={say('reports.day')} counts={report.byDay} />
      </details>
    </>
  );
}
