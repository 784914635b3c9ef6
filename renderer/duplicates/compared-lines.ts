import type { DraftPerson } from '../../shared/contract/draft.ts';
import type { DuplicateSide } from '../../shared/contract/duplicate.ts';

/** What two people are compared by, in the order of the paper; relatives and place only where the register holds both. */
export const comparedKeys = [
  'name',
  'citizenId',
  'sex',
  'bornOn',
  'status',
  'address',
  'formerName',
  'namePinyin',
  'ethnicity',
  'maritalStatus',
  'education',
  'birthplace',
  'nativePlace',
  'hukouAddress',
  'otherAddress',
  'workplace',
  'occupation',
  'phone',
  'father',
  'mother',
  'spouse',
] as const;
export type ComparedKey = (typeof comparedKeys)[number];

/** What is known of one of the two; a key that is missing is not known there at all. */
export type Side = { readonly [K in ComparedKey]?: string };

/** A person of the register as one side. */
export function sideOfRegister({ row, particulars }: DuplicateSide): Side {
  const { name, citizenId, sex, bornOn, status, address } = row;
  const known = Object.entries(particulars).map(([key, value]) => [key, value ?? '']);
  return { name, citizenId, sex, bornOn, status, address, ...Object.fromEntries(known) };
}

/** A person entered in a case as one side. */
export function sideOfDraft(person: DraftPerson): Side {
  const known = comparedKeys.filter((key) => key in person).map((key) => [key, person[key as keyof DraftPerson]]);
  return Object.fromEntries(known);
}

/** A line of the comparison. `isDifferent` only where both sides say something. */
export interface ComparedLine {
  readonly key: ComparedKey;
  readonly left: string;
  readonly right: string;
  readonly isDifferent: boolean;
}

/** The lines of which either side says something. */
export function compareSides(left: Side, right: Side): readonly ComparedLine[] {
  return comparedKeys
    .map((key) => ({ key, left: left[key] ?? '', right: right[key] ?? '' }))
    .filter((line) => line.left !== '' || line.right !== '')
    .map((line) => ({ ...line, isDifferent: line.left !== '' && line.right !== '' && line.left !== line.right }));
}
