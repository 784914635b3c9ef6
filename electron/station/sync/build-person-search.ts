import type { Database } from '../store/database.ts';
import { clearPersonIndex, indexPersons } from '../store/person-index.ts';
import { inSlices } from './in-slices.ts';

const householdsPerPage = 200;
const personsPerPage = 1000;

interface HouseholdKey {
  readonly stationCode: string;
  readonly number: string;
  readonly householdId: string;
}

const householdsSql = `SELECT station_code AS stationCode, number, household_id AS householdId FROM households
  WHERE (station_code, number) > (?, ?) ORDER BY station_code, number LIMIT ${householdsPerPage}`;
const membersSql = 'SELECT person_id FROM memberships WHERE household_id = ? AND until_on IS NULL';
const unfoundSql = `SELECT p.rowid AS place, p.person_id AS personId, s.person_id IS NULL AS isMissing
  FROM persons p LEFT JOIN search_persons s ON s.person_id = p.person_id
  WHERE p.rowid > ? ORDER BY p.rowid LIMIT ${personsPerPage}`;

/**
 * Builds the person search anew after a first fill; needs the register's indexes. People of one household follow each other, so that those
 * looked for together lie together; those registered nowhere come last. `advance` hears how many more can be found.
 */
export async function buildPersonSearch(database: Database, advance: (persons: number) => void): Promise<void> {
  clearPersonIndex(database);
  const index = async (personIds: readonly string[]) => {
    await inSlices(database, personIds, (personId) => indexPersons(database, [personId]));
    advance(personIds.length);
  };
  await eachPageOfMembers(database, index);
  await eachPageOfUnfound(database, index);
}

async function eachPageOfMembers(database: Database, index: (ids: readonly string[]) => Promise<void>): Promise<void> {
  const readPage = database.prepare<[string, string], HouseholdKey>(householdsSql);
  const readMembers = database.prepare<[string], string>(membersSql).pluck();
  let last = { stationCode: '', number: '' };
  for (;;) {
    const page = readPage.all(last.stationCode, last.number);
    const end = page.at(-1);
    if (!end) return;
    last = end;
    await index(page.flatMap(({ householdId }) => readMembers.all(householdId)));
  }
}

async function eachPageOfUnfound(database: Database, index: (ids: readonly string[]) => Promise<void>): Promise<void> {
  const readPage = database.prepare<[number], { place: number; personId: string; isMissing: number }>(unfoundSql);
  let place = 0;
  for (;;) {
    const page = readPage.all(place);
    const end = page.at(-1);
    if (!end) return;
    place = end.place;
    await index(page.filter(({ isMissing }) => isMissing === 1).map(({ personId }) => personId));
  }
}
