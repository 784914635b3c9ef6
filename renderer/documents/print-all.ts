import { useState } from 'react';
import type { DocumentRow } from '../../shared/contract/document.ts';
import { refresh, useAct } from '../queries.ts';

export interface PrintAll {
  /** Prints the papers one after another and stops at the first that fails. */
  readonly print: (papers: readonly DocumentRow[]) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly printer: string | null;
}

export function usePrintAll(): PrintAll {
  const [printer, setPrinter] = useState<string | null>(null);
  const act = useAct('document.print');
  return {
    isPending: act.isPending,
    error: act.error,
    printer,
    print: (papers) => {
      setPrinter(null);
      void (async () => {
        for (const paper of papers) {
          const done = await act.mutateAsync({ documentId: paper.documentId }).catch(() => null);
          if (done === null) break;
          setPrinter(done.printer);
        }
        refresh('case.get', 'case.list', 'home.summary');
      })();
    },
  };
}
