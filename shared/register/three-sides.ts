import { canonicalJson } from '../domain/canonical-json.ts';
import type { RecordKind, RecordOf } from '../domain/register-records.ts';

/** Whose version of something stands: that of the refused event, or what the registry holds. */
export type Side = 'ours' | 'theirs';

/** A record about which a refused event and the registry disagree. */
export interface ThreeSides {
  readonly kind: RecordKind;
  readonly id: string;
  /** As the event found it; null: it made the record. */
  readonly base: RecordOf<RecordKind> | null;
  readonly ours: RecordOf<RecordKind>;
  /** As the registry holds it; null: it holds none. */
  readonly theirs: RecordOf<RecordKind> | null;
}

/** A field in which the two sides differ. */
export interface FieldSides {
  readonly field: string;
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
  /** Both sides changed it, each to something else. */
  readonly isClash: boolean;
  /**
   * The side it takes when nobody says: what only one side changed is that side's; where both changed it, or something that goes with it,
   * what was confirmed earlier stands.
   */
  readonly side: Side;
}

/** Fields that say one thing together: half of each side would say neither. */
const together: Readonly<Partial<Record<RecordKind, readonly (readonly string[])[]>>> = {
  person: [
    ['status', 'endedOn', 'endReason', 'hukouDivision', 'hukouClass', 'hukouAddress'],
    ['name', 'namePinyin', 'formerName'],
    ['citizenId', 'formerCitizenIds', 'sex', 'bornOn'],
    ['maritalStatus', 'spouseId'],
  ],
  household: [['status', 'closedOn']],
  membership: [['householdId', 'personId', 'relation', 'sinceOn']],
  residence: [['endedOn', 'endReason']],
  permit: [['status', 'endedOn', 'endReason']],
  'migration-paper': [['status', 'endReason']],
  certificate: [['status', 'endReason']],
  blank: [['status', 'documentId', 'changedOn']],
};

/** What is kept of one record. */
export interface RecordPick {
  readonly id: string;
  /** Nothing of the event's version is sent. */
  readonly isLeftOut: boolean;
  /** By field, where it is not the side it takes when nobody says. */
  readonly fields: Readonly<Record<string, Side>>;
}

type Fields = Readonly<Record<string, unknown>>;

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** The fields in which the event's version differs from the registry's, in the order of the record; none where the registry holds no such record. */
export function listDifferences({ kind, base, ours, theirs }: ThreeSides): FieldSides[] {
  if (theirs === null) return [];
  const [before, mine, other]: Fields[] = [{ ...base }, { ...ours }, { ...theirs }];
  const different = Object.keys({ ...other, ...mine })
    .map((field) => ({ field, base: before?.[field], ours: mine?.[field], theirs: other?.[field] }))
    .filter((it) => !isSame(it.ours, it.theirs))
    .map((it) => ({ ...it, isClash: !isSame(it.base, it.ours) && !isSame(it.base, it.theirs) }));
  const clashing = different.filter(({ isClash }) => isClash).map(({ field }) => field);
  const goWith = (together[kind] ?? []).filter((group) => group.some((field) => clashing.includes(field))).flat();
  const sideFor = (it: (typeof different)[number]): Side => {
    const isTheirs = it.isClash || isSame(it.base, it.ours) || goWith.includes(it.field);
    return isTheirs ? 'theirs' : 'ours';
  };
  return different.map((it) => ({ ...it, side: sideFor(it) }));
}

/** The record that comes of a pick; null: nothing of the event's version is sent, and the registry's stands. */
export function mergeSides(sides: ThreeSides, pick: RecordPick | undefined): RecordOf<RecordKind> | null {
  if (pick?.isLeftOut) return null;
  if (sides.theirs === null) return sides.ours;
  const mine: Fields = { ...sides.ours };
  const taken = listDifferences(sides)
    .filter((it) => (pick?.fields[it.field] ?? it.side) === 'ours')
    .map(({ field }) => [field, mine[field]]);
  return { ...sides.theirs, ...Object.fromEntries(taken) };
}

/** Whether the pick gives up something that the event changed and the registry holds otherwise. */
export function givesUp(sides: ThreeSides, pick: RecordPick | undefined): boolean {
  if (sides.theirs === null) return pick?.isLeftOut === true;
  return listDifferences(sides)
    .filter(({ base, ours }) => !isSame(base, ours))
    .some((it) => pick?.isLeftOut === true || (pick?.fields[it.field] ?? it.side) === 'theirs');
}
