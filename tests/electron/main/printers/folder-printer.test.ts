import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderPrinter } from '../../../../electron/main/printers/folder-printer.ts';
import { PrinterFailed } from '../../../../electron/main/printers/printer.ts';

const pdf = new TextEncoder().encode('%PDF-1.7');

describe('printing into a folder', () => {
  it('keeps every sheet, also two of one name', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'luohu-')), 'printed');
    const printer = folderPrinter(folder);
    await printer.print(pdf, '受理回执单-1.pdf');
    await printer.print(pdf, '受理回执单-1.pdf');
    expect(readdirSync(folder).sort()).toEqual(['受理回执单-1 (2).pdf', '受理回执单-1.pdf']);
    expect(readFileSync(join(folder, '受理回执单-1.pdf'), 'latin1')).toBe('%PDF-1.7');
  });

  it('writes nowhere else, whatever the name says', async () => {
    const above = mkdtempSync(join(tmpdir(), 'luohu-'));
    await folderPrinter(join(above, 'printed')).print(pdf, '../../escape.pdf');
    expect(readdirSync(above)).toEqual(['printed']);
    expect(readdirSync(join(above, 'printed'))).toEqual(['escape.pdf']);
  });

  it('fails as a printer does when the folder can not be written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'luohu-')), 'a-file');
    writeFileSync(file, '');
    await expect(folderPrinter(file).print(pdf, 'a.pdf')).rejects.toBeInstanceOf(PrinterFailed);
  });
});
