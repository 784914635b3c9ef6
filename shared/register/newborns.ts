import { addMonths } from '../domain/plain-date.ts';
import type { Household, Person } from '../domain/records.ts';
import { checkHappened } from './days.ts';
import { endWords } from './end-words.ts';
import type { Parents } from './parents.ts';
import { refuse } from './refusal.ts';
import type { Workbench } from './workbench.ts';

const listParents = ({ father, mother }: Parents): Person[] => [father, mother].filter((parent) => parent !== null);

/**
 * A newborn has the ethnicity of one parent (民族成份登记管理办法 §6, in force 2016-01-01). Where only one parent is in the register the other's
 * may be any. Refuses with ethnicity-of-neither.
 */
export function checkEthnicity(child: Pick<Person, 'name' | 'ethnicity'>, parents: Parents): void {
  const known = listParents(parents);
  if (known.length === 2 && known.every(({ ethnicity }) => ethnicity !== child.ethnicity))
    refuse('ethnicity-of-neither', 'people', { name: child.name });
}

/**
 * Warns where the household is not the one the rules prefer (N21 §21–22, in force 2021-10-01): a child of one parent in a family household and
 * one in a collective household follows the first, of two in collective households the grandparents; otherwise it joins father or mother.
 */
export function adviseHousehold(bench: Workbench, joined: Household, parents: Parents): void {
  const homes = listParents(parents).flatMap(({ personId }) => {
    const place = bench.findPlace(personId);
    return place ? [bench.get('household', place.householdId)] : [];
  });
  const hasFamilyHome = homes.some(({ kind }) => kind === 'family');
  if (joined.kind !== 'family' && homes.length > 0)
    bench.warn(hasFamilyHome ? 'child-to-family' : 'child-to-grandparents', 'target');
  else if (
    homes.some(({ kind }) => kind === 'family') &&
    !homes.some((home) => home.householdId === joined.householdId)
  )
    bench.warn('parents-elsewhere', 'target');
}

/**
 * A child that died before it was declared is entered and cancelled at once (N21 §25, L58 §9): it has a number and a place that ended on the day
 * it began. Refuses with date-future or date-before-birth.
 */
export function endAtOnce(bench: Workbench, personId: string, diedOn: string): void {
  checkHappened(bench, diedOn, 'diedOn', bench.get('person', personId));
  const place = bench.findPlace(personId);
  if (place) bench.change('membership', place.membershipId, { untilOn: bench.context.today });
  bench.change('person', personId, { status: 'dead', endedOn: diedOn, endReason: endWords.death });
}

/** Whether something that has a month to be declared (L58 §7–8) is declared later than that. Noted, never a reason to refuse. */
export function isOverdue(happenedOn: string, today: string): boolean {
  return addMonths(happenedOn, 1) < today;
}
