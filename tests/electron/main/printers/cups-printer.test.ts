import { describe, expect, it } from 'vitest';
import { cupsPrinter, type RunCommand } from '../../../../electron/main/printers/cups-printer.ts';
import { PrinterFailed } from '../../../../electron/main/printers/printer.ts';
import { mediaName } from '../../../../electron/main/printers/sheet-size.ts';

const sheet = (width: number, height: number) =>
  new TextEncoder().encode(`%PDF-1.7\n<< /Type /Page /MediaBox [0 0 ${width} ${height}] >>`);

/** A CUPS whose job is listed as waiting for so many looks and then ends with that alert. */
function fakeCups(waits: number, alert = 'job-completed-successfully') {
  const commands: string[] = [];
  let left = waits;
  const run: RunCommand = async (command, args) => {
    commands.push([command, ...args].join(' '));
    if (command === 'lp') return 'request id is HP-1-42 (1 file(s))\n';
    if (command !== 'lpstat') return '';
    if (args.includes('not-completed')) return left-- > 0 ? 'HP-1-42  root  1024  Sun\n' : '';
    return `HP-1-41 root 1 Sun\n\tAlerts: aborted-by-system\nHP-1-42 root 1024 Sun\n\tStatus: x\n\tAlerts: ${alert}\n\tqueued for HP-1\n`;
  };
  return { run, commands };
}

describe('printing through CUPS', () => {
  it('prints at the size of the sheet without scaling', async () => {
    const { run, commands } = fakeCups(1);
    await cupsPrinter({ queue: 'HP-1', tray: '' }, run).print(sheet(595.28, 841.89), 'a.pdf');
    expect(commands[0]).toMatch(
      /^lp -d HP-1 -o print-scaling=none -o fit-to-page=false -o media=A4 -t Luohu -- .*sheet\.pdf$/,
    );
  });

  it('takes the paper from the tray that is named', async () => {
    const { run, commands } = fakeCups(0);
    await cupsPrinter({ queue: 'HP-1', tray: 'Tray2' }, run).print(sheet(595.28, 841.89), 'a.pdf');
    expect(commands[0]).toContain(' -o media=A4 -o InputSlot=Tray2 -t Luohu ');
  });

  it('names the size of a booklet page', () => {
    expect(mediaName(sheet((105 * 72) / 25.4, (143 * 72) / 25.4))).toBe('Custom.105x143mm');
    expect(mediaName(sheet(841.89, 595.28))).toBe('Custom.297x210mm');
    expect(mediaName(new Uint8Array([1, 2, 3]))).toBeNull();
  });

  it('takes a job back that does not leave the queue', async () => {
    const { run, commands } = fakeCups(1000, 'job-canceled-by-user');
    await expect(
      cupsPrinter({ queue: 'HP-1', tray: '' }, run, 0).print(sheet(595, 842), 'a.pdf'),
    ).rejects.toBeInstanceOf(PrinterFailed);
    expect(commands).toContain('cancel HP-1-42');
  });

  it('fails when the printer gave the job up', async () => {
    const { run } = fakeCups(0, 'aborted-by-system');
    await expect(cupsPrinter({ queue: null, tray: '' }, run).print(sheet(595, 842), 'a.pdf')).rejects.toBeInstanceOf(
      PrinterFailed,
    );
  });

  it('fails when there is no print system', async () => {
    const run: RunCommand = () => Promise.reject(new Error('ENOENT'));
    await expect(cupsPrinter({ queue: null, tray: '' }, run).print(sheet(595, 842), 'a.pdf')).rejects.toBeInstanceOf(
      PrinterFailed,
    );
  });
});
