import { canonicalJson } from '../domain/canonical-json.ts';
import { readFiles } from './pack-draft.ts';
import type { PackProblem } from './yaml-file.ts';

/** One thing that two packs say differently. */
export interface PackDifference {
  readonly file: string;
  /** Where in the file: `rules[settle.talent.kind].requires`; empty for the file as a whole. */
  readonly part: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

type Files = Readonly<Record<string, string>>;

/**
 * What another pack says otherwise, part by part: order of keys, comments and spacing do not count, parts with an id are found by it
 * wherever they stand. Files that are no YAML are problems.
 */
export function diffPacks(before: Files, after: Files): { differences: PackDifference[]; problems: PackProblem[] } {
  const [old, next] = [readFiles(before), readFiles(after)];
  const problems = [...old.problems, ...next.problems];
  if (problems.length > 0) return { differences: [], problems };
  const dataOf = (files: typeof old.files): Map<string, unknown> =>
    new Map(files.map((each) => [each.name, each.data]));
  const [left, right] = [dataOf(old.files), dataOf(next.files)];
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  return {
    differences: names.flatMap((file) =>
      compare(left.get(file), right.get(file), []).map((found) => ({ file, ...found })),
    ),
    problems,
  };
}

type Finding = Omit<PackDifference, 'file'>;

function compare(before: unknown, after: unknown, path: readonly string[]): Finding[] {
  const part = path.join('.').replaceAll('.[', '[');
  if (before === undefined) return after === undefined ? [] : [{ part, change: 'added', after }];
  if (after === undefined) return [{ part, change: 'removed', before }];
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const [left, right] = [membersOf(before), membersOf(after)];
  if (left === null || right === null) return [{ part, change: 'changed', before, after }];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.flatMap((key) => compare(left.get(key), right.get(key), [...path, key]));
}

/** Groups by key, lists by the id of their parts; null for values and lists without ids, which are compared as a whole. */
function membersOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const keys = value.map(nameOf);
  const isNamed = keys.every((key) => key !== null) && new Set(keys).size === keys.length;
  return isNamed ? new Map(value.map((each, index) => [`[${keys[index] ?? ''}]`, each])) : null;
}

function nameOf(part: unknown): string | null {
  const named = (part ?? {}) as Readonly<Record<string, unknown>>;
  const name = named.id ?? named.use ?? named.why ?? named.value ?? named.year;
  return name === undefined ? null : String(name);
}
