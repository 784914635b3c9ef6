import type { ConflictDecision, ConflictField, ConflictRecord } from '../../../shared/contract/conflict.ts';
import type { Side } from '../../../shared/register/three-sides.ts';

/** What is chosen so far, by the record's id; where nothing is, the default side stands. */
export type Picks = Readonly<Record<string, RecordChoice>>;

interface RecordChoice {
  readonly isLeftOut: boolean;
  readonly fields: Readonly<Record<string, Side>>;
}

const nothing: RecordChoice = { isLeftOut: false, fields: {} };

const pickOf = (picks: Picks, { id }: ConflictRecord): RecordChoice => picks[id] ?? nothing;

/** The fields on which the sides differ, in their order. */
export function listDifferent({ fields }: ConflictRecord): ConflictField[] {
  return fields.filter(({ isDifferent }) => isDifferent);
}

/** Whether the record can be left out as a whole: the registry holds none. */
export function isSentWhole({ isHeld }: ConflictRecord): boolean {
  return !isHeld;
}

/** The side a field takes now. */
export function sideOf(picks: Picks, record: ConflictRecord, { field, side }: ConflictField): Side {
  return pickOf(picks, record).fields[field] ?? side;
}

/** Whether a record that the registry does not hold is left out now. */
export function isLeftOut(picks: Picks, record: ConflictRecord): boolean {
  return pickOf(picks, record).isLeftOut;
}

export function pickField(picks: Picks, record: ConflictRecord, field: string, side: Side): Picks {
  const pick = pickOf(picks, record);
  return { ...picks, [record.id]: { ...pick, fields: { ...pick.fields, [field]: side } } };
}

/** Whether the field was changed by the refused event itself. */
export function isChangedHere({ base, ours, isClash }: ConflictField): boolean {
  return isClash || base !== ours;
}

/** Ours: everything that was changed here; what only the other side changed stays theirs. Theirs: nothing of ours. */
export function pickRecord(picks: Picks, record: ConflictRecord, side: Side): Picks {
  const isOurs = side === 'ours';
  const sides = listDifferent(record).map((it) => [it.field, isOurs && isChangedHere(it) ? 'ours' : 'theirs']);
  return {
    ...picks,
    [record.id]: { isLeftOut: isSentWhole(record) && !isOurs, fields: Object.fromEntries(sides) },
  };
}

export function pickAll(records: readonly ConflictRecord[], side: Side): Picks {
  return records.reduce<Picks>((picks, record) => pickRecord(picks, record, side), {});
}

/** The choices as the desk's calls take them. */
export function decisionOf(picks: Picks, given: Pick<ConflictDecision, 'isWithdrawn' | 'remedies'>): ConflictDecision {
  return {
    ...given,
    picks: given.isWithdrawn
      ? []
      : Object.entries(picks).map(([id, pick]) => ({ id, isLeftOut: pick.isLeftOut, fields: { ...pick.fields } })),
  };
}
