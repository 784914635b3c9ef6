import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { CaseState } from '../../../shared/contract/case.ts';
import { CaseTable } from '../../cases/case-table.tsx';
import { useNewCase } from '../../frame/new-case.ts';
import { KeyHint } from '../../keys/key-hint.tsx';
import { useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { matchesTyped } from '../../words/initials.ts';

/** Every case of this station that is not archived, to go on with one; narrowed by name, number or state. */
export function CounterScreen(): ReactElement {
  const say = useWords();
  const newCase = useNewCase();
  const list = useCall('case.list', { queue: 'all', limit: 200 });
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<CaseState | 'all'>('all');
  const rows = (list.data ?? []).filter(
    (it) =>
      (state === 'all' || it.state === state) && matchesTyped(typed, `${it.applicantName}${it.acceptanceNumber ?? ''}`),
  );
  return (
    <section className="sheet" aria-labelledby="counter-title">
      <div className="panel-head">
        <h1 id="counter-title">{say('counter.title')}</h1>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={newCase.start}>
          {say('home.new')} <KeyHint name="F2" />
        </Button>
      </div>
      <div className="row filters">
        <label htmlFor="counter-text">{say('counter.narrow')}</label>
        <Input
          id="counter-text"
          className="filter-text"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <label htmlFor="counter-state">{say('list.state')}</label>
        <Select<CaseState | 'all'>
          id="counter-state"
          aria-label={say('list.state')}
          className="filter-state"
          value={state}
          onChange={setState}
          options={[
            { value: 'all', label: say('word.all') },
            ...CaseState.options.map((value) => ({ value, label: say(`caseState.${value}`) })),
          ]}
        />
      </div>
      <FailureLine error={newCase.error ?? list.error} />
      <CaseTable rows={rows} isLoading={list.isPending} label={say('counter.title')} isPaged />
    </section>
  );
}
