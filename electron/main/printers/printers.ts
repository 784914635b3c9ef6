import type { PrinterRow } from '../../../shared/contract/calibration.ts';
import { PrinterName, type SheetPlace, TrayName } from '../../../shared/domain/print-place.ts';
import { type Cups, openCups, type RunCommand } from './cups.ts';
import { cupsPrinter } from './cups-printer.ts';
import { folderPrinter } from './folder-printer.ts';
import type { Printer } from './printer.ts';
import { type WindowsPrinting, windowsPrinter } from './windows-printer.ts';

/** The printers of this computer. */
export interface Printers {
  at(place: SheetPlace): Printer;
  /** What the operating system names, the usual one first. */
  list(): Promise<PrinterRow[]>;
}

/**
 * The printers behind the names that settings and calibrations use: `folder`, `default`, or a queue of the operating system, which is CUPS
 * unless `windows` prints there.
 */
export function openPrinters(
  usualPrinter: string,
  folder: string,
  cups: Cups = openCups(),
  windows: WindowsPrinting | null = null,
): Printers {
  const at = ({ printer, tray, sides }: SheetPlace): Printer => {
    const queue = printer === 'default' ? null : printer;
    if (printer === 'folder') return folderPrinter(folder);
    return windows === null ? cupsPrinter({ queue, tray, sides }, cups) : windowsPrinter({ queue, sides }, windows);
  };
  return {
    at,
    list: async () => {
      if (windows !== null) return listWindowsRows(usualPrinter, windows);
      const queues = await listQueues(cups.run);
      const names = [...new Set([usualPrinter, ...(queues.length > 0 ? ['default'] : []), ...queues])];
      return Promise.all(names.map(async (printer) => ({ printer, ...(await readDriver(cups.run, printer, queues)) })));
    },
  };
}

/** Windows tells neither trays nor whether there is a duplexer; a printer without one prints both sides one after the other. */
async function listWindowsRows(usualPrinter: string, windows: WindowsPrinting): Promise<PrinterRow[]> {
  const queues = (await windows.listQueues().catch(() => [])).filter((name) => PrinterName.safeParse(name).success);
  const names = [...new Set([usualPrinter, 'default', ...queues])];
  return names.map((printer) => ({ printer, trays: [], isDuplex: printer !== 'folder' }));
}

/** What CUPS may call a queue, and no sentence of its own. */
const cupsQueue = /^[^\s/#;-][^\s/#;]{0,126}$/;

/** A computer without CUPS, or with none of its queues up, simply names none. */
async function listQueues(runCommand: RunCommand): Promise<string[]> {
  const list = await runCommand('lpstat', ['-e']).catch(() => '');
  return list.split('\n').filter((name) => cupsQueue.test(name) && PrinterName.safeParse(name).success);
}

type Driver = Omit<PrinterRow, 'printer'>;

/** What the driver of a printer offers; the usual one of the system is one of its queues. */
async function readDriver(runCommand: RunCommand, printer: string, queues: readonly string[]): Promise<Driver> {
  const queue = printer === 'default' ? await findDefaultQueue(runCommand) : printer;
  if (queue === null || !queues.includes(queue)) return { trays: [], isDuplex: false };
  const options = await runCommand('lpoptions', ['-p', queue, '-l']).catch(() => '');
  const trays = choicesOf(options, 'InputSlot').filter((name) => TrayName.safeParse(name).success);
  return { trays, isDuplex: choicesOf(options, 'Duplex').some((name) => name !== 'None') };
}

async function findDefaultQueue(runCommand: RunCommand): Promise<string | null> {
  const words = await runCommand('lpstat', ['-d']).catch(() => '');
  return /destination: (\S+)/.exec(words)?.[1] ?? null;
}

function choicesOf(options: string, name: string): string[] {
  const choices = new RegExp(`^${name}/[^:]*:(.*)$`, 'm').exec(options)?.[1] ?? '';
  const names = choices.split(/\s+/).map((choice) => choice.replace(/^\*/, ''));
  return names.filter((choice) => choice !== '');
}
