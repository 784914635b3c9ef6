import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadPack } from '../../shared/policy/load-pack.ts';
import type { Pack } from '../../shared/policy/policy-pack.ts';
import type { PackProblem } from '../../shared/policy/yaml-file.ts';
import { readPackTexts } from '../station/policy/read-pack-folder.ts';

/** Problems as one line each: `file:line: what`. */
export function problemLines(problems: readonly PackProblem[]): string[] {
  return problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`);
}

/** What a call names: its places in order, and its options. */
export interface Call<Name extends string> {
  readonly places: readonly string[];
  readonly options: Readonly<Partial<Record<Name, string>>>;
}

/** Reads `PLACE … --option VALUE`; null when an option is not among the names or the number of places is another. */
export function readCall<Name extends string>(
  args: readonly string[],
  places: number,
  names: readonly Name[],
): Call<Name> | null {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const read = parseArgs({ args: [...args], options, allowPositionals: true });
    if (read.positionals.length !== places) return null;
    return { places: read.positionals, options: read.values as Call<Name>['options'] };
  } catch {
    return null;
  }
}

/** A pack with the texts it is made of, or lines that say why there is none. */
export type ReadPack =
  | { readonly ok: true; readonly pack: Pack; readonly texts: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads and loads the pack of a folder. */
export function readPackOf(folder: string): ReadPack {
  const texts = findPackTexts(folder);
  if (texts === null) return { ok: false, problems: [`${folder}: the folder can not be read`] };
  const loaded = loadPack(texts);
  return loaded.ok ? { ok: true, pack: loaded.pack, texts } : { ok: false, problems: problemLines(loaded.problems) };
}

/** The texts of a pack folder; null when it can't be read. */
export function findPackTexts(folder: string): Record<string, string> | null {
  try {
    return readPackTexts(folder);
  } catch {
    return null;
  }
}

/** The text of a file; null when it can't be read. */
export function findText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** A file as JSON; undefined when it can't be read or is no JSON. */
export function findJson(file: string): unknown {
  const text = findText(file);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
