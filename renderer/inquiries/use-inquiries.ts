import type { CaseInquiry, NewInquiry } from '../../shared/contract/inquiry.ts';
import { queryClient, refresh, useAct, useCall } from '../queries.ts';

/** What a case asked, the newest first; empty while it is being read. */
export function useInquiries(caseId: string): readonly CaseInquiry[] {
  const { data = [] } = useCall('inquiry.list', { caseId });
  return [...data].reverse();
}

/** Asks an office; what the case asked is shown anew. */
export function useAsk(caseId: string) {
  const act = useAct('inquiry.ask');
  return {
    isPending: act.isPending,
    error: act.error,
    run: (ask: NewInquiry, onDone?: () => void) =>
      act.mutate(
        { caseId, ask },
        {
          onSuccess: (inquiries) => {
            queryClient.setQueryData(['inquiry.list', { caseId }], inquiries);
            refresh('inquiry.open');
            onDone?.();
          },
        },
      ),
  };
}
