import { z } from 'zod';
import { Day, type Person, RecordId } from '../../domain/records.ts';
import { type ChangeNote, defineChange } from '../change.ts';
import { checkHappened } from '../days.ts';
import { type EndReason, endReasons, endWords, isDeath } from '../end-words.ts';
import { leaveHousehold, leavingFields, leavingInput } from '../leaving.ts';
import { isOverdue } from '../newborns.ts';
import { replaceParent } from '../parents.ts';
import { refuse } from '../refusal.ts';
import { endMarriage, isMarried, marital } from '../spouses.ts';
import { getResident } from '../standing.ts';
import type { Workbench } from '../workbench.ts';

const input = z.strictObject({
  /** The person. */
  subject: RecordId,
  reason: z.enum(endReasons),
  /** The day of the death, of settling abroad, of losing the nationality; null: today. A death needs it. */
  endedOn: Day.nullable().default(null),
  /** The record that stays where somebody is registered twice. */
  keptId: RecordId.nullable().default(null),
  ...leavingInput,
});
type Input = z.infer<typeof input>;

/**
 * Ends a registration: death (N21 §31–34, L58 §8), settling abroad and other nationality (N21 §35–36), a second or false registration (L58 §6).
 * A head is replaced, a household without people closes, a living spouse is widowed.
 */
export const cancelPerson = defineChange({
  effect: 'cancel-person',
  input,
  fields: {
    reason: { kind: 'choice', values: endReasons },
    endedOn: { kind: 'date' },
    keptId: { kind: 'person' },
    ...leavingFields,
  },
  plan(bench, input) {
    const { person, household } = getResident(bench, input.subject);
    const endedOn = dayOf(bench, input, person);
    const kept = input.reason === 'duplicate' ? getKept(bench, input) : null;
    if (isDeath(input.reason)) endMarriage(bench, person, marital.widowed);
    leaveHousehold(bench, household.householdId, [person.personId], input);
    endRegistration(bench, person, input.reason, endedOn);
    if (kept) handOverRelatives(bench, person, kept);
    return { happenedOn: endedOn, details: detailsOf(bench, input.reason, endedOn, kept) };
  },
});

function detailsOf(bench: Workbench, reason: EndReason, endedOn: string, kept: Person | null): ChangeNote['details'] {
  if (kept) return { reason, keptPersonId: kept.personId };
  return isDeath(reason) ? { reason, isOverdue: isOverdue(endedOn, bench.context.today) } : { reason };
}

function dayOf(bench: Workbench, { endedOn, reason }: Input, person: Person): string {
  if (endedOn === null) return isDeath(reason) ? refuse('date-needed', 'endedOn') : bench.context.today;
  checkHappened(bench, endedOn, 'endedOn', person);
  return endedOn;
}

/** The record that stays has to be a registration, here or at another place. */
function getKept(bench: Workbench, { keptId, subject }: Input): Person {
  if (keptId === null) refuse('kept-needed', 'keptId');
  if (keptId === subject) refuse('person-same', 'keptId');
  const kept = bench.get('person', keptId, 'keptId');
  if (kept.status === 'dead') refuse('person-dead', 'keptId', { name: kept.name });
  if (kept.status !== 'registered' && kept.status !== 'elsewhere')
    refuse('person-not-registered', 'keptId', { name: kept.name });
  return kept;
}

/** Read anew from the bench: a head who leaves may have been changed by what went before. */
function endRegistration(bench: Workbench, { personId }: Person, reason: EndReason, endedOn: string): void {
  const { spouseId } = bench.get('person', personId);
  bench.change('person', personId, {
    status: isDeath(reason) ? 'dead' : 'cancelled',
    endedOn,
    endReason: endWords[reason],
    spouseId: isDeath(reason) || reason === 'duplicate' ? null : spouseId,
  });
}

/** Children, spouse and marriage of the record that goes are those of the record that stays. */
function handOverRelatives(bench: Workbench, gone: Person, kept: Person): void {
  if (gone.sex === kept.sex) replaceParent(bench, gone.personId, kept);
  const spouse = gone.spouseId === null ? null : (bench.find('person', gone.spouseId)?.data ?? null);
  if (spouse?.spouseId !== gone.personId) return;
  const fits = spouse.sex !== kept.sex && (kept.spouseId === null || kept.spouseId === spouse.personId);
  bench.change('person', spouse.personId, { spouseId: fits ? kept.personId : null });
  if (!fits) return;
  const { maritalStatus } = isMarried(kept) ? kept : gone;
  bench.change('person', kept.personId, { spouseId: spouse.personId, maritalStatus });
}
