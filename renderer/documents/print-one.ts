import { refresh, useAct } from '../queries.ts';

export interface PrintOne {
  /** Prints the copies that are still needed of a paper; one more needs a reason where the paper stands for a final state. */
  readonly print: (documentId: string, reason?: string, onDone?: () => void) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  /** The printer that took the last one; null before. */
  readonly printer: string | null;
}

/** Prints papers one by one. */
export function usePrintOne(): PrintOne {
  const act = useAct('document.print');
  return {
    isPending: act.isPending,
    error: act.error,
    printer: act.data?.printer ?? null,
    print: (documentId, reason = '', onDone = () => undefined) =>
      act.mutate(
        { documentId, reason },
        {
          onSuccess: onDone,
          onSettled: () => refresh('case.get', 'case.list', 'home.summary', 'document.printLog', 'stock.questions'),
        },
      ),
  };
}
