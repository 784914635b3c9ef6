import { Button, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { LookupPurpose } from '../../shared/contract/person.ts';
import { useWords } from '../language.ts';

interface PersonSearchProps {
  readonly purpose: LookupPurpose;
  readonly onPurpose: (purpose: LookupPurpose) => void;
  readonly onText: (text: string) => void;
}

/** One box for name, pinyin, initials, number or household number. Every search is logged with its purpose, so it starts on Enter. */
export function PersonSearch({ purpose, onPurpose, onText }: PersonSearchProps): ReactElement {
  const say = useWords();
  const [typed, setTyped] = useState('');
  return (
    <search>
      <form
        className="row filters"
        onSubmit={(event) => {
          event.preventDefault();
          onText(typed.trim());
        }}
      >
        <label htmlFor="person-text">{say('lookup.text')}</label>
        <Input
          id="person-text"
          type="search"
          className="filter-text"
          autoFocus
          autoComplete="off"
          placeholder={say('lookup.hint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <label htmlFor="person-purpose">{say('lookup.purpose')}</label>
        <Select
          id="person-purpose"
          aria-label={say('lookup.purpose')}
          className="filter-state"
          value={purpose}
          onChange={onPurpose}
          options={LookupPurpose.options.map((value) => ({ value, label: say(`purpose.${value}`) }))}
        />
        <Button type="primary" htmlType="submit">
          {say('lookup.search')}
        </Button>
      </form>
    </search>
  );
}
