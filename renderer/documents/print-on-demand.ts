import { useState } from 'react';
import type { InputOf } from '../../shared/contract/index.ts';
import { refresh, useAct } from '../queries.ts';

export interface PrintOnDemand {
  readonly print: (form: InputOf<'document.add'>['form']) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  /** The printer that took it; null before. */
  readonly printer: string | null;
}

/** Makes a paper that is only made when asked for, and prints it. `before` saves what the paper is made from. */
export function usePrintOnDemand(caseId: string, before?: () => Promise<boolean>): PrintOnDemand {
  const [printer, setPrinter] = useState<string | null>(null);
  const add = useAct('document.add');
  const print = useAct('document.print');
  return {
    isPending: add.isPending || print.isPending,
    error: add.error ?? print.error,
    printer,
    print: (form) => {
      setPrinter(null);
      void (async () => {
        await before?.();
        const paper = await add.mutateAsync({ caseId, form }).catch(() => null);
        const done =
          paper === null ? null : await print.mutateAsync({ documentId: paper.documentId }).catch(() => null);
        setPrinter(done?.printer ?? null);
        refresh('case.get');
      })();
    },
  };
}
