import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { LookupPurpose } from '../../shared/contract/person.ts';
import { CharacterButton } from '../characters/character-button.tsx';
import { useWords } from '../language.ts';
import { PurposeSelect } from './purpose-select.tsx';

interface PersonSearchProps {
  /** Of the box; the purpose beside it has `<id>-purpose`. */
  readonly id?: string;
  /** Inside a row that names it, with the purpose chosen elsewhere: the box and its button alone. */
  readonly isBare?: boolean;
  /** Stands in front of the hint. */
  readonly lead?: string;
  /** Whether the box takes the focus when it is shown. */
  readonly isFocused?: boolean;
  readonly purpose: LookupPurpose;
  readonly onPurpose: (purpose: LookupPurpose) => void;
  readonly onText: (text: string) => void;
}

/** One box for whatever is known of a person. Every search is logged with its purpose, so it starts on Enter. */
export function PersonSearch(props: PersonSearchProps): ReactElement {
  const { id = 'person-text', isBare = false, lead = '', isFocused = true, purpose, onPurpose, onText } = props;
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
        {isBare ? null : <label htmlFor={id}>{say('lookup.text')}</label>}
        <Input
          id={id}
          type="search"
          className="filter-text"
          autoFocus={isFocused}
          autoComplete="off"
          placeholder={`${lead}${say('lookup.hint')}`}
          suffix={<CharacterButton fieldId={id} />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {isBare ? null : <PurposeSelect id={`${id}-purpose`} purpose={purpose} onPurpose={onPurpose} />}
        <Button type={isBare ? 'default' : 'primary'} htmlType="submit">
          {say('lookup.search')}
        </Button>
      </form>
    </search>
  );
}
