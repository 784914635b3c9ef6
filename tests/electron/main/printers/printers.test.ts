import { describe, expect, it } from 'vitest';
import type { Cups, RunCommand } from '../../../../electron/main/printers/cups.ts';
import { openPrinters } from '../../../../electron/main/printers/printers.ts';

const options = `PageSize/Page Size: *A4 A5 Custom.WIDTHxHEIGHT
InputSlot/Media Source: *Auto Tray1 Tray2 /evil
Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble
`;
const run: RunCommand = async (command, args) => {
  if (command === 'lpstat')
    return args.includes('-d') ? 'system default destination: OKI-1\n' : 'OKI-1\nHP-1\nnot a;name\n';
  if (command === 'lpoptions') return args.includes('OKI-1') ? options : 'PageSize/Page Size: *A4\n';
  throw new Error(command);
};

const cups: Cups = { run, jobState: async () => 'completed' };

describe('the printers of a computer', () => {
  it('are the usual one and those that CUPS names, with the trays and the duplexer that their drivers name', async () => {
    expect(await openPrinters('default', '/printed', cups).list()).toEqual([
      { printer: 'default', trays: ['Auto', 'Tray1', 'Tray2'], isDuplex: true },
      { printer: 'OKI-1', trays: ['Auto', 'Tray1', 'Tray2'], isDuplex: true },
      { printer: 'HP-1', trays: [], isDuplex: false },
    ]);
  });

  it('are only the usual one where there is no print system', async () => {
    const refuse = () => Promise.reject(new Error('ENOENT'));
    const none: Cups = { run: refuse, jobState: refuse };
    expect(await openPrinters('folder', '/printed', none).list()).toEqual([
      { printer: 'folder', trays: [], isDuplex: false },
    ]);
  });

  it('are reached by the names that settings and calibrations use', () => {
    const printers = openPrinters('folder', '/printed', cups);
    expect(printers.at({ printer: 'folder', tray: '', sides: 'one' }).name).toBe('folder');
    expect(printers.at({ printer: 'OKI-1', tray: 'Tray2', sides: 'one' }).name).toBe('OKI-1');
    expect(printers.at({ printer: 'default', tray: '', sides: 'one' }).name).toBe('default');
  });

  it('are on Windows those that Windows names, with blanks and Chinese in their names', async () => {
    const names = ['OKI 5150', '打印机 (副本 1)', '\\\\server\\HP LaserJet', '-d evil', 'two\nlines'];
    const windows = { listQueues: async () => names, print: async () => undefined };
    const printers = openPrinters('default', '/printed', cups, windows);
    expect((await printers.list()).map(({ printer }) => printer)).toEqual(['default', ...names.slice(0, 3)]);
    expect(printers.at({ printer: 'OKI 5150', tray: '', sides: 'one' }).name).toBe('OKI 5150');
  });
});
