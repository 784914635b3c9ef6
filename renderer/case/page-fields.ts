import type { PageField, ProcedurePage } from '../../shared/contract/procedure.ts';
import { codeTableNames } from '../../shared/domain/codes.ts';
import type { FieldKind } from './fields.ts';

/** Kinds of the register's changes (shared/register/change.ts) as kinds of fields. */
const plainKinds = {
  text: 'text',
  'long-text': 'long-text',
  date: 'day',
  'yes-no': 'yes-no',
  number: 'digits',
  'citizen-number': 'citizen-number',
  division: 'division',
  address: 'address',
  household: 'household',
  person: 'person',
  member: 'member',
  members: 'members',
  relations: 'relations',
  photo: 'photo',
} as const satisfies Readonly<Record<string, FieldKind['kind']>>;

/** How a field of a procedure's page is entered. A kind this program does not know is entered as text; the station reads it. */
export function kindOfPageField({ kind, options }: Pick<PageField, 'kind' | 'options'>): FieldKind {
  if (kind === 'choice') return { kind: 'options', options };
  const table = codeTableNames.find((it) => kind === `code:${it}`);
  if (table !== undefined) return { kind: 'code', table };
  const plain = Object.entries(plainKinds).find(([known]) => known === kind)?.[1];
  return { kind: plain ?? 'text' };
}

const wideKinds: readonly FieldKind['kind'][] = [
  'long-text',
  'address',
  'household',
  'person',
  'members',
  'relations',
  'division',
  'photo',
];

/** Whether a field takes the whole width of its card. */
export function isWideField(kind: FieldKind['kind']): boolean {
  return wideKinds.includes(kind);
}

/** Kinds whose several controls name themselves as a group; their words are no label of the first. */
const groupKinds: readonly FieldKind['kind'][] = ['yes-no', 'members', 'relations', 'photo'];

/** Whether a field is a group of controls. */
export function isGroupField(kind: FieldKind['kind']): boolean {
  return groupKinds.includes(kind);
}

/** Where a field of the page stands in the draft. */
export function pagePath(key: string): string {
  return `fields.${key}`;
}

/** The field of a page at a draft path, or null. */
export function findPageField(page: ProcedurePage | null, path: string): PageField | null {
  return page?.fields.find((it) => pagePath(it.key) === path) ?? null;
}
