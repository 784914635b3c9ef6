import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sides } from '../../../shared/domain/print-place.ts';
import { type Cups, openCups, type RunCommand } from './cups.ts';
import { isStopped, troubleOf } from './cups-trouble.ts';
import { type Printer, PrinterFailed, type PrinterTrouble } from './printer.ts';
import { mediaName } from './sheet-size.ts';

const jobLimitMs = 60_000;
const lookEveryMs = 400;
/** A driver that hangs is ended by CUPS half a minute after its job was taken back. */
const takeBackLimitMs = 40_000;

/** A queue of CUPS, the default one when null, the tray it takes its paper from, empty for its own choice, and the sides it prints on. */
export interface CupsPlace {
  readonly queue: string | null;
  readonly tray: string;
  readonly sides: Sides;
}

const sidesNames = {
  one: 'one-sided',
  'long-edge': 'two-sided-long-edge',
  'short-edge': 'two-sided-short-edge',
} as const;

/**
 * Prints through CUPS at the sheet's own size: nothing is scaled or fitted, because overprinted values must meet their boxes.
 * A job whose queue was stopped, or that has not left it after a minute, is taken back, so that printing again does not make two sheets.
 */
export function cupsPrinter(place: CupsPlace, cups: Cups = openCups(), limitMs = jobLimitMs): Printer {
  const name = place.queue ?? 'default';
  return {
    name,
    async print(pdf) {
      const folder = await mkdtemp(join(tmpdir(), 'luohu-print-'));
      try {
        const file = join(folder, 'sheet.pdf');
        await writeFile(file, pdf, { mode: 0o600 });
        const job = await submit(cups.run, place, file, mediaName(pdf));
        const trouble = await waitUntilDone(cups, job, limitMs);
        if (trouble !== null) throw new PrinterFailed(name, trouble);
      } catch (error) {
        throw error instanceof PrinterFailed ? error : new PrinterFailed(name, troubleOf(error));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function submit(
  runCommand: RunCommand,
  { queue, tray, sides }: CupsPlace,
  file: string,
  media: string | null,
): Promise<string> {
  const options = [
    'print-scaling=none',
    'fit-to-page=false',
    `sides=${sidesNames[sides]}`,
    ...(media ? [`media=${media}`] : []),
    ...(tray ? [`InputSlot=${tray}`] : []),
  ];
  const args = [
    ...(queue ? ['-d', queue] : []),
    ...options.flatMap((option) => ['-o', option]),
    '-t',
    'Luohu',
    '--',
    file,
  ];
  const job = /request id is (\S+)/.exec(await runCommand('lp', args))?.[1];
  if (!job) throw new PrinterFailed(queue ?? 'default');
  return job;
}

/** Null: printed. A job that finished just before it was taken back is printed, and one that CUPS does not remember too. */
async function waitUntilDone(cups: Cups, job: string, limitMs: number): Promise<PrinterTrouble | null> {
  const until = Date.now() + limitMs;
  for (;;) {
    const state = await cups.jobState(job);
    if (state !== 'under-way') return state === 'completed' || state === 'forgotten' ? null : 'PRINTER_FAILED';
    const stopped = isStopped(await cups.run('lpstat', ['-p', queueOf(job)]));
    if (stopped || Date.now() > until) return takeBack(cups, job, stopped ? 'PRINTER_STOPPED' : 'PRINTER_LATE');
    await wait(lookEveryMs);
  }
}

/** Takes a job out of its queue and waits until that is so; null when it was printed meanwhile. */
async function takeBack(cups: Cups, job: string, trouble: PrinterTrouble): Promise<PrinterTrouble | null> {
  const until = Date.now() + takeBackLimitMs;
  await cups.run('cancel', [job]).catch(() => undefined);
  for (;;) {
    const state = await cups.jobState(job);
    if (state !== 'under-way' || Date.now() > until) return state === 'completed' ? null : trouble;
    await wait(lookEveryMs);
  }
}

function queueOf(job: string): string {
  return job.slice(0, job.lastIndexOf('-'));
}
