import { z } from 'zod';
import type { Person } from '../domain/records.ts';
import { arrivalWords } from './arrivals.ts';
import { EnteredPerson } from './entered.ts';
import type { Entrant } from './joining.ts';
import { type Leaving, leaveHousehold } from './leaving.ts';
import { refuse } from './refusal.ts';
import type { Workbench } from './workbench.ts';

/** Persons of the register who were picked into a case, with their relation in the household they go to. */
export const pickedPeople = z.array(EnteredPerson).min(1).max(60);

/** The picked persons as they enter a household. Refuses with person-unknown, person-dead, person-not-registered or person-entered-twice. */
export function entrantsOf(bench: Workbench, people: readonly EnteredPerson[]): Entrant[] {
  const entrants = people.map(({ personId, relation }) => {
    if (personId === null) refuse('person-unknown', 'people');
    checkRegistered(bench.get('person', personId, 'people'), 'people');
    return { personId, relation };
  });
  const twice = entrants.find(
    (one, index) => entrants.findIndex(({ personId }) => personId === one.personId) !== index,
  );
  if (twice) refuse('person-entered-twice', 'people', { name: bench.get('person', twice.personId).name });
  return entrants;
}

/** Refuses whoever is not registered here, with person-dead or person-not-registered. */
export function checkRegistered({ status, name }: Person, field: string | null): void {
  if (status === 'dead') refuse('person-dead', field, { name });
  if (status !== 'registered') refuse('person-not-registered', field, { name });
}

/**
 * Takes registered persons out of the households they are in, which may be several, and notes on their cards from where they came to the new
 * address. The new head that is named belongs to one of the households. Answers the households, the first person's first.
 */
export function leavePresentHouseholds(bench: Workbench, personIds: readonly string[], leaving: Leaving): string[] {
  const groups = new Map<string, string[]>();
  for (const personId of personIds) {
    const { householdId } = bench.getHouseholdOf(personId, 'people');
    groups.set(householdId, [...(groups.get(householdId) ?? []), personId]);
  }
  const headsPlace = leaving.newHeadId === null ? null : bench.findPlace(leaving.newHeadId);
  if (leaving.newHeadId !== null && !groups.has(headsPlace?.householdId ?? '')) refuse('not-a-member', 'newHeadId');
  for (const [householdId, leaverIds] of groups) {
    const newHeadId = headsPlace?.householdId === householdId ? leaving.newHeadId : null;
    noteArrival(bench, householdId, leaverIds);
    leaveHousehold(bench, householdId, leaverIds, { ...leaving, newHeadId });
  }
  return [...groups.keys()];
}

function noteArrival(bench: Workbench, householdId: string, personIds: readonly string[]): void {
  const { addressId } = bench.get('household', householdId);
  const from = bench.find('address', addressId)?.data.fullName ?? null;
  const words = arrivalWords(bench.context.today, from);
  if (words === null) return;
  for (const personId of personIds) bench.change('person', personId, { arrivedAtAddress: words });
}
