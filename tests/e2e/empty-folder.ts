import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = join(tmpdir(), 'luohu-e2e-');

/** A new folder for one test; it goes when the program that works on it is closed. */
export function emptyFolder(): string {
  return mkdtempSync(prefix);
}

/** Removes a folder that `emptyFolder` made and leaves every other alone. */
export function forgetFolder(folder: string): void {
  if (folder.startsWith(prefix)) rmSync(folder, { recursive: true, force: true });
}

/** An address where no registry is: port 9 (discard) is closed. */
export const nowhere = 'http://127.0.0.1:9';
