import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, packageFolder, packageVersion, say } from '../project.ts';
import { run } from '../run.ts';

const reachLimitMs = 8_000;
const unreachableLimitMs = 8_000;
const downloadLimitMs = 600_000;
const askAgainAfterMs = 24 * 3_600_000;

/** The executable of the Electron that the `electron` package has downloaded, or null. */
export function findDownloaded(electronFolder = packageFolder('electron')): string | null {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/**
 * Lets the `electron` package download its Electron; null when its host can not be reached, which takes at most 16 seconds to
 * find out and is then remembered for a day if `remembers`.
 */
export async function download(remembers: boolean): Promise<string | null> {
  const version = packageVersion('electron');
  const note = join(cacheFolder(), `electron-${version}-not-reached`);
  if (remembers && existsSync(note) && Date.now() - statSync(note).mtimeMs < askAgainAfterMs) return null;
  const isReached = await isReachable(version);
  if (isReached) say(`downloading Electron ${version}`);
  // Without the host this still finds what an earlier download left in the cache of the electron package.
  const timeoutMs = isReached ? downloadLimitMs : unreachableLimitMs;
  await run(process.execPath, [join(packageFolder('electron'), 'install.js')], { timeoutMs });
  const executable = findDownloaded();
  if (executable) {
    rmSync(note, { force: true });
    return executable;
  }
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, '');
  return null;
}

async function isReachable(version: string): Promise<boolean> {
  const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const address = `${mirror}v${version}/SHASUMS256.txt`;
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(reachLimitMs) })).ok;
  } catch {
    return false;
  }
}
