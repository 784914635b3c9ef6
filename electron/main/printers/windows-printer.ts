import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebContentsPrintOptions } from 'electron';
import type { Sides } from '../../../shared/domain/print-place.ts';
import { type Printer, PrinterFailed } from './printer.ts';
import { findSheetSize } from './sheet-size.ts';

/** A sheet for the printing of Windows; sizes in whole millimetres, null where the PDF names none. */
export interface SilentSheet {
  readonly file: string;
  /** Null: the usual printer. */
  readonly queue: string | null;
  readonly sides: Sides;
  readonly size: { readonly widthMm: number; readonly heightMm: number } | null;
}

/** The printing of Windows, as Electron has it. */
export interface WindowsPrinting {
  /** Prints a file without asking anything; rejects when Windows did not take it. */
  print(sheet: SilentSheet): Promise<void>;
  /** The names of the queues, as Windows shows them. */
  listQueues(): Promise<string[]>;
}

/** A queue of Windows and the sides it prints on. */
export interface WindowsPlace {
  readonly queue: string | null;
  readonly sides: Sides;
}

const limitMs = 60_000;
const micronsPerMm = 1000;
const duplexModes = { one: 'simplex', 'long-edge': 'longEdge', 'short-edge': 'shortEdge' } as const;

/**
 * Prints on a queue of Windows at the sheet's own size. Windows tells only that its spooler took the sheet: one that jams later is seen on the
 * printer and not here. A tray can not be chosen: stock in a second tray needs a second queue of the same printer, set to that tray.
 */
export function windowsPrinter({ queue, sides }: WindowsPlace, printing: WindowsPrinting, waitMs = limitMs): Printer {
  const name = queue ?? 'default';
  return {
    name,
    async print(pdf) {
      const folder = await mkdtemp(join(tmpdir(), 'luohu-print-'));
      try {
        const file = join(folder, 'sheet.pdf');
        await writeFile(file, pdf, { mode: 0o600 });
        await withinLimit(printing.print({ file, queue, sides, size: findSheetSize(pdf) }), waitMs);
      } catch {
        throw new PrinterFailed(name);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** What Electron is told: no question, no scaling, no margins, the sheet's own size. */
export function silentOptions({ queue, sides, size }: Omit<SilentSheet, 'file'>): WebContentsPrintOptions {
  return {
    silent: true,
    printBackground: true,
    scaleFactor: 100,
    margins: { marginType: 'none' },
    duplexMode: duplexModes[sides],
    ...(queue === null ? {} : { deviceName: queue }),
    ...(size && { pageSize: { width: size.widthMm * micronsPerMm, height: size.heightMm * micronsPerMm } }),
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
