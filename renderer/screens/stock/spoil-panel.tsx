import { Button, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { StockRow } from '../../../shared/contract/stock.ts';
import { FieldRow } from '../../fields/field-row.tsx';
import { useWords } from '../../language.ts';
import { refresh, useAct, useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { FormChoice } from './form-choice.tsx';

/** Notes a sheet as spoiled that was damaged or lost before anything was printed on it. */
export function SpoilPanel({ rows }: { rows: readonly StockRow[] }): ReactElement {
  const say = useWords();
  const spoil = useAct('stock.spoil');
  const [form, setForm] = useState(rows[0]?.form ?? '');
  const [blankId, setBlankId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [spoiled, setSpoiled] = useState<string | null>(null);
  const stocked = useCall('stock.blanks', { form, status: 'stocked' });
  const blanks = stocked.data ?? [];
  const run = () => {
    if (blankId === null || reason.trim() === '') return;
    const number = blanks.find((blank) => blank.blankId === blankId)?.number ?? '';
    const onSuccess = () => {
      setSpoiled(number);
      setBlankId(null);
      setReason('');
      refresh('stock.list', 'stock.blanks');
    };
    spoil.mutate({ blankId, reason: reason.trim() }, { onSuccess });
  };
  return (
    <section className="card" aria-label={say('stock.spoil')}>
      <h2>{say('stock.spoil')}</h2>
      <p className="quiet">{say('stock.spoilLead')}</p>
      <div className="fields">
        <FormChoice
          id="spoil-form"
          rows={rows}
          value={form}
          onChange={(next) => {
            setForm(next);
            setBlankId(null);
          }}
        />
        <FieldRow id="spoil-number" label={say('stock.spoilWhich')}>
          <Select
            id="spoil-number"
            showSearch={{ optionFilterProp: 'label' }}
            value={blankId}
            onChange={setBlankId}
            options={blanks.map((blank) => ({ value: blank.blankId, label: blank.number }))}
          />
        </FieldRow>
        <FieldRow id="spoil-reason" label={say('stock.spoilWhy')} isWide>
          <Input
            id="spoil-reason"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={run}
          />
        </FieldRow>
      </div>
      <Button danger loading={spoil.isPending} onClick={run}>
        {say('stock.spoil')}
      </Button>
      <FailureLine error={spoil.error ?? stocked.error} />
      {spoiled === null ? null : <Notice tone="good">{say('stock.spoilDone', { number: spoiled })}</Notice>}
    </section>
  );
}
