import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type LoadOptions, loadPack } from '../../../shared/policy/load-pack.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';

/**
 * The texts of every YAML file of a pack folder, by path inside it with `/`; what `loadPack` takes. Other files are left alone.
 * @throws the error of the file system when the folder can't be read.
 */
export function readPackTexts(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/**
 * Loads the pack of a folder for a program that can't work without one. With `{ examples: 'skip' }` in half the time, for a pack
 * that was checked when it was installed.
 * @throws Error naming every place for which the pack is refused, or the error of the file system.
 */
export function readPackFolder(folder: string, options: LoadOptions = {}): Pack {
  const loaded = loadPack(readPackTexts(folder), options);
  if (loaded.ok) return loaded.pack;
  const places = loaded.problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`);
  throw new Error(`the policy pack is refused\n${places.join('\n')}`);
}
