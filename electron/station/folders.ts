import { join } from 'node:path';

/** Where the program's data files lie; they differ between a checkout and a packaged program. */
export interface ProgramFolders {
  readonly policyPack: string;
  readonly forms: string;
  /** The TTF files, flat or as in their packages; print/font-shelf.ts has the names. */
  readonly fonts: string;
  readonly migrations: string;
}

/** Folders inside a checkout. */
export function checkoutFolders(root: string): ProgramFolders {
  return {
    policyPack: join(root, 'resources', 'policy', 'liaoyuan'),
    forms: join(root, 'resources', 'forms'),
    fonts: join(root, 'node_modules', '@expo-google-fonts'),
    migrations: join(root, 'electron', 'station', 'store', 'migrations'),
  };
}

/** Folders beside a packaged program (`process.resourcesPath`). */
export function packagedFolders(resources: string): ProgramFolders {
  return {
    policyPack: join(resources, 'policy', 'liaoyuan'),
    forms: join(resources, 'forms'),
    fonts: join(resources, 'fonts'),
    migrations: join(resources, 'migrations'),
  };
}
