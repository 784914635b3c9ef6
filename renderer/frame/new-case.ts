import { useNavigate } from '@tanstack/react-router';
import { queryClient, refresh, useAct } from '../queries.ts';

/** F2: starts a case for the person in front of the glass and opens it. */
export function useNewCase(): { start: () => void; isPending: boolean; error: unknown } {
  const navigate = useNavigate();
  const begin = useAct('case.start');
  return {
    isPending: begin.isPending,
    error: begin.error,
    start: () => {
      if (begin.isPending) return;
      begin.mutate(
        {},
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
