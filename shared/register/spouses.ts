import type { Person } from '../domain/records.ts';
import { headRelations } from '../domain/relations.ts';
import type { Workbench } from './workbench.ts';

/** GB/T 2261.2. */
export const marital = { never: '10', married: '20', widowed: '30', divorced: '40' } as const;
const marriedCodes: readonly string[] = ['20', '21', '22', '23'];
const spouseRelations: readonly string[] = ['10', '11', '12'];

/** Whether the code says that there is a living spouse. */
export function isMarried({ maritalStatus }: Pick<Person, 'maritalStatus'>): boolean {
  return marriedCodes.includes(maritalStatus);
}

/** The husband or wife the household shows: of the head, or the head of whom somebody is the spouse. */
function listHousemateSpouses(bench: Workbench, person: Person): Person[] {
  const place = bench.findPlace(person.personId);
  if (!place) return [];
  const isHead = headRelations.includes(place.relation);
  if (!isHead && !spouseRelations.includes(place.relation)) return [];
  return bench
    .listMembers(place.householdId)
    .filter(({ membership }) => (isHead ? spouseRelations : headRelations).includes(membership.relation))
    .map((member) => member.person);
}

/** Everyone the register takes for the person's living spouse: by a link of either side, or by the household. */
export function listSpouses(bench: Workbench, person: Person): Person[] {
  const linked = person.spouseId === null ? [] : [bench.find('person', person.spouseId)?.data ?? null];
  const linking = bench.list('person', 'spouseId', person.personId).map(({ data }) => data);
  const all = [...linked, ...linking, ...listHousemateSpouses(bench, person)].filter((spouse) => spouse !== null);
  const living = all.filter(({ status, personId }) => status !== 'dead' && personId !== person.personId);
  return [...new Map(living.map((spouse) => [spouse.personId, spouse])).values()];
}

/**
 * Ends a marriage on the other side, at whatever station that is registered: the spouse of `person` is linked to nobody and, where a status is
 * given, widowed or divorced. Asked while the person is still in the household.
 */
export function endMarriage(bench: Workbench, person: Person, maritalStatus: string | null): void {
  for (const spouse of listSpouses(bench, person)) {
    const link = spouse.spouseId === person.personId ? { spouseId: null } : {};
    const status = maritalStatus !== null && isMarried(spouse) ? { maritalStatus } : {};
    bench.change('person', spouse.personId, { ...link, ...status });
  }
}
