import { afterAll, describe, expect, it } from 'vitest';
import {
  addressPath,
  findStationArea,
  listAddressChildren,
  searchAddresses,
} from '../../../../electron/station/store/addresses.ts';
import {
  findHousehold,
  findHouseholdByNumber,
  findOpenMembership,
  listMembers,
  listOpenHouseholdsAt,
} from '../../../../electron/station/store/households.ts';
import { indexPersons } from '../../../../electron/station/store/person-index.ts';
import { searchPersons } from '../../../../electron/station/store/person-search.ts';
import { findPerson, findPersonByNumber } from '../../../../electron/station/store/persons.ts';
import { listPreparedTexts } from '../../../../electron/station/store/statements.ts';
import { FilledCopy, here } from './filled-copy.ts';

const copy = new FilledCopy({ persons: 300, seed: 'plans' });
afterAll(() => copy.close());
const { database } = copy;

const texts = [
  '王伟',
  '王',
  '张伟民天',
  'zm',
  'zhang',
  '1990',
  '19900101',
  '220402',
  '9991',
  '010000002',
  '王 1990',
  'zm 1990',
];
const registerTables = /^SCAN (p|m|h|a|s|persons|memberships|households|addresses|search_persons|search_letters)\b/;
/** Looking through the few named places is how addresses are found by a part of their names. */
const allowed = /USING (COVERING )?INDEX addresses_named/;

function readEverything(): void {
  for (const text of [...texts, '220402199001019991']) searchPersons(database, { text, limit: 50, stationCode: here });
  for (const text of ['康宁', 'kn 3 2 501', '龙山 前进 3-2-501']) searchAddresses(database, text, here);
  const room = database.prepare(`SELECT address_id FROM addresses WHERE level = 'room' LIMIT 1`).pluck().get();
  const household = database.prepare('SELECT household_id FROM households LIMIT 1').pluck().get();
  const person = database.prepare('SELECT person_id FROM persons LIMIT 1').pluck().get();
  addressPath(database, String(room));
  listAddressChildren(database, null);
  findStationArea(database, here);
  findHousehold(database, String(household));
  findHouseholdByNumber(database, here, '010000001');
  listMembers(database, String(household));
  listOpenHouseholdsAt(database, String(room));
  findOpenMembership(database, String(person));
  findPerson(database, String(person));
  findPersonByNumber(database, '220402199001019991');
  indexPersons(database, [String(person)]);
}

describe('query plans', () => {
  readEverything();
  const read = listPreparedTexts(database).filter(
    (sql) => /^(SELECT|WITH)/.test(sql) && !sql.includes('DISTINCT station_code'),
  );

  it('were seen for every statement of search and look-ups', () => {
    expect(read.length).toBeGreaterThan(20);
  });

  it.each(read)('%s reads no table from end to end', (sql) => {
    const scans = copy.planOf(sql).filter((step) => registerTables.test(step) && !allowed.test(step));
    expect(scans).toEqual([]);
  });

  it('notices a scan when there is one', () => {
    expect(copy.planOf('SELECT * FROM persons WHERE phone = ?')).toEqual([expect.stringMatching(registerTables)]);
  });
});
