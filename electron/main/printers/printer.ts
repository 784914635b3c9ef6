import type { ErrorCode } from '../../../shared/contract/errors.ts';

/** What can be said of a printer that did not print. */
export type PrinterTrouble = Extract<ErrorCode, `PRINTER_${string}`>;

/** A place where a PDF becomes paper. */
export interface Printer {
  /** What the clerk and the audit log call it. */
  readonly name: string;
  /** Resolves once the printer has taken the whole sheet, rejects with PrinterFailed when it has not. */
  print(pdf: Uint8Array, fileName: string): Promise<void>;
}

/** The printer did not finish; nothing may be counted as printed. */
export class PrinterFailed extends Error {
  readonly trouble: PrinterTrouble;

  constructor(printer: string, trouble: PrinterTrouble = 'PRINTER_FAILED') {
    super(printer);
    this.trouble = trouble;
  }
}

/** A file name without anything that could lead elsewhere. */
export function safeFileName(fileName: string): string {
  const safe = fileName.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '');
  return safe === '' ? 'document.pdf' : safe.slice(-120);
}
