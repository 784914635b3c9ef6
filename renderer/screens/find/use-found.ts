import type { LookupPurpose, PersonCriteria, PersonRow } from '../../../shared/contract/person.ts';
import { useCall } from '../../queries.ts';

interface Asked {
  readonly text: string;
  readonly criteria: PersonCriteria | null;
  readonly purpose: LookupPurpose;
}

export interface Found {
  readonly isAsked: boolean;
  readonly rows: readonly PersonRow[];
  readonly isLoading: boolean;
  /** Some who fit may be missing. */
  readonly isCut: boolean;
  readonly copyAsOf: string | null;
  readonly error: unknown;
}

/** Who is found by the box or, where criteria are given, by the form. */
export function useFound({ text, criteria, purpose }: Asked): Found {
  const byText = useCall(
    'person.search',
    { text, purpose },
    { enabled: criteria === null && text !== '', keepsPrevious: true },
  );
  const byForm = useCall(
    'person.searchBy',
    { criteria: criteria ?? { name: text }, purpose },
    { enabled: criteria !== null, keepsPrevious: true },
  );
  const found = criteria === null ? byText : byForm;
  return {
    isAsked: criteria !== null || text !== '',
    rows: found.data?.rows ?? [],
    isLoading: found.isPending,
    isCut: criteria !== null && byForm.data?.isCut === true,
    copyAsOf: found.data?.copyAsOf ?? null,
    error: found.error,
  };
}
