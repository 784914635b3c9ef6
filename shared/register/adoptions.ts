import type { NewPerson } from './entering.ts';
import { leaveHousehold } from './leaving.ts';
import { guardiansOf, type Parents } from './parents.ts';
import { refuse } from './refusal.ts';
import { getResident } from './standing.ts';
import type { Workbench } from './workbench.ts';

/** The adopters' child, with whether the adoption is kept secret (N21 §26): prints then show 子 or 女. */
export interface Adoption {
  readonly parents: Parents;
  readonly isSecret: boolean;
}

/** Makes the adopters the parents and guardians of a child that is on the bench; former parents are parents no longer (民法典 §1111). */
export function adopt(bench: Workbench, personId: string, { parents, isSecret }: Adoption): void {
  bench.change('person', personId, {
    fatherId: parents.father?.personId ?? null,
    motherId: parents.mother?.personId ?? null,
    guardians: guardiansOf(parents, !isSecret),
    adoptionIsSecret: isSecret,
  });
}

/**
 * Takes a child who is registered already, as those of an institution are, out of the household it was in, so that it can enter the adopters';
 * one who lives with them stays. Refuses with number-not-possible (another number was entered) and whatever getResident and leaveHousehold
 * refuse.
 */
export function fetchRegisteredChild(
  bench: Workbench,
  personId: string,
  child: NewPerson,
  joinedId: string | null,
): void {
  const { person, household } = getResident(bench, personId, 'people');
  if (child.citizenId !== null && child.citizenId !== person.citizenId)
    refuse('number-not-possible', 'people', { name: person.name });
  if (household.householdId === joinedId) return;
  leaveHousehold(bench, household.householdId, [personId], { newHeadId: null, relations: {}, incapableHeadReason: '' });
}
