import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { SettlementReport } from '../../../shared/contract/report.ts';
import { useBilingual, useWords } from '../../language.ts';
import { Notice } from '../../signs/notice.tsx';
import { BarChart } from './bar-chart.tsx';

type Count = SettlementReport['byRoute'][number];

interface CountTableProps {
  readonly title: string;
  readonly counts: readonly Count[];
  readonly total: Pick<SettlementReport, 'cases' | 'persons'>;
}

/** Counts as a table above the report's own total: a family from two places stands in two lines and is one case. */
function CountTable({ title, counts, total }: CountTableProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const columns: TableColumnsType<Count> = [
    { title, render: (_, row) => inLanguage(row.label) },
    { title: say('reports.cases'), width: '6em', align: 'right', className: 'numbers', dataIndex: 'cases' },
    { title: say('reports.persons'), width: '6em', align: 'right', className: 'numbers', dataIndex: 'persons' },
  ];
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
            {total.cases}
          </Table.Summary.Cell>
          <Table.Summary.Cell index={2} align="right">
            {total.persons}
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
        <CountTable title={say('reports.byRoute')} counts={report.byRoute} total={report} />
        <CountTable title={say('reports.byOrigin')} counts={report.byOrigin} total={report} />
      </div>
      <h2>{say('reports.byDay')}</h2>
      <BarChart counts={report.byDay} label={say('reports.byDay')} />
      <details>
        <summary>{say('reports.dayTable')}</summary>
        <CountTable title={say('reports.day')} counts={report.byDay} total={report} />
      </details>
    </>
  );
}
