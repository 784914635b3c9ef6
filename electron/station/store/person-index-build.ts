import type { Database } from './database.ts';
import {
  addToIndex,
  clearPersonIndex,
  type Indexed,
  indexedColumns,
  nextSearchId,
  stationNumber,
} from './person-index.ts';
import { statement } from './statements.ts';

type Found = Omit<Indexed, 'stationCode'> & { readonly place: string };

const membersPage = `SELECT ${indexedColumns}, page.number AS place
  FROM (SELECT household_id, number FROM households
        WHERE station_code = ? AND number > ? ORDER BY number LIMIT ?) page
  CROSS JOIN memberships m ON m.household_id = page.household_id AND m.until_on IS NULL
  CROSS JOIN persons p ON p.person_id = m.person_id ORDER BY page.number`;
const lastHousehold = `SELECT max(number) AS last FROM (SELECT number FROM households
  WHERE station_code = ? AND number > ? ORDER BY number LIMIT ?)`;
const isMember = 'EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.person_id AND m.until_on IS NULL)';
const residentsPage = `SELECT ${indexedColumns}, r.residence_id AS place
  FROM residences r CROSS JOIN persons p ON p.person_id = r.person_id
  WHERE r.station_code = ? AND r.residence_id > ? AND r.ended_on IS NULL AND NOT ${isMember}
  ORDER BY r.residence_id LIMIT ?`;
const nowherePage = `SELECT ${indexedColumns}, p.citizen_id AS place FROM persons p
  WHERE p.citizen_id > ? AND NOT ${isMember}
    AND NOT EXISTS (SELECT 1 FROM residences r WHERE r.person_id = p.person_id AND r.ended_on IS NULL)
  ORDER BY p.citizen_id LIMIT ?`;

interface Page {
  readonly persons: readonly Found[];
  /** Where the next page begins; null: this was the last. */
  readonly next: string | null;
}
type ReadPage = (after: string, size: number) => Page;

function membersOf(database: Database, code: string): ReadPage {
  return (after, size) => {
    const find = statement<[string, string, number], { last: string | null }>(database, lastHousehold);
    const last = find.get(code, after, size)?.last ?? null;
    const persons = statement<[string, string, number], Found>(database, membersPage).all(code, after, size);
    return { persons, next: last };
  };
}

function residentsOf(database: Database, code: string): ReadPage {
  return (after, size) => {
    const persons = statement<[string, string, number], Found>(database, residentsPage).all(code, after, size);
    return { persons, next: persons.at(-1)?.place ?? null };
  };
}

function peopleOfNowhere(database: Database): ReadPage {
  return (after, size) => {
    const persons = statement<[string, number], Found>(database, nowherePage).all(after, size);
    return { persons, next: persons.at(-1)?.place ?? null };
  };
}

/**
 * Builds the search anew, a step of about `pageSize` households at a time, each in a transaction of its own (inside the
 * caller's, if there is one); yields how many persons the step made findable. Needs the register's own indexes. Broken off, the
 * search finds only some; begin again then. Who was made findable meanwhile by another way is left as they are.
 */
export function* buildPersonIndex(database: Database, pageSize: number): Generator<number> {
  database.transaction(() => clearPersonIndex(database))();
  const codes = statement<[], { code: string }>(
    database,
    'SELECT DISTINCT station_code AS code FROM households UNION SELECT DISTINCT station_code FROM residences ORDER BY code',
  ).all();
  for (const { code } of codes) {
    yield* addPages(database, code, pageSize, [membersOf(database, code), residentsOf(database, code)]);
  }
  yield* addPages(database, null, pageSize, [peopleOfNowhere(database)]);
}

function* addPages(
  database: Database,
  code: string | null,
  pageSize: number,
  sources: readonly ReadPage[],
): Generator<number> {
  const station = database.transaction(() => stationNumber(database, code))();
  const isThere = statement<[string]>(database, 'SELECT 1 FROM search_persons WHERE person_id = ?');
  const add = database.transaction((persons: readonly Found[]) => {
    let searchId = nextSearchId(database, station) - 1;
    for (const person of persons) {
      if (isThere.get(person.personId) !== undefined) continue;
      searchId += 1;
      addToIndex(database, { ...person, stationCode: code }, station, searchId);
    }
  });
  for (const read of sources) {
    for (let page = read('', pageSize); page.next !== null; page = read(page.next, pageSize)) {
      add(page.persons);
      yield page.persons.length;
    }
  }
}

/** Tokens kept in memory before they are written, while building at one go: a few large pieces instead of thousands. */
const bulkHashBytes = 67_108_864;
const usualHashBytes = 1_048_576;

/** FTS5 takes these as whole numbers only, and a JavaScript number is bound as a fraction. */
function setWriting(database: Database, automerge: number, hashBytes: number): void {
  const set = statement<[string, bigint]>(database, 'INSERT INTO search_grams (search_grams, rank) VALUES (?, ?)');
  set.run('automerge', BigInt(automerge));
  set.run('hashsize', BigInt(hashBytes));
}

/**
 * Builds the search anew at one go and in one transaction; for a copy nobody is working with. Minutes for 1.2 million
 * persons. Returns how many can be found.
 */
export function rebuildPersonIndex(database: Database): number {
  return database.transaction(() => {
    setWriting(database, 0, bulkHashBytes);
    let added = 0;
    for (const step of buildPersonIndex(database, 2000)) added += step;
    database.exec(`INSERT INTO search_grams (search_grams) VALUES ('optimize')`);
    setWriting(database, 4, usualHashBytes);
    return added;
  })();
}
