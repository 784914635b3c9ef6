import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { HouseholdView, PersonRow } from '../../../shared/contract/person.ts';
import type { Calling, Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import { findHousehold, findOpenMembership, listMembers, listOpenHouseholdsAt } from '../store/households.ts';
import { filterPersons } from '../store/person-filter.ts';
import { indexDuePersons } from '../store/person-index.ts';
import { searchPersons } from '../store/person-search.ts';
import { findPerson } from '../store/persons.ts';
import { maskNumber, seesMasked } from './masked.ts';

/** What is logged of a search: who asked, why and how many were found; never the words typed. */
function shownRows(calling: Calling, purpose: string, found: readonly PersonRow[]): PersonRow[] {
  calling.details = { purpose, found: found.length };
  return seesMasked(calling) ? found.map(maskNumber) : [...found];
}

/** Finds people in the local copy by what was typed into the one box. */
export function findPeople(
  program: Program,
  calling: Calling,
  { text, limit, purpose }: ParsedInputOf<'person.search'>,
): Answer<OutputOf<'person.search'>> {
  indexDuePersons(program.database);
  const found = searchPersons(program.database, { text, limit, stationCode: program.stationCode });
  return done({ rows: shownRows(calling, purpose, found), copyAsOf: program.sync.state().copyAsOf });
}

/** Finds people in the local copy by the fields of the form. */
export function findPeopleBy(
  program: Program,
  calling: Calling,
  { criteria, limit, purpose }: ParsedInputOf<'person.searchBy'>,
): Answer<OutputOf<'person.searchBy'>> {
  indexDuePersons(program.database);
  const { rows, isCut } = filterPersons(program.database, { criteria, limit, stationCode: program.stationCode });
  return done({ rows: shownRows(calling, purpose, rows), copyAsOf: program.sync.state().copyAsOf, isCut });
}

/** A household with its members; null where there is none. */
export function householdView(program: Program, householdId: string): HouseholdView | null {
  const household = findHousehold(program.database, householdId);
  if (!household) return null;
  return {
    household: household.data,
    address: findAddress(program.database, household.data.addressId)?.data.fullName ?? '',
    members: listMembers(program.database, householdId).map(({ person, membership }) => ({
      person: person.data,
      membership: membership.data,
      isProvisional: membership.provisionalEventId !== null,
    })),
  };
}

/** A household with its members; NOT_FOUND otherwise. */
export function viewHousehold(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'household.get'>,
): Answer<HouseholdView> {
  calling.subject = input.householdId;
  const view = householdView(program, input.householdId);
  return view ? done(view) : fail('NOT_FOUND');
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
  calling.subject = input.personId;
  calling.details = { purpose: input.purpose };
  return done({
    person: person.data,
    household: membership ? householdView(program, membership.data.householdId) : null,
    isProvisional: person.provisionalEventId !== null,
  });
}

/** Open households at an address. */
export function listHouseholdsAt(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'household.listAtAddress'>,
): Answer<HouseholdView[]> {
  const views = listOpenHouseholdsAt(program.database, input.addressId).flatMap(
    ({ id }) => householdView(program, id) ?? [],
  );
  calling.subject = input.addressId;
  return done(views);
}
