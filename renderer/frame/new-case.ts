import { useStartCase } from '../procedures/start-case.ts';

/** F2: starts a case for the person in front of the glass and opens it. */
export function useNewCase(): { start: () => void; isPending: boolean; error: unknown } {
  const { start, isPending, error } = useStartCase();
  return { start: () => start(), isPending, error };
}
