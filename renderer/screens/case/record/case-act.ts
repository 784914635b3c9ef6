import type { CaseView } from '../../../../shared/contract/case.ts';
import type { InputOf } from '../../../../shared/contract/index.ts';
import { queryClient, refresh, useAct } from '../../../queries.ts';

export type CaseAct =
  | 'case.approve'
  | 'case.return'
  | 'case.refuse'
  | 'case.register'
  | 'case.release'
  | 'case.withdraw';

/** Carries out an act on a case; the answer is the case as it stands afterwards, and the lists are read anew. */
export function useCaseAct<N extends CaseAct>(endpoint: N) {
  const act = useAct(endpoint);
  return {
    isPending: act.isPending,
    error: act.error,
    run: (input: InputOf<N>, onDone?: () => void) =>
      act.mutate(input, {
        onSuccess: (view: CaseView) => {
          queryClient.setQueryData(['case.get', { caseId: view.row.caseId }], view);
          refresh('case.list', 'home.summary', 'sync.state');
          onDone?.();
        },
      }),
  };
}
