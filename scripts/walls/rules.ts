import { builtinModules } from 'node:module';

/** One import of one file: `to` is a path in the project, or a package's or Node module's name. */
export interface ImportEdge {
  readonly from: string;
  readonly to: string;
  readonly isOurs: boolean;
  /** Types are erased: they pull nothing in and close no cycle. */
  readonly isTypeOnly: boolean;
}

interface Wall {
  readonly name: string;
  readonly isBreached: (edge: ImportEdge) => boolean;
}

const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
const isNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

/** A folder of ours may import only the folders named, of ours. */
function ownImports(folder: string, ...allowed: string[]): Wall {
  return {
    name: `${folder}/ imports nothing of ours but ${allowed.map((one) => `${one}/`).join(', ')}`,
    isBreached: ({ from, to, isOurs }) => isIn(from, folder) && isOurs && !isIn(to, ...allowed),
  };
}

/** Which way imports may go (architecture of the program: layout and direction of imports). */
export const walls: readonly Wall[] = [
  // The code tables are data: GB/T lists in JSON.
  ownImports('shared', 'shared', 'resources/codes'),
  ownImports('renderer', 'renderer', 'shared'),
  ownImports('electron', 'electron', 'shared'),
  ownImports('registry', 'registry', 'shared'),
  {
    name: 'shared/ and renderer/ run in a page: no Node, no Electron, no native code',
    isBreached: ({ from, to, isOurs }) =>
      isIn(from, 'shared', 'renderer') &&
      !isOurs &&
      (isNode(to) || ['electron', 'better-sqlite3', '@node-rs/argon2'].includes(to)),
  },
  {
    name: 'the store never imports a use-case: electron/station/store/ imports only itself and shared/',
    isBreached: ({ from, to, isOurs }) =>
      isIn(from, 'electron/station/store') && isOurs && !isIn(to, 'electron/station/store', 'shared'),
  },
  {
    name: 'only the station service touches SQLite',
    isBreached: ({ from, to, isTypeOnly }) =>
      !isTypeOnly &&
      (to === 'better-sqlite3' || isIn(to, 'electron/station/store')) &&
      isIn(from, 'electron/main', 'electron/preload'),
  },
  {
    name: 'the service and the command line run in plain Node: no Electron',
    isBreached: ({ from, to, isTypeOnly }) =>
      !isTypeOnly && to === 'electron' && isIn(from, 'electron/station', 'electron/cli', 'registry'),
  },
];
