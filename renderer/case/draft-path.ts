import type { Draft } from '../../shared/contract/draft.ts';

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The value at a draft path such as `people.0.citizenId`; undefined when there is none. */
export function valueAt(draft: Draft, path: string): unknown {
  let value: unknown = draft;
  for (const part of path.split('.')) value = isBranch(value) ? value[part] : undefined;
  return value;
}

/** The text at a draft path; empty when there is none. */
export function textAt(draft: Draft, path: string): string {
  const value = valueAt(draft, path);
  return typeof value === 'string' ? value : '';
}

function changed(branch: unknown, parts: readonly string[], value: unknown): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (Array.isArray(branch)) return branch.map((it, index) => (String(index) === part ? changed(it, rest, value) : it));
  const record = isBranch(branch) ? branch : {};
  return { ...record, [part]: changed(record[part], rest, value) };
}

/** The draft with another value at the path; everything beside the path keeps its identity. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  return changed(draft, path.split('.'), value) as Draft;
}

/** The element that holds the field of a path, for labels and for the links of the error summary. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll('.', '-')}`;
}
