import type { ReactElement } from 'react';
import { useWords } from '../language.ts';
import { Notice } from '../signs/notice.tsx';
import { usePrinterName } from '../words/printer-name.ts';

/** Which printer took a paper; nothing before one did. */
export function PrinterLine({ printer }: { printer: string | null }): ReactElement | null {
  const say = useWords();
  const printerName = usePrinterName();
  if (printer === null) return null;
  return <Notice tone="good">{say('documents.sent', { printer: printerName(printer) })}</Notice>;
}
