import { join } from 'node:path';
import { checkoutFolders, type ProgramFolders, packagedFolders } from '../station/folders.ts';

/** Where the parts of the program lie. */
export interface ProgramPlaces {
  readonly station: string;
  readonly registry: string;
  readonly preload: string;
  readonly pages: string;
  readonly folders: ProgramFolders;
  readonly registryMigrations: string;
}

/** `mainDir` is the folder of the built main script; a checkout has its data files two folders up, a package beside itself. */
export function programPlaces(mainDir: string, packagedResources: string | null): ProgramPlaces {
  const root = join(mainDir, '..', '..');
  return {
    station: join(mainDir, 'station.js'),
    registry: join(mainDir, 'registry.js'),
    preload: join(mainDir, '..', 'preload', 'index.cjs'),
    pages: join(mainDir, '..', 'renderer'),
    folders: packagedResources === null ? checkoutFolders(root) : packagedFolders(packagedResources),
    registryMigrations:
      packagedResources === null
        ? join(root, 'registry', 'migrations')
        : join(packagedResources, 'registry-migrations'),
  };
}

/**
 * The data folder: the one named, or the user's. Practice mode has its own inside, so that made-up and real records never meet.
 */
export function dataFolder(userData: string, named: string | null, isPractice: boolean): string {
  if (named !== null) return isPractice ? join(named, 'practice') : named;
  return isPractice ? join(userData, 'practice') : userData;
}
