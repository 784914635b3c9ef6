import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { HouseholdView } from '../../../shared/contract/person.ts';
import { maskCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import type { Calling, Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import { findHousehold, findOpenMembership, listMembers, listOpenHouseholdsAt } from '../store/households.ts';
import { searchPersons } from '../store/person-search.ts';
import { findPerson } from '../store/persons.ts';

/** In lists assistants see numbers masked (N21 §7); a person they work on is shown whole. */
const masks = (calling: Calling): boolean => calling.operator.role === 'assistant';

/** Finds people in the local copy; who asked and why goes into the log, the words typed do not. */
export function findPeople(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'person.search'>,
): Answer<OutputOf<'person.search'>> {
  calling.details = { purpose: input.purpose };
  const found = searchPersons(program.database, {
    text: input.text,
    limit: input.limit,
    stationCode: program.stationCode,
  });
  const rows = masks(calling) ? found.map((row) => ({ ...row, citizenId: maskCitizenNumber(row.citizenId) })) : found;
  calling.details = { purpose: input.purpose, found: rows.length };
  return done({ rows, copyAsOf: program.sync.state().copyAsOf });
}

/** A household with its members; NOT_FOUND otherwise. */
export function viewHousehold(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'household.get'>,
): Answer<HouseholdView> {
  calling.subject = input.householdId;
  const household = findHousehold(program.database, input.householdId);
  if (!household) return fail('NOT_FOUND');
  return done({
    household: household.data,
    address: findAddress(program.database, household.data.addressId)?.data.fullName ?? '',
    members: listMembers(program.database, input.householdId).map(({ person, membership }) => ({
      person: person.data,
      membership: membership.data,
      isProvisional: membership.provisionalEventId !== null,
    })),
  });
}

/** A person with the household they are in. */
export function viewPerson(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'person.get'>,
): Answer<OutputOf<'person.get'>> {
  const person = findPerson(program.database, input.personId);
  if (!person) return fail('NOT_FOUND');
  const membership = findOpenMembership(program.database, input.personId);
  const household = membership ? viewHousehold(program, calling, { householdId: membership.data.householdId }) : null;
  calling.subject = input.personId;
  calling.details = { purpose: input.purpose };
  return done({
    person: person.data,
    household: household?.ok ? household.value : null,
    isProvisional: person.provisionalEventId !== null,
  });
}

/** Open households at an address. */
export function listHouseholdsAt(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'household.listAtAddress'>,
): Answer<HouseholdView[]> {
  const views = listOpenHouseholdsAt(program.database, input.addressId).flatMap(({ id }) => {
    const view = viewHousehold(program, calling, { householdId: id });
    return view.ok ? [view.value] : [];
  });
  calling.subject = input.addressId;
  return done(views);
}
