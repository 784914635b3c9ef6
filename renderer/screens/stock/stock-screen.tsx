import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { StockRow } from '../../../shared/contract/stock.ts';
import { BlankQuestions } from '../../documents/blank-questions.tsx';
import { useMayCall } from '../../frame/session.ts';
import { useBilingual, useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { CountCheck } from './count-check.tsx';
import { RefusedLines } from './refused-lines.tsx';
import { SpoilPanel } from './spoil-panel.tsx';
import { TakeInPanel } from './take-in-panel.tsx';

function StockTable({ rows }: { rows: readonly StockRow[] }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const figure = (title: string, dataIndex: keyof StockRow) =>
    ({ title, dataIndex, width: '7em', align: 'right', className: 'numbers' }) as const;
  const columns: TableColumnsType<StockRow> = [
    { title: say('stock.form'), render: (_, row) => inLanguage(row.title) },
    figure(say('stock.left'), 'left'),
    figure(say('stock.reserved'), 'reserved'),
    figure(say('stock.used'), 'usedToday'),
    figure(say('stock.spoiled'), 'spoiledToday'),
    { title: say('stock.next'), width: '12em', className: 'numbers', render: (_, row) => row.nextNumber ?? '—' },
  ];
  return (
    <Table<StockRow>
      aria-label={say('stock.title')}
      size="small"
      rowKey="form"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
    />
  );
}

/** 空白证件: what is in stock, what the day took, and taking in, counting and spoiling sheets. */
export function StockScreen(): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const stock = useCall('stock.list', {});
  const rows = stock.data?.rows ?? [];
  return (
    <section className="sheet" aria-labelledby="stock-title">
      <h1 id="stock-title">{say('stock.title')}</h1>
      <p className="quiet">{say('stock.lead')}</p>
      <FailureLine error={stock.error} />
      <BlankQuestions />
      <RefusedLines refused={stock.data?.refused ?? []} />
      {stock.data !== undefined && rows.length === 0 ? <Notice tone="info">{say('stock.none')}</Notice> : null}
      {rows.length === 0 ? null : <StockTable rows={rows} />}
      {rows.length > 0 && may('stock.takeIn') ? (
        <>
          <TakeInPanel rows={rows} />
          <CountCheck rows={rows} />
          <SpoilPanel rows={rows} />
        </>
      ) : null}
    </section>
  );
}
