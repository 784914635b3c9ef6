import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Printer, PrinterFailed } from './printer.ts';
import { mediaName } from './sheet-size.ts';

const run = promisify(execFile);
const commandLimitMs = 10_000;
const jobLimitMs = 60_000;
const lookEveryMs = 400;

/** Runs a program of CUPS; replaced in tests. */
export type RunCommand = (command: string, args: readonly string[]) => Promise<string>;

/** The programs of CUPS on this computer, in plain English whatever language it speaks. */
export const runCups: RunCommand = async (command, args) => {
  const env = { ...process.env, LC_ALL: 'C' };
  return (await run(command, [...args], { timeout: commandLimitMs, env })).stdout;
};

/** A queue of CUPS, the default one when null, and the tray it takes its paper from, empty for its own choice. */
export interface CupsPlace {
  readonly queue: string | null;
  readonly tray: string;
}

/**
 * Prints through CUPS at the sheet's own size: nothing is scaled or fitted, because overprinted values must meet their boxes.
 * A job that has not left the queue after a minute is taken back, so that printing again does not make two sheets.
 */
export function cupsPrinter(place: CupsPlace, runCommand: RunCommand = runCups, limitMs = jobLimitMs): Printer {
  const name = place.queue ?? 'default';
  return {
    name,
    async print(pdf) {
      const folder = await mkdtemp(join(tmpdir(), 'luohu-print-'));
      try {
        const file = join(folder, 'sheet.pdf');
        await writeFile(file, pdf, { mode: 0o600 });
        const job = await submit(runCommand, place, file, mediaName(pdf));
        await waitUntilDone(runCommand, job, limitMs);
      } catch (error) {
        throw error instanceof PrinterFailed ? error : new PrinterFailed(name);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function submit(
  runCommand: RunCommand,
  { queue, tray }: CupsPlace,
  file: string,
  media: string | null,
): Promise<string> {
  const options = [
    'print-scaling=none',
    'fit-to-page=false',
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

async function waitUntilDone(runCommand: RunCommand, job: string, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  while (await isListed(runCommand, 'not-completed', job)) {
    if (Date.now() > until) {
      await takeBack(runCommand, job);
      break;
    }
    await wait(lookEveryMs);
  }
  if (await wasAborted(runCommand, job)) throw new PrinterFailed(job);
}

/** A job that finished just now can no longer be taken back; its entry then says that it is printed. */
async function takeBack(runCommand: RunCommand, job: string): Promise<void> {
  await runCommand('cancel', [job]).catch(() => undefined);
}

async function isListed(runCommand: RunCommand, which: string, job: string): Promise<boolean> {
  const list = await runCommand('lpstat', ['-W', which, '-o', queueOf(job)]);
  return list.split('\n').some((line) => line.startsWith(`${job} `));
}

async function wasAborted(runCommand: RunCommand, job: string): Promise<boolean> {
  const list = await runCommand('lpstat', ['-l', '-W', 'completed', '-o', queueOf(job)]);
  const entry = list.split(/\n(?=\S)/).find((each) => each.startsWith(`${job} `)) ?? '';
  return /Alerts:.*(aborted|canceled|stopped)/.test(entry);
}

function queueOf(job: string): string {
  return job.slice(0, job.lastIndexOf('-'));
}
