import { Button, Input, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import type { StockRow } from '../../../shared/contract/stock.ts';
import { FieldRow } from '../../fields/field-row.tsx';
import { useWords } from '../../language.ts';
import { refresh, useAct } from '../../queries.ts';
import { FailureLine, failureOf } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { FormChoice } from './form-choice.tsx';

/** Takes a delivery in: the first and last number as they stand on the sheets. */
export function TakeInPanel({ rows }: { rows: readonly StockRow[] }): ReactElement {
  const say = useWords();
  const takeIn = useAct('stock.takeIn');
  const [form, setForm] = useState(rows[0]?.form ?? '');
  const [printYear, setPrintYear] = useState(() => new Date().getFullYear());
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const run = () => {
    const onSuccess = () => {
      setFirst('');
      setLast('');
      refresh('stock.list', 'stock.blanks');
    };
    takeIn.mutate({ form, printYear, first: first.trim(), last: (last || first).trim() }, { onSuccess });
  };
  const isNoRange = takeIn.error !== null && failureOf(takeIn.error).details?.refusal === 'input-invalid';
  return (
    <section className="card" aria-label={say('stock.takeIn')}>
      <h2>{say('stock.takeIn')}</h2>
      <p className="quiet">{say('stock.takeInLead')}</p>
      <div className="fields">
        <FormChoice id="take-in-form" rows={rows} value={form} onChange={setForm} />
        <FieldRow id="take-in-year" label={say('stock.year')}>
          <InputNumber
            id="take-in-year"
            min={1990}
            max={2150}
            value={printYear}
            onChange={(value) => setPrintYear(value ?? printYear)}
          />
        </FieldRow>
        <FieldRow id="take-in-first" label={say('stock.first')}>
          <Input id="take-in-first" maxLength={30} value={first} onChange={(event) => setFirst(event.target.value)} />
        </FieldRow>
        <FieldRow id="take-in-last" label={say('stock.last')}>
          <Input
            id="take-in-last"
            maxLength={30}
            value={last}
            onChange={(event) => setLast(event.target.value)}
            onPressEnter={run}
          />
        </FieldRow>
      </div>
      <Button type="primary" loading={takeIn.isPending} onClick={run}>
        {say('stock.takeIn')}
      </Button>
      {isNoRange ? <Notice tone="wrong">{say('stock.noRange')}</Notice> : <FailureLine error={takeIn.error} />}
      {takeIn.data === undefined ? null : (
        <Notice tone="good">{say('stock.tookIn', { count: takeIn.data.count })}</Notice>
      )}
    </section>
  );
}
