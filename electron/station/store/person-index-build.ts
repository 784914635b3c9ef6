import type { Database } from './database.ts';
import { addLine, entryOf, type Indexed, putGrams } from './person-entries.ts';
import { clearPersonIndex, indexedColumns, nextSearchId, type StationBlock, stationNumber } from './person-index.ts';
import { statement } from './statements.ts';

type Found = Indexed & { readonly place: string };

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

/** Bytes of tokens that FTS5 keeps in memory before it writes a piece; for one transaction much, that there are a few large pieces. */
const hashBytes = { usual: 1_048_576n, atOneGo: 67_108_864n };

/** FTS5 takes whole numbers only, and a JavaScript number is bound as a fraction. */
function setHashBytes(database: Database, bytes: bigint): void {
  const sql = "INSERT INTO search_grams (search_grams, rank) VALUES ('hashsize', ?)";
  statement<[bigint]>(database, sql).run(bytes);
}

/** A savepoint inside the caller's transaction would make FTS5 write out what it has in memory. */
function atOneGo<T>(database: Database, act: () => T): T {
  return database.inTransaction ? act() : database.transaction(act)();
}

/**
 * Builds the search anew, a step of about `pageSize` households at a time, each in a transaction of its own (inside the
 * caller's, if there is one); yields how many persons the step wrote. Needs the register's own indexes. Broken off, the
 * search finds only some; begin again then. Who was made findable meanwhile by another way is left as they are.
 */
export function* buildPersonIndex(database: Database, pageSize: number): Generator<number> {
  atOneGo(database, () => clearPersonIndex(database));
  const codes = statement<[], { code: string }>(
    database,
    'SELECT DISTINCT station_code AS code FROM households UNION SELECT DISTINCT station_code FROM residences ORDER BY code',
  ).all();
  for (const { code } of codes) {
    yield* addStation(database, code, pageSize, [membersOf(database, code), residentsOf(database, code)]);
  }
  yield* addStation(database, null, pageSize, [peopleOfNowhere(database)]);
}

function* addStation(
  database: Database,
  code: string | null,
  pageSize: number,
  sources: readonly ReadPage[],
): Generator<number> {
  const station = atOneGo(database, () => stationNumber(database, code));
  const first = nextSearchId(database, station);
  for (const read of sources) {
    for (let page = read('', pageSize); page.next !== null; page = read(page.next, pageSize)) {
      const { persons } = page;
      atOneGo(database, () => addPersons(database, persons, station));
      yield persons.length;
    }
  }
  const end = nextSearchId(database, station);
  for (let from = first; from < end; from += keyedAtOnce) {
    atOneGo(database, () => addKeys(database, { station, from, until: from + keyedAtOnce }));
    yield 0;
  }
}

function addPersons(database: Database, persons: readonly Found[], station: number): void {
  let searchId = nextSearchId(database, station);
  for (const person of persons) {
    const entry = entryOf(person, searchId);
    if (!addLine(database, entry)) continue;
    putGrams(database, entry);
    searchId += 1;
  }
}

/** So many people get their letters, birth days and numbers at a step: five to ten milliseconds. */
const keyedAtOnce = 1000;

const keysOf = {
  letters: `search_letters (letters, station, search_id) SELECT j.value, @station, s.search_id
    FROM search_persons s CROSS JOIN json_each('[' || replace(json_quote(s.letters), ' ', '","') || ']') j`,
  births: 'search_births (born, station, search_id) SELECT s.born, @station, s.search_id FROM search_persons s',
  numbers:
    'search_numbers (citizen_id, station, search_id) SELECT s.citizen_id, @station, s.search_id FROM search_persons s',
};

/**
 * Sorted first, so that each table is written from its beginning to its end instead of here and there. Who was made findable
 * meanwhile has theirs.
 */
function addKeys(database: Database, block: StationBlock): void {
  for (const keys of Object.values(keysOf)) {
    const sql = `INSERT OR IGNORE INTO ${keys} WHERE s.search_id >= @from AND s.search_id < @until ORDER BY 1, 3`;
    statement(database, sql).run(block);
  }
}

/** Brings all pieces of the full-text search into one, in which anything is found fastest; seconds for a million persons. */
export function mergePersonIndex(database: Database): void {
  database.exec(`INSERT INTO search_grams (search_grams) VALUES ('optimize')`);
}

/**
 * Builds the search anew at one go and in one transaction; for a copy nobody is working with. Minutes for 1.2 million
 * persons. Returns how many can be found.
 */
export function rebuildPersonIndex(database: Database): number {
  return database.transaction(() => {
    let added = 0;
    setHashBytes(database, hashBytes.atOneGo);
    for (const step of buildPersonIndex(database, 2000)) added += step;
    setHashBytes(database, hashBytes.usual);
    mergePersonIndex(database);
    return added;
  })();
}
