import { describe, expect, it } from 'vitest';
import type { Cups } from '../../../../electron/main/printers/cups.ts';
import { type CupsPlace, cupsPrinter } from '../../../../electron/main/printers/cups-printer.ts';
import type { JobState } from '../../../../electron/main/printers/ipp-job.ts';
import { mediaName } from '../../../../electron/main/printers/sheet-size.ts';

const sheet = (width: number, height: number) =>
  new TextEncoder().encode(`%PDF-1.7\n<< /Type /Page /MediaBox [0 0 ${width} ${height}] >>`);
const a4 = sheet(595.28, 841.89);
const usual: CupsPlace = { queue: 'HP-1', tray: '', sides: 'one' };

/** A CUPS whose job goes through these states, the last one for good; canceling ends it as `afterCancel` says. */
function fakeCups(states: readonly JobState[], afterCancel: JobState = 'canceled', queue = 'printer HP-1 is idle.') {
  const commands: string[] = [];
  const left = [...states];
  const cups: Cups = {
    run: async (command, args) => {
      commands.push([command, ...args].join(' '));
      if (command === 'cancel') left.splice(0, left.length, afterCancel);
      if (command === 'lpstat') return queue;
      return command === 'lp' ? 'request id is HP-1-42 (1 file(s))\n' : '';
    },
    jobState: async () => (left.length > 1 ? left.shift() : left[0]) ?? 'completed',
  };
  return { cups, commands };
}

/** What CUPS writes when it refuses. */
function refusing(words: string): Cups {
  const refuse = () => Promise.reject(Object.assign(new Error('exit 1'), { stderr: words }));
  return { run: refuse, jobState: refuse };
}

describe('printing through CUPS', () => {
  it('prints at the size of the sheet without scaling', async () => {
    const { cups, commands } = fakeCups(['under-way', 'completed']);
    await cupsPrinter(usual, cups).print(a4, 'a.pdf');
    expect(commands[0]).toMatch(
      /^lp -d HP-1 -o print-scaling=none -o fit-to-page=false -o sides=one-sided -o media=A4 -t Luohu -- .*sheet\.pdf$/,
    );
  });

  it('takes the paper from the tray that is named, and turns it over as it is told', async () => {
    const { cups, commands } = fakeCups(['completed']);
    await cupsPrinter({ queue: 'HP-1', tray: 'Tray2', sides: 'long-edge' }, cups).print(a4, 'a.pdf');
    expect(commands[0]).toContain(' -o sides=two-sided-long-edge -o media=A4 -o InputSlot=Tray2 -t Luohu ');
  });

  it('names the size of a booklet page', () => {
    expect(mediaName(sheet((105 * 72) / 25.4, (143 * 72) / 25.4))).toBe('Custom.105x143mm');
    expect(mediaName(sheet(841.89, 595.28))).toBe('Custom.297x210mm');
    expect(mediaName(new Uint8Array([1, 2, 3]))).toBeNull();
  });

  it('takes a job back that does not leave the queue', async () => {
    const { cups, commands } = fakeCups(['under-way']);
    await expect(cupsPrinter(usual, cups, -1).print(a4, 'a.pdf')).rejects.toMatchObject({ trouble: 'PRINTER_LATE' });
    expect(commands).toContain('cancel HP-1-42');
  });

  it('takes a job back at once from a queue that is stopped', async () => {
    const { cups, commands } = fakeCups(['under-way'], 'canceled', 'printer HP-1 disabled since Sun -\n\tPaused\n');
    await expect(cupsPrinter(usual, cups).print(a4, 'a.pdf')).rejects.toMatchObject({ trouble: 'PRINTER_STOPPED' });
    expect(commands).toContain('cancel HP-1-42');
  });

  it('counts a job as printed that finished before it could be taken back', async () => {
    const { cups } = fakeCups(['under-way'], 'completed');
    await expect(cupsPrinter(usual, cups, -1).print(a4, 'a.pdf')).resolves.toBeUndefined();
  });

  it.each(['aborted', 'canceled'] as const)('fails when its job was %s', async (state) => {
    const { cups } = fakeCups([state]);
    await expect(cupsPrinter(usual, cups).print(a4, 'a.pdf')).rejects.toMatchObject({ trouble: 'PRINTER_FAILED' });
  });

  it.each([
    ['lp: Destination "HP-1" is not accepting jobs.', 'PRINTER_REJECTS'],
    ['lp: The printer or class does not exist.', 'PRINTER_ABSENT'],
    ['lp: Error - no default destination available.', 'PRINTER_ABSENT'],
    ['', 'PRINTER_FAILED'],
  ])('says why CUPS did not take it: %s', async (words, trouble) => {
    await expect(cupsPrinter(usual, refusing(words)).print(a4, 'a.pdf')).rejects.toMatchObject({ trouble });
  });
});
