import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PrinterFailed } from '../../../../electron/main/printers/printer.ts';
import {
  type SilentSheet,
  silentOptions,
  type WindowsPrinting,
  windowsPrinter,
} from '../../../../electron/main/printers/windows-printer.ts';

const a4 = new TextEncoder().encode('%PDF-1.7\n<< /Type /Page /MediaBox [0 0 595.28 841.89] >>');
const usual = { queue: null, sides: 'one' } as const;
const printingBy = (print: WindowsPrinting['print']): WindowsPrinting => ({ print, listQueues: async () => [] });

describe('printing on Windows', () => {
  it('hands the whole sheet over at its own size and leaves no file behind', async () => {
    const sheets: (SilentSheet & { isThere: boolean })[] = [];
    const printing = printingBy(async (sheet) => {
      sheets.push({ ...sheet, isThere: existsSync(sheet.file) });
    });
    await windowsPrinter({ queue: 'OKI 5150', sides: 'long-edge' }, printing).print(a4, 'a.pdf');
    const size = { widthMm: 210, heightMm: 297 };
    expect(sheets).toMatchObject([{ queue: 'OKI 5150', sides: 'long-edge', isThere: true, size }]);
    expect(existsSync(sheets[0]?.file ?? '')).toBe(false);
  });

  it('fails when Windows does not take the sheet, or never answers', async () => {
    const refusing = windowsPrinter(
      usual,
      printingBy(() => Promise.reject(new Error('Invalid deviceName provided'))),
    );
    await expect(refusing.print(a4, 'a.pdf')).rejects.toBeInstanceOf(PrinterFailed);
    const silent = windowsPrinter(
      usual,
      printingBy(() => new Promise(() => undefined)),
      20,
    );
    await expect(silent.print(a4, 'a.pdf')).rejects.toBeInstanceOf(PrinterFailed);
  });

  it('asks nothing and scales nothing; a page of the booklet goes at its own size to the queue that is named', () => {
    const size = { widthMm: 143, heightMm: 105 };
    expect(silentOptions({ queue: '打印机 OKI 5150 (副本 1)', sides: 'short-edge', size })).toEqual({
      silent: true,
      printBackground: true,
      scaleFactor: 100,
      margins: { marginType: 'none' },
      duplexMode: 'shortEdge',
      deviceName: '打印机 OKI 5150 (副本 1)',
      pageSize: { width: 143_000, height: 105_000 },
    });
  });

  it('leaves the printer to Windows where none is named, and the size where the sheet names none', () => {
    expect(silentOptions({ ...usual, size: null })).toEqual({
      silent: true,
      printBackground: true,
      scaleFactor: 100,
      margins: { marginType: 'none' },
      duplexMode: 'simplex',
    });
  });
});
