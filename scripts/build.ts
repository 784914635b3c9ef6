import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './machine/one-at-a-time.ts';
import { packageFolder, projectRoot } from './project.ts';
import { run } from './run.ts';

const sources = ['electron', 'registry', 'renderer', 'shared', 'electron.vite.config.ts', 'package-lock.json'];
const stampFile = join(projectRoot, 'out', '.built-from');

/** Builds the program into `out/` when a source has changed since. Returns the exit code of the build and what it said. */
export function buildIfChanged(): Promise<{ code: number; output: string }> {
  return oneAtATime(join(projectRoot, 'node_modules', '.luohu-build.lock'), async () => {
    const stamp = stampOfSources();
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return { code: 0, output: '' };
    const cli = join(packageFolder('electron-vite'), 'bin', 'electron-vite.js');
    const built = await run(process.execPath, [cli, 'build'], { cwd: projectRoot });
    if (built.code === 0) writeFileSync(stampFile, stamp);
    return built;
  });
}

/** Changes when a source file is added, removed, renamed or written. */
function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(listFiles).sort()) {
    const { mtimeMs, size } = statSync(join(projectRoot, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function listFiles(source: string): string[] {
  const path = join(projectRoot, source);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [source];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1));
}
