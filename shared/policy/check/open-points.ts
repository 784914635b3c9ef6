import type { RuleStatus } from '../pack.ts';
import type { PackDraft, Sheet } from '../pack-draft.ts';

/** A part of a pack that the law does not say: taken from another place, or ordinary practice. */
export interface OpenPoint {
  readonly file: string;
  readonly line: number;
  /** `limit`, or the id of the rule. */
  readonly part: string;
  readonly status: RuleStatus;
  readonly source: { readonly doc: string; readonly article: string };
}

/** Every part marked as a planning default or unsourced, in the order of the files. */
export function openPoints(draft: PackDraft): OpenPoint[] {
  const sheets: (Sheet<unknown> | null)[] = [
    draft.pack,
    draft.common,
    draft.entitlements,
    draft.certificates,
    ...draft.procedures,
  ];
  return sheets.flatMap((sheet) => (sheet === null ? [] : pointsIn(sheet.data, [], sheet)));
}

function pointsIn(value: unknown, path: readonly PropertyKey[], sheet: Sheet<unknown>): OpenPoint[] {
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Readonly<Record<string, unknown>>;
  const own = isOpen(part.status) ? [pointAt(part, part.status, path, sheet)] : [];
  const inner = Object.entries(part).flatMap(([key, each]) =>
    pointsIn(each, [...path, Array.isArray(value) ? Number(key) : key], sheet),
  );
  return [...own, ...inner];
}

function isOpen(status: unknown): status is RuleStatus {
  return status === 'planning-default' || status === 'unsourced';
}

function pointAt(
  part: Readonly<Record<string, unknown>>,
  status: RuleStatus,
  path: readonly PropertyKey[],
  sheet: Sheet<unknown>,
): OpenPoint {
  const words = path.filter((step) => typeof step === 'string');
  return {
    file: sheet.file.name,
    line: sheet.file.lineOf(path),
    part: typeof part.id === 'string' ? part.id : words.join('.'),
    status,
    source: part.source as OpenPoint['source'],
  };
}
