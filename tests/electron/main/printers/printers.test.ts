import { describe, expect, it } from 'vitest';
import type { RunCommand } from '../../../../electron/main/printers/cups-printer.ts';
import { openPrinters } from '../../../../electron/main/printers/printers.ts';

const options = `PageSize/Page Size: *A4 A5 Custom.WIDTHxHEIGHT
InputSlot/Media Source: *Auto Tray1 Tray2 /evil
Duplex/2-Sided Printing: *None
`;
const cups: RunCommand = async (command, args) => {
  if (command === 'lpstat') return 'OKI-1\nHP-1\nnot a;name\n';
  if (command === 'lpoptions') return args.includes('OKI-1') ? options : 'PageSize/Page Size: *A4\n';
  throw new Error(command);
};

describe('the printers of a computer', () => {
  it('are the usual one and those that CUPS names, with the trays that their drivers name', async () => {
    expect(await openPrinters('default', '/printed', cups).list()).toEqual([
      { printer: 'default', trays: [] },
      { printer: 'OKI-1', trays: ['Auto', 'Tray1', 'Tray2'] },
      { printer: 'HP-1', trays: [] },
    ]);
  });

  it('are only the usual one where there is no print system', async () => {
    const none: RunCommand = () => Promise.reject(new Error('ENOENT'));
    expect(await openPrinters('folder', '/printed', none).list()).toEqual([{ printer: 'folder', trays: [] }]);
  });

  it('are reached by the names that settings and calibrations use', () => {
    const printers = openPrinters('folder', '/printed', cups);
    expect(printers.usual.name).toBe('folder');
    expect(printers.at({ printer: 'OKI-1', tray: 'Tray2' }).name).toBe('OKI-1');
    expect(printers.at({ printer: 'default', tray: '' }).name).toBe('default');
  });
});
