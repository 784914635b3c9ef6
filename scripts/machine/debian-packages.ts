import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, say } from '../project.ts';
import { run, runOrThrow } from '../run.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** What the system must have, by what it is needed for; names of Debian packages. */
const packagesFor = {
  screen: ['xvfb', 'xauth'],
  electron: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libxtst6',
    'libatk-bridge2.0-0',
    'fonts-noto-cjk',
  ],
  carriedElectron: ['unzip', 'patch', 'python3', 'make', 'g++'],
  tests: ['poppler-utils', 'postgresql', 'cups', 'fonts-hanazono'],
} as const;

export type Need = keyof typeof packagesFor;

/** Which of these packages are installed; null where there is no dpkg to ask. */
type ListInstalled = (names: readonly string[]) => Promise<ReadonlySet<string> | null>;

/** Newer Debian and Ubuntu renamed libraries for 64-bit time. */
const withTime64Name = (name: string) => [name, `${name}t64`];

const listInstalled: ListInstalled = async (names) => {
  const { code, output } = await run('dpkg-query', ['-W', '-f', `\${db:Status-Abbrev} \${Package}\\n`, ...names]);
  if (code === 127) return null;
  // The second letter says what is: `i` is installed, whatever the first says is wanted.
  const installed = output.split('\n').filter((line) => /^\wi /.test(line));
  return new Set(installed.map((line) => line.slice(3).trim()));
};

/** The packages that `needs` ask for and this system lacks. Empty where there is no dpkg: nothing is known there. */
export async function listMissingPackages(
  needs: readonly Need[],
  list: ListInstalled = listInstalled,
): Promise<string[]> {
  const wanted = needs.flatMap((need) => packagesFor[need]);
  const installed = await list(wanted.flatMap(withTime64Name));
  if (!installed) return [];
  return wanted.filter((name) => !withTime64Name(name).some((one) => installed.has(one)));
}

/** What a person types to get them. */
export function installLine(missing: readonly string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
}

/**
 * Makes sure of the system libraries that `needs` ask for: root on Debian gets them installed; anybody else is told the
 * exact line and this throws. On other systems it does nothing.
 */
export async function ensureDebianPackages(...needs: Need[]): Promise<void> {
  if (process.platform !== 'linux' || (await listMissingPackages(needs)).length === 0) return;
  await oneAtATime(join(cacheFolder(), 'apt-get.lock'), async () => {
    const missing = await listMissingPackages(needs);
    if (missing.length > 0) await install(missing);
  });
}

async function install(missing: readonly string[]): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) {
    throw new Error(`system libraries are missing; as root run: ${installLine(missing)}`);
  }
  say(`installing system libraries: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runOrThrow('apt-get', ['update', '-q'], { env });
  await runOrThrow('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env });
}
