import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * `npm run lock`: run it after every `npm install`. A registry mirror often holds the binaries of one platform only; npm
 * then leaves the others out of package-lock.json and every later `npm ci` stops with "Missing: … from lock file".
 * This writes an entry for each platform package that a locked package names, so that `npm ci` skips it where it does
 * not belong and fetches it by its exact version where it does. It also writes down which packages ask npm not to be
 * compiled (`gypfile: false`): npm forgets that in the lockfile, and would need a compiler and Node's headers.
 */
interface LockEntry {
  version?: string;
  cpu?: string[];
  dev?: boolean;
  gypfile?: boolean;
  libc?: string[];
  optional?: boolean;
  os?: string[];
  optionalDependencies?: Record<string, string>;
}

export interface Lockfile {
  packages: Record<string, LockEntry>;
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

function isLocked(packages: Lockfile['packages'], from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> | null {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!os || !cpu) return null;
  const isMusl = words.some((word) => word.startsWith('musl'));
  const isGlibc = words.some((word) => word.startsWith('gnu'));
  return { cpu: [cpu], os: [os], ...(isMusl ? { libc: ['musl'] } : isGlibc ? { libc: ['glibc'] } : {}) };
}

/** The platform packages that `lock` names but does not hold, by their path in it; only exact versions can be added. */
export function missingPlatformPackages(lock: Lockfile): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [from, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (!platform || !/^\d+\.\d+\.\d+[\w.-]*$/.test(version) || isLocked(lock.packages, from, name)) continue;
      const dev = entry.dev ? { dev: true } : {};
      missing[`node_modules/${name}`] = { version, ...platform, ...dev, optional: true };
    }
  }
  return missing;
}

function refusesCompiling(folder: string): boolean {
  try {
    return (JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as LockEntry).gypfile === false;
  } catch {
    return false;
  }
}

function completeLockfile(path: string): number {
  const lock = JSON.parse(readFileSync(path, 'utf8')) as Lockfile;
  const missing = missingPlatformPackages(lock);
  for (const [folder, entry] of Object.entries(lock.packages)) {
    if (folder !== '' && refusesCompiling(folder)) entry.gypfile = false;
  }
  const entries = Object.entries({ ...lock.packages, ...missing });
  const packages = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  return Object.keys(missing).length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`package-lock.json: ${completeLockfile('package-lock.json')} platform packages added`);
}
