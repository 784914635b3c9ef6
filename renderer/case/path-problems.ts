import type { Problem } from '../../shared/contract/problems.ts';
import { useEditing } from './case-context.ts';
import { shownProblems } from './problems.ts';

/** Problems of some paths that may be shown now. */
export function usePathProblems(isAsked: (path: string) => boolean): readonly Problem[] {
  const shown = useEditing((it) => JSON.stringify(shownProblems(it).filter((problem) => isAsked(problem.path))));
  return JSON.parse(shown) as Problem[];
}
