import type { Household } from '../domain/records.ts';
import { getOwnHousehold } from './joining.ts';
import { checkRegistered } from './moves.ts';
import type { Workbench } from './workbench.ts';

/**
 * The household of this station that a case was started from, by its own id or by that of somebody registered in it. Refuses with
 * person-dead, person-not-registered, household-unknown, household-other-station or household-closed.
 */
export function getSubjectHousehold(bench: Workbench, subject: string): Household {
  const person = bench.find('person', subject)?.data;
  if (!person) return getOwnHousehold(bench, subject);
  checkRegistered(person, null);
  return getOwnHousehold(bench, bench.getHouseholdOf(subject).householdId);
}
