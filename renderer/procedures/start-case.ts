import { useNavigate } from '@tanstack/react-router';
import type { CaseView } from '../../shared/contract/case.ts';
import type { DraftSubject } from '../../shared/contract/draft.ts';
import { queryClient, refresh, useAct } from '../queries.ts';

export interface StartCase {
  /** Without a procedure: for whoever stands in front of the window. */
  readonly start: (procedure?: string, subject?: DraftSubject) => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** Opens a case that was just begun. */
function useOpenBegun(): (view: CaseView) => void {
  const navigate = useNavigate();
  return (view) => {
    const { caseId } = view.row;
    queryClient.setQueryData(['case.get', { caseId }], view);
    refresh('case.list', 'home.summary');
    void navigate({ to: '/case/$caseId', params: { caseId } });
  };
}

/** Begins a case, of a procedure and about something of the register where they are given, and opens it. */
export function useStartCase(): StartCase {
  const open = useOpenBegun();
  const begin = useAct('case.start');
  return {
    isPending: begin.isPending,
    error: begin.error,
    start: (procedure, subject) => {
      if (begin.isPending) return;
      begin.mutate(
        { ...(procedure === undefined ? {} : { procedure }), ...(subject === undefined ? {} : { subject }) },
        { onSuccess: open },
      );
    },
  };
}

/** Begins a case with what was entered for one that came to nothing, and opens it. */
export function useBeginAgain(caseId: string): { readonly begin: () => void; isPending: boolean; error: unknown } {
  const open = useOpenBegun();
  const act = useAct('case.beginAgain');
  return { begin: () => act.mutate({ caseId }, { onSuccess: open }), isPending: act.isPending, error: act.error };
}
