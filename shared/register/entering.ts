import type { z } from 'zod';
import { readName } from '../domain/names.ts';
import { ageOn } from '../domain/plain-date.ts';
import type { Person } from '../domain/records.ts';
import { allotNumber, checkNumberFits } from './allot-number.ts';
import { registerArrival } from './arrivals.ts';
import { checkHappened } from './days.ts';
import { EnteredPerson } from './entered.ts';
import { guardiansOf, type Parents } from './parents.ts';
import { refuse } from './refusal.ts';
import type { Workbench } from './workbench.ts';

/** Somebody who is entered for the first time or again; `relation` null: worked out from the parents, or head of a new household. */
export const NewPerson = EnteredPerson.extend({ relation: EnteredPerson.shape.relation.nullable().default(null) });
export type NewPerson = z.infer<typeof NewPerson>;

/** What the case knows beside the person. */
export interface Entering {
  /** GB/T 2260 of the address they go to: numbers are allotted in it. */
  readonly division: string;
  /** Where they come from, in words; empty: born here or not known. */
  readonly fromPlace: string;
  readonly parents: Parents;
}

/**
 * Lays somebody on the bench as registered here and answers the id: with the number given, the one the register knows, or a new one. Minors
 * without guardians have their parents. Refuses with name-not-possible, date-future, number-not-possible, numbers-exhausted and whatever
 * registerArrival refuses.
 */
export function registerNewPerson(bench: Workbench, entered: NewPerson, entering: Entering): string {
  const { name, problems } = readName(entered.name);
  if (problems.length > 0) refuse('name-not-possible', 'people', { name: entered.name });
  checkHappened(bench, entered.bornOn, 'people');
  const personId = registerArrival(bench, {
    ...entered,
    name,
    citizenId: numberFor(bench, entered, entering.division),
    relation: entered.relation ?? '97',
    hukouAddress: entering.fromPlace || entered.hukouAddress,
  });
  bench.change('person', personId, parentFields(bench, bench.get('person', personId), entering.parents));
  return personId;
}

function numberFor(bench: Workbench, entered: NewPerson, division: string): string {
  const known = entered.personId === null ? null : bench.get('person', entered.personId, 'people').citizenId;
  const given = entered.citizenId ?? known;
  if (given === null) return allotNumber(bench, division, entered);
  if (known !== null && given !== known) refuse('number-not-possible', 'people', { name: entered.name });
  if (known === null) checkNumberFits(bench, given, entered, 'people');
  return given;
}

function parentFields(bench: Workbench, person: Person, parents: Parents): Partial<Person> {
  const needsGuardians = person.guardians.length === 0 && ageOn(person.bornOn, bench.context.today) < 18;
  return {
    fatherId: parents.father?.personId ?? person.fatherId,
    motherId: parents.mother?.personId ?? person.motherId,
    guardians: needsGuardians ? guardiansOf(parents, false) : person.guardians,
  };
}
