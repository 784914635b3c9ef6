import type { Household, Membership, Person } from '../../../shared/domain/records.ts';
import type { Database } from './database.ts';
import {
  type HouseholdLine,
  householdOfRow,
  type MembershipLine,
  membershipOfRow,
  type PersonLine,
  personOfRow,
  type Stored,
} from './rows.ts';
import { statement } from './statements.ts';

/** Someone who is in a household now. */
export interface Member {
  readonly person: Stored<Person>;
  readonly membership: Stored<Membership>;
}

/** The household, or null. */
export function findHousehold(database: Database, householdId: string): Stored<Household> | null {
  const sql = 'SELECT * FROM households WHERE household_id = ?';
  const row = statement<[string], HouseholdLine>(database, sql).get(householdId);
  return row ? householdOfRow(row) : null;
}

/** The household. Throws where there is none: whoever asks holds its id from a record. */
export function getHousehold(database: Database, householdId: string): Stored<Household> {
  const household = findHousehold(database, householdId);
  if (!household) throw new Error('no household has this id');
  return household;
}

/** The household with this 户号 at this station, or null. */
export function findHouseholdByNumber(
  database: Database,
  stationCode: string,
  number: string,
): Stored<Household> | null {
  const sql = 'SELECT * FROM households WHERE station_code = ? AND number = ?';
  const row = statement<[string, string], HouseholdLine>(database, sql).get(stationCode, number);
  return row ? householdOfRow(row) : null;
}

/** Open households at an address, in the order of their numbers. */
export function listOpenHouseholdsAt(database: Database, addressId: string): Stored<Household>[] {
  const sql = `SELECT * FROM households WHERE address_id = ? AND status = 'open' ORDER BY number`;
  return statement<[string], HouseholdLine>(database, sql).all(addressId).map(householdOfRow);
}

/** Where the person is registered now, or null: nowhere in this copy. */
export function findOpenMembership(database: Database, personId: string): Stored<Membership> | null {
  const sql = 'SELECT * FROM memberships WHERE person_id = ? AND until_on IS NULL';
  const row = statement<[string], MembershipLine>(database, sql).get(personId);
  return row ? membershipOfRow(row) : null;
}

/** Everyone in the household now: the head first, then by relation code and birth. */
export function listMembers(database: Database, householdId: string): Member[] {
  const sql = 'SELECT * FROM memberships WHERE household_id = ? AND until_on IS NULL';
  const findLine = statement<[string], PersonLine>(database, 'SELECT * FROM persons WHERE person_id = ?');
  return statement<[string], MembershipLine>(database, sql)
    .all(householdId)
    .flatMap((row) => {
      const line = findLine.get(row.person_id);
      return line ? [{ person: personOfRow(line), membership: membershipOfRow(row) }] : [];
    })
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ person, membership }: Member): string {
  const { relation } = membership.data;
  return `${relation === '02' ? '00' : relation}${person.data.bornOn}${person.id}`;
}
