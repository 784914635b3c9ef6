import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for one test. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'luohu-e2e-'));
}

/** An address where no registry is: port 9 (discard) is closed. */
export const nowhere = 'http://127.0.0.1:9';
