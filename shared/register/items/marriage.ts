import { findCode } from '../../domain/codes.ts';
import type { Person } from '../../domain/records.ts';
import { headRelations } from '../../domain/relations.ts';
import { refuse } from '../refusal.ts';
import { endMarriage, isMarried, listSpouses, marital } from '../spouses.ts';
import { isOwnToChange } from '../standing.ts';
import type { Workbench } from '../workbench.ts';
import type { ItemInput } from './item-input.ts';

const spouseRelations: readonly string[] = ['10', '11', '12'];

/**
 * Marriage, divorce or widowhood of a person on the bench, on both sides; the link to a spouse who is another station's to change waits until
 * the two are registered at one. Refuses with item-not-possible (an
 * unknown code; widowed while the spouse lives), spouse-unmarried, -dead, -same-sex, -twice, person-same, or relation-needed (a divorced
 * couple in one household).
 */
export function changeMarriage(bench: Workbench, person: Person, input: ItemInput): void {
  const { maritalStatus: status, spouseId } = input;
  if (status !== null && !findCode('marital', status)) refuse('item-not-possible', 'maritalStatus');
  const after = status ?? (isMarried(person) ? person.maritalStatus : marital.married);
  if (isMarried({ maritalStatus: after })) marry(bench, person, after, spouseId);
  else part(bench, person, after, input);
}

function marry(bench: Workbench, person: Person, maritalStatus: string, spouseId: string | null): void {
  bench.change('person', person.personId, { maritalStatus });
  if (spouseId === null) return;
  const spouse = bench.get('person', spouseId, 'spouseId');
  checkSpouse(bench, person, spouse);
  if (!isOwnToChange(bench, spouseId)) return;
  const theirs = isMarried(spouse) ? spouse.maritalStatus : marital.married;
  bench.change('person', person.personId, { spouseId });
  bench.change('person', spouseId, { spouseId: person.personId, maritalStatus: theirs });
}

function checkSpouse(bench: Workbench, person: Person, spouse: Person): void {
  const { name } = spouse;
  if (spouse.personId === person.personId) refuse('person-same', 'spouseId');
  if (spouse.status === 'dead') refuse('spouse-dead', 'spouseId', { name });
  if (spouse.sex === person.sex) refuse('spouse-same-sex', 'spouseId', { name });
  const others = [
    ...listSpouses(bench, person).filter(({ personId }) => personId !== spouse.personId),
    ...listSpouses(bench, spouse).filter(({ personId }) => personId !== person.personId),
  ];
  if (others.length > 0) refuse('spouse-twice', 'spouseId', { name });
}

function part(bench: Workbench, person: Person, maritalStatus: string, input: ItemInput): void {
  if (input.spouseId !== null) refuse('spouse-unmarried', 'spouseId', { name: person.name });
  const [living] = listSpouses(bench, person);
  if (living && maritalStatus === marital.widowed) refuse('item-not-possible', 'maritalStatus', { name: living.name });
  const isDivorce = maritalStatus === marital.divorced;
  if (isDivorce) checkFormerCouple(bench, person, input.relations);
  endMarriage(bench, person, isDivorce ? marital.divorced : null);
  bench.change('person', person.personId, { maritalStatus, spouseId: null });
}

/** Divorced people of one household are no longer 配偶: the relation has to be said anew. */
function checkFormerCouple(bench: Workbench, person: Person, confirmed: Readonly<Record<string, string>>): void {
  const place = bench.findPlace(person.personId);
  if (!place) return;
  const isHead = headRelations.includes(place.relation);
  const former = bench
    .listMembers(place.householdId)
    .filter(({ membership }) => spouseRelations.includes(membership.relation))
    .filter((member) => isHead || member.person.personId === person.personId);
  for (const { person: each } of former)
    if (confirmed[each.personId] === undefined) refuse('relation-needed', 'relations', { name: each.name });
}
