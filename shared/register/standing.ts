import type { Household, Membership, Person } from '../domain/records.ts';
import { getOwnHousehold } from './joining.ts';
import { refuse } from './refusal.ts';
import type { Workbench } from './workbench.ts';

/** Somebody registered at this station, with the place. */
export interface Resident {
  readonly person: Person;
  readonly membership: Membership;
  readonly household: Household;
}

/**
 * The person as one registered in an open household of this station. Refuses with person-unknown, person-dead, person-elsewhere,
 * person-not-registered (moved out, cancelled), household-other-station or household-closed.
 */
export function getResident(bench: Workbench, personId: string, field: string | null = null): Resident {
  const person = bench.get('person', personId, field);
  const { name, status } = person;
  if (status === 'dead') refuse('person-dead', field, { name });
  if (status === 'elsewhere') refuse('person-elsewhere', field, { name });
  const membership = status === 'registered' ? bench.findPlace(personId) : null;
  if (!membership) refuse('person-not-registered', field, { name });
  return { person, membership, household: getOwnHousehold(bench, membership.householdId, field) };
}

/** Whether this station may change the person's record: nobody's who is registered at another station (the registry refuses it). */
export function isOwnToChange(bench: Workbench, personId: string): boolean {
  const place = bench.findPlace(personId);
  return place === null || bench.get('household', place.householdId).stationCode === bench.context.stationCode;
}
