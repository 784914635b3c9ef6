import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Printer, PrinterFailed } from './printer.ts';
import { findSheetSize } from './sheet-size.ts';

/** A sheet for the printing of Windows; sizes in whole millimetres, null where the PDF names none. */
export interface SilentSheet {
  readonly file: string;
  /** Null: the usual printer. */
  readonly queue: string | null;
  readonly size: { readonly widthMm: number; readonly heightMm: number } | null;
}

/** Prints a file without asking anything; rejects when Windows did not take it. */
export type PrintSilently = (sheet: SilentSheet) => Promise<void>;

const limitMs = 60_000;

/**
 * Prints on a queue of Windows at the sheet's own size. Windows tells only that its spooler took the sheet: one that jams later is seen on the
 * printer and not here. A tray can not be chosen; the queue's own setting decides.
 */
export function windowsPrinter(queue: string | null, printSilently: PrintSilently, waitMs = limitMs): Printer {
  const name = queue ?? 'default';
  return {
    name,
    async print(pdf) {
      const folder = await mkdtemp(join(tmpdir(), 'luohu-print-'));
      try {
        const file = join(folder, 'sheet.pdf');
        await writeFile(file, pdf, { mode: 0o600 });
        await withinLimit(printSilently({ file, queue, size: findSheetSize(pdf) }), waitMs);
      } catch {
        throw new PrinterFailed(name);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** A spooler that never answers must not hold the counter up. */
async function withinLimit(printing: Promise<void>, waitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), waitMs);
  });
  await Promise.race([printing, late]).finally(() => clearTimeout(timer));
}
