import { packageVersion, type Say, say } from '../project.ts';
import { placeBinding } from './binding.ts';
import { carriedVersion, findCarried, prepareCarried } from './carried.ts';
import { download, findDownloaded } from './downloaded.ts';

/** An Electron to start the program with. */
export interface FoundElectron {
  readonly executable: string;
  readonly version: string;
  /** The one from the npm registry, for starting and testing only: a packaged program for others never holds it. */
  readonly isCarried: boolean;
}

/**
 * The Electron of package.json, downloaded when it is not there; where its host can not be reached, the carried one, with the
 * binding of better-sqlite3 that it needs. Safe to call from several processes at once. Throws with a sentence to show.
 */
export async function findElectron(tell: Say = say): Promise<FoundElectron> {
  const own = findDownloaded() ?? (await download(findCarried() !== null));
  if (own) return { executable: own, version: packageVersion('electron'), isCarried: false };
  const executable = await prepareCarried();
  await placeBinding();
  tell(
    `Electron ${packageVersion('electron')} can not be downloaded here: using the carried Electron ${carriedVersion}`,
  );
  return { executable, version: carriedVersion, isCarried: true };
}
