import { AppstoreOutlined, PlusOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { CaseState } from '../../../shared/contract/case.ts';
import { CaseTable } from '../../cases/case-table.tsx';
import { useNewCase } from '../../frame/new-case.ts';
import { KeyHint } from '../../keys/key-hint.tsx';
import { useWords } from '../../language.ts';
import { ChooseProcedure } from '../../procedures/choose-procedure.tsx';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { matchesTyped } from '../../words/initials.ts';

/** The catalogue to begin with, and every case of this station that is not archived, to go on with one; narrowed by name, number or state. */
export function CounterScreen(): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const isChoosing = useSearch({ from: '/counter' }).choosing ?? false;
  const choose = (choosing: boolean) => void navigate({ to: '/counter', search: choosing ? { choosing } : {} });
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
        <span className="row">
          <Button
            icon={<AppstoreOutlined aria-hidden />}
            aria-expanded={isChoosing}
            onClick={() => choose(!isChoosing)}
          >
            {say('catalogue.title')} <KeyHint name="Shift+F2" />
          </Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={newCase.start}>
            {say('home.new')} <KeyHint name="F2" />
          </Button>
        </span>
      </div>
      {isChoosing ? <ChooseProcedure onClose={() => choose(false)} /> : null}
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
