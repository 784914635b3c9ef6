import { Button, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import type { StockRow } from '../../../shared/contract/stock.ts';
import { FieldRow } from '../../fields/field-row.tsx';
import { useWords } from '../../language.ts';
import { useAct } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { FormChoice } from './form-choice.tsx';

/** The count at the day's end: the drawer against the stock. */
export function CountCheck({ rows }: { rows: readonly StockRow[] }): ReactElement {
  const say = useWords();
  const check = useAct('stock.check');
  const [form, setForm] = useState(rows[0]?.form ?? '');
  const [counted, setCounted] = useState<number | null>(null);
  const found = check.data;
  return (
    <section className="card" aria-label={say('stock.check')}>
      <h2>{say('stock.check')}</h2>
      <p className="quiet">{say('stock.checkLead')}</p>
      <div className="fields">
        <FormChoice id="check-form" rows={rows} value={form} onChange={setForm} />
        <FieldRow id="check-counted" label={say('stock.counted')}>
          <InputNumber id="check-counted" min={0} max={100_000} value={counted} onChange={setCounted} />
        </FieldRow>
      </div>
      <Button loading={check.isPending} onClick={() => counted !== null && check.mutate({ form, counted })}>
        {say('stock.checkDo')}
      </Button>
      <FailureLine error={check.error} />
      {found === undefined ? null : (
        <Notice tone={found.expected === found.counted ? 'good' : 'wrong'}>
          {found.expected === found.counted
            ? say('stock.agrees', { count: found.counted })
            : say('stock.differs', { expected: found.expected, counted: found.counted })}
        </Notice>
      )}
    </section>
  );
}
