import type { LookupPurpose, PersonCriteria, PersonRow } from '../../../shared/contract/person.ts';
import { nobody } from '../../people/register-search.tsx';
import { useCall } from '../../queries.ts';

/** More lines than fit on two screens are looked through by nobody. */
const listedAtMost = 50;

interface Asked {
  readonly text: string;
  readonly criteria: PersonCriteria | null;
  readonly purpose: LookupPurpose;
}

export interface Found {
  readonly isAsked: boolean;
  readonly rows: readonly PersonRow[];
  readonly isLoading: boolean;
  /** The list is full: more people fit. */
  readonly isFull: boolean;
  /** Some who fit may be missing, the best among them. */
  readonly isCut: boolean;
  readonly copyAsOf: string | null;
  readonly error: unknown;
}

/** Who is found by the box or, where criteria are given, by the form. */
export function useFound({ text, criteria, purpose }: Asked): Found {
  const byText = useCall(
    'person.search',
    { text, purpose, limit: listedAtMost },
    { enabled: criteria === null && text !== '', keepsPrevious: true },
  );
  const byForm = useCall(
    'person.searchBy',
    { criteria: criteria ?? { name: text }, purpose, limit: listedAtMost },
    { enabled: criteria !== null, keepsPrevious: true },
  );
  const found = criteria === null ? byText : byForm;
  return {
    isAsked: criteria !== null || text !== '',
    rows: found.data?.rows ?? nobody,
    isLoading: found.isPending,
    isFull: found.data?.rows.length === listedAtMost,
    isCut: criteria !== null && byForm.data?.isCut === true,
    copyAsOf: found.data?.copyAsOf ?? null,
    error: found.error,
  };
}
