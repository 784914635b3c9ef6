import { Select } from 'antd';
import type { ReactElement } from 'react';
import { LookupPurpose } from '../../shared/contract/person.ts';
import { useWords } from '../language.ts';

interface PurposeSelectProps {
  readonly id: string;
  readonly purpose: LookupPurpose;
  readonly onPurpose: (purpose: LookupPurpose) => void;
}

/** Why somebody is looked up; it goes into the log with the search. */
export function PurposeSelect({ id, purpose, onPurpose }: PurposeSelectProps): ReactElement {
  const say = useWords();
  return (
    <>
      <label htmlFor={id}>{say('lookup.purpose')}</label>
      <Select
        id={id}
        aria-label={say('lookup.purpose')}
        className="filter-state"
        value={purpose}
        onChange={onPurpose}
        options={LookupPurpose.options.map((value) => ({ value, label: say(`purpose.${value}`) }))}
      />
    </>
  );
}
