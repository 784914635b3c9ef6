import { useNavigate } from '@tanstack/react-router';
import type { DraftSubject } from '../../shared/contract/draft.ts';
import { queryClient, refresh, useAct } from '../queries.ts';

export interface StartCase {
  /** Without a procedure: for whoever stands in front of the window. */
  readonly start: (procedure?: string, subject?: DraftSubject) => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** Begins a case, of a procedure and about something of the register where they are given, and opens it. */
export function useStartCase(): StartCase {
  const navigate = useNavigate();
  const begin = useAct('case.start');
  return {
    isPending: begin.isPending,
    error: begin.error,
    start: (procedure, subject) => {
      if (begin.isPending) return;
      begin.mutate(
        { ...(procedure === undefined ? {} : { procedure }), ...(subject === undefined ? {} : { subject }) },
        {
          onSuccess: (view) => {
            const { caseId } = view.row;
            queryClient.setQueryData(['case.get', { caseId }], view);
            refresh('case.list', 'home.summary');
            void navigate({ to: '/case/$caseId', params: { caseId } });
          },
        },
      );
    },
  };
}
