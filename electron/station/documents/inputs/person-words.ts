import { type CodeTableName, codeName } from '../../../../shared/domain/codes.ts';
import { divisionPath } from '../../../../shared/domain/divisions.ts';
import type { Address, Household, Membership, Person } from '../../../../shared/domain/records.ts';
import { findAddress } from '../../store/addresses.ts';
import type { Database } from '../../store/database.ts';
import { findHousehold } from '../../store/households.ts';
import { findPerson } from '../../store/persons.ts';
import { registerView } from '../../store/register-view.ts';

/** The name behind a code, nothing for none. */
export const word = (table: CodeTableName, code: string | null): string | undefined =>
  code ? codeName(table, code, 'zh') : undefined;

/** Where somebody is or was registered. */
export interface Place {
  readonly membership: Membership;
  readonly household: Household;
  readonly address: Address;
  readonly head: Person | null;
}

/** Where the person is registered or, where they are no longer, was registered last; null where this register never had them. */
export function lastPlaceOf(database: Database, personId: string): Place | null {
  const memberships = registerView(database)
    .list('membership', 'personId', personId)
    .map(({ data }) => data)
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b), 'en'));
  const membership = memberships.at(-1);
  const household = membership && findHousehold(database, membership.householdId)?.data;
  const address = household && findAddress(database, household.addressId)?.data;
  if (!membership || !household || !address) return null;
  return { membership, household, address, head: findPerson(database, household.headPersonId)?.data ?? null };
}

const orderOf = ({ untilOn, sinceOn }: Membership): string => `${untilOn ?? '9999'} ${sinceOn}`;

/** Address of the registration: here, here before, or elsewhere; empty where nothing is known. */
export function registeredAddress(database: Database, person: Person): string {
  const isElsewhere = person.status === 'elsewhere';
  const place = isElsewhere ? null : lastPlaceOf(database, person.personId);
  if (place) return place.address.fullName;
  return person.hukouAddress ?? (person.hukouDivision ? divisionPath(person.hukouDivision, 'zh') : '');
}

/** Name, sex, birth and number, as most papers begin. */
export function identityOf({ name, sex, bornOn, citizenId }: Person) {
  return { name, sex: word('sex', sex), birthDate: bornOn, citizenNumber: citizenId };
}
