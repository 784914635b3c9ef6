import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PrinterFailed } from '../../../../electron/main/printers/printer.ts';
import { type SilentSheet, windowsPrinter } from '../../../../electron/main/printers/windows-printer.ts';

const a4 = new TextEncoder().encode('%PDF-1.7\n<< /Type /Page /MediaBox [0 0 595.28 841.89] >>');

describe('printing on Windows', () => {
  it('hands the whole sheet over at its own size and leaves no file behind', async () => {
    const sheets: (SilentSheet & { isThere: boolean })[] = [];
    const printer = windowsPrinter('OKI 5150', async (sheet) => {
      sheets.push({ ...sheet, isThere: existsSync(sheet.file) });
    });
    await printer.print(a4, 'a.pdf');
    expect(sheets).toMatchObject([{ queue: 'OKI 5150', isThere: true, size: { widthMm: 210, heightMm: 297 } }]);
    expect(existsSync(sheets[0]?.file ?? '')).toBe(false);
  });

  it('fails when Windows does not take the sheet, or never answers', async () => {
    const refusing = windowsPrinter(null, () => Promise.reject(new Error('Invalid deviceName provided')));
    await expect(refusing.print(a4, 'a.pdf')).rejects.toBeInstanceOf(PrinterFailed);
    const silent = windowsPrinter(null, () => new Promise(() => undefined), 20);
    await expect(silent.print(a4, 'a.pdf')).rejects.toBeInstanceOf(PrinterFailed);
  });
});
