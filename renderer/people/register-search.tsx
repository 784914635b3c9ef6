import { type ReactElement, useMemo, useState } from 'react';
import type { LookupPurpose, PersonRow } from '../../shared/contract/person.ts';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { PersonSearch } from './person-search.tsx';
import { PersonTable } from './person-table.tsx';
import { RowButton } from './row-button.tsx';

/** As many lines as stand beside what is being entered without pushing it off the screen. */
export const listedAtMost = 20;

/** The same each time, so that nothing is drawn again. */
export const nobody: readonly PersonRow[] = [];

interface RegisterSearchProps {
  readonly id: string;
  readonly wants: 'person' | 'household';
  /** Inside a row that names it. */
  readonly isBare?: boolean;
  readonly lead?: string;
  /** Whether the box takes the focus when it is shown. */
  readonly isFocused?: boolean;
  readonly purpose: LookupPurpose;
  readonly onPurpose: (purpose: LookupPurpose) => void;
  readonly onPick: (row: PersonRow) => void;
}

/** Finds a person, or a household by its number or one of its people, and picks from the list. */
export function RegisterSearch(props: RegisterSearchProps): ReactElement {
  const { id, wants, isBare = false, lead = '', isFocused = false, purpose, onPurpose, onPick } = props;
  const say = useWords();
  const [text, setText] = useState('');
  const found = useCall(
    'person.search',
    { text, purpose, limit: listedAtMost },
    { enabled: text !== '', keepsPrevious: true },
  );
  const all = found.data?.rows ?? nobody;
  const rows = useMemo(() => (wants === 'person' ? all : all.filter((it) => it.householdId !== null)), [all, wants]);
  return (
    <div className="register-search">
      <PersonSearch
        id={id}
        isBare={isBare}
        lead={lead}
        isFocused={isFocused}
        purpose={purpose}
        onPurpose={onPurpose}
        onText={setText}
      />
      <FailureLine error={found.error} />
      {text === '' ? null : (
        <PersonTable
          rows={rows}
          isLoading={found.isPending}
          isCut={found.data?.rows.length === listedAtMost}
          copyAsOf={found.data?.copyAsOf ?? null}
          action={(row) => (
            <RowButton
              label={say('lookup.pick')}
              spoken={say('lookup.pickWhom', { name: row.name })}
              onPress={() => onPick(row)}
            />
          )}
        />
      )}
    </div>
  );
}
