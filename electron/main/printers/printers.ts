import type { PrinterRow } from '../../../shared/contract/calibration.ts';
import { PrinterName, type PrintPlace, TrayName } from '../../../shared/domain/print-place.ts';
import { cupsPrinter, type RunCommand, runCups } from './cups-printer.ts';
import { folderPrinter } from './folder-printer.ts';
import type { Printer } from './printer.ts';
import { type PrintSilently, windowsPrinter } from './windows-printer.ts';

/** The printers of this computer. */
export interface Printers {
  /** Where everything goes that has no place of its own. */
  readonly usual: Printer;
  at(place: PrintPlace): Printer;
  /** What the operating system names, the usual one first. */
  list(): Promise<PrinterRow[]>;
}

/**
 * The printers behind the names that settings and calibrations use: `folder`, `default`, or a queue of the operating system, which is CUPS
 * unless `printSilently` prints on Windows.
 */
export function openPrinters(
  usualPrinter: string,
  folder: string,
  runCommand: RunCommand = runCups,
  printSilently: PrintSilently | null = null,
): Printers {
  const at = ({ printer, tray }: PrintPlace): Printer => {
    const queue = printer === 'default' ? null : printer;
    if (printer === 'folder') return folderPrinter(folder);
    return printSilently === null ? cupsPrinter({ queue, tray }, runCommand) : windowsPrinter(queue, printSilently);
  };
  return {
    usual: at({ printer: usualPrinter, tray: '' }),
    at,
    list: async () => {
      const queues = await listQueues(runCommand);
      const names = [...new Set([usualPrinter, ...queues])];
      return Promise.all(
        names.map(async (printer) => ({
          printer,
          trays: queues.includes(printer) ? await listTrays(runCommand, printer) : [],
        })),
      );
    },
  };
}

/** A computer without CUPS, or with none of its queues up, simply names none. */
async function listQueues(runCommand: RunCommand): Promise<string[]> {
  const list = await runCommand('lpstat', ['-e']).catch(() => '');
  return list.split('\n').filter((name) => PrinterName.safeParse(name).success);
}

async function listTrays(runCommand: RunCommand, queue: string): Promise<string[]> {
  const options = await runCommand('lpoptions', ['-p', queue, '-l']).catch(() => '');
  const choices = /^InputSlot\/[^:]*:(.*)$/m.exec(options)?.[1] ?? '';
  const names = choices.split(/\s+/).map((name) => name.replace(/^\*/, ''));
  return names.filter((name) => name !== '' && TrayName.safeParse(name).success);
}
