import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every sheet the practice printer has put out so far, by file name in the order of printing names. */
export function listPrinted(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.pdf'))
        .sort()
    : [];
}

/** The words of a printed PDF without any space, so that letter-spaced titles read as words. */
export function readPrinted(folder: string, name: string): string {
  return execFileSync('pdftotext', ['-layout', join(folder, name), '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');
}
