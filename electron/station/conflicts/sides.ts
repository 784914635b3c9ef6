import type { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Person } from '../../../shared/domain/records.ts';
import { type RecordKind, type RecordOf, recordSchemas } from '../../../shared/domain/register-records.ts';
import { listDifferences, type ThreeSides } from '../../../shared/register/three-sides.ts';
import type { Database } from '../store/database.ts';
import { withdrawRecords } from '../store/records.ts';
import { keepRefused, listFound } from '../store/refused-history.ts';
import { registerView } from '../store/register-view.ts';

/** Takes the records of events out of the register, the newest event first; what the registry holds stands then. What each had found is kept. */
export function lift(database: Database, events: readonly RegisterEvent[]): void {
  for (const event of events) keepRefused(database, event.eventId);
  for (const event of events.toReversed()) withdrawRecords(database, event);
}

/** The records of a lifted event, as it found them, as it made them, and as the register holds them now. */
export function sidesOf(database: Database, event: RegisterEvent): ThreeSides[] {
  const view = registerView(database);
  const found = listFound(database, event.eventId);
  return event.effects.map(({ kind, id, after }) => {
    const before = found.find((line) => line.kind === kind && line.recordId === id)?.before ?? null;
    const base: RecordOf<RecordKind> | null = before && recordSchemas[kind].parse(before);
    return { kind, id, base, ours: after, theirs: view.find(kind, id)?.data ?? null };
  });
}

/** Who somebody is (GB 11643), which no window changes for another. */
const identity: ReadonlySet<string> = new Set(['citizenId', 'name', 'sex', 'bornOn', 'endReason', 'endedOn']);

/** Whether a death or an identity is at stake: one side says that somebody is dead, or each says something else of who they are. */
export function isChiefsMatter(sides: readonly ThreeSides[]): boolean {
  return sides.some((each) => {
    if (each.kind !== 'person' || each.theirs === null) return false;
    const [ours, theirs] = [each.ours as Person, each.theirs as Person];
    const isDeath = (ours.status === 'dead') !== (theirs.status === 'dead');
    return isDeath || listDifferences(each).some(({ field, isClash }) => isClash && identity.has(field));
  });
}

/** Whether both sides changed a field, each to something else: then nobody but an officer can say which stands. */
export function hasClash(sides: readonly ThreeSides[]): boolean {
  return sides.some((each) => listDifferences(each).some(({ isClash }) => isClash));
}

/** Whether the event changes or names a record that nobody holds any more: one that an event before it was to make. */
export function restsOnNothing(database: Database, sides: readonly ThreeSides[]): boolean {
  const view = registerView(database);
  const made = new Set(sides.map(({ id }) => id));
  const isGone = (kind: 'person' | 'household', id: string) => !made.has(id) && view.find(kind, id) === null;
  return sides.some(
    ({ base, ours, theirs }) =>
      (base !== null && theirs === null) ||
      ('householdId' in ours && isGone('household', ours.householdId)) ||
      ('personId' in ours && isGone('person', ours.personId)),
  );
}

/** Whether anything of the event is still to be sent when nobody chooses. */
export function hasOwnChange(sides: readonly ThreeSides[]): boolean {
  return sides.some((each) => each.theirs === null || listDifferences(each).some(({ side }) => side === 'ours'));
}
