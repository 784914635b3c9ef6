import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackKeys } from './signed-pack.ts';

/**
 * The keys this computer trusts: `pack-keys.json` of its data folder, put there by the technician who set it up, never through a window.
 * Null when the file is not there or is no list of keys; then no signed pack is used.
 */
export function findPackKeys(dataDir: string): PackKeys | null {
  try {
    return PackKeys.parse(JSON.parse(readFileSync(join(dataDir, 'pack-keys.json'), 'utf8')));
  } catch {
    return null;
  }
}
