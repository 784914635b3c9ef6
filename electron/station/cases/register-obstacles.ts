import type { Draft } from '../../../shared/contract/draft.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { fail } from '../../../shared/contract/errors.ts';
import type { Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import { findHousehold, findOpenMembership, listMembers } from '../store/households.ts';
import { findPersonByNumber } from '../store/persons.ts';
import { householdBookPages } from './checks/target.ts';

function addressObstacle(program: Program, addressId: string): Answer<never> | null {
  const address = findAddress(program.database, addressId)?.data;
  if (!address) return fail('ADDRESS_UNKNOWN');
  if (address.isFrozen) return fail('ADDRESS_FROZEN');
  return address.stationCode === program.stationCode
    ? null
    : fail('ADDRESS_OTHER_STATION', { station: address.stationCode ?? '' });
}

function householdObstacle(program: Program, draft: Draft): Answer<never> | null {
  if (draft.target.household !== 'join') return null;
  const household = findHousehold(program.database, draft.target.householdId)?.data;
  if (household?.status !== 'open') return fail('HOUSEHOLD_CLOSED');
  const members = listMembers(program.database, household.householdId).length;
  const isFull = household.kind === 'family' && members + draft.people.length > householdBookPages;
  return isFull ? fail('HOUSEHOLD_FULL', { limit: householdBookPages }) : null;
}

function personObstacle(program: Program, draft: Draft): Answer<never> | null {
  for (const { citizenId, name } of draft.people) {
    const known = findPersonByNumber(program.database, citizenId);
    if (known && findOpenMembership(program.database, known.id)) return fail('PERSON_ALREADY_REGISTERED', { name });
  }
  return null;
}

/** What changed in the register between acceptance and registration so that the settlement can't be done; null: nothing. */
export function findObstacle(program: Program, draft: Draft): Answer<never> | null {
  return (
    addressObstacle(program, draft.target.addressId) ??
    householdObstacle(program, draft) ??
    personObstacle(program, draft)
  );
}
