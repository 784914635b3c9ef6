import type { Database } from './database.ts';
import { addToIndex, blockSize, clearPersonIndex, type Indexed, stationNumber } from './person-index.ts';
import { statement } from './statements.ts';

type Found = Indexed & { readonly place: string };

const columns = `p.person_id AS personId, p.name, p.name_pinyin AS namePinyin, p.citizen_id AS citizenId`;
const stationPage = `SELECT ${columns}, page.station_code AS stationCode, page.number AS place
  FROM (SELECT household_id, station_code, number FROM households
        WHERE station_code = ? AND number > ? ORDER BY number LIMIT ?) page
  CROSS JOIN memberships m ON m.household_id = page.household_id AND m.until_on IS NULL
  CROSS JOIN persons p ON p.person_id = m.person_id ORDER BY page.number`;
const lastHousehold = `SELECT max(number) AS last FROM (SELECT number FROM households
  WHERE station_code = ? AND number > ? ORDER BY number LIMIT ?)`;
const nowherePage = `SELECT ${columns}, NULL AS stationCode, p.citizen_id AS place FROM persons p
  WHERE p.citizen_id > ? AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.person_id AND m.until_on IS NULL)
  ORDER BY p.citizen_id LIMIT ?`;

interface Page {
  readonly persons: readonly Found[];
  /** Where the next page begins; null: this was the last. */
  readonly next: string | null;
}

function readStation(database: Database, code: string, after: string, size: number): Page {
  const find = statement<[string, string, number], { last: string | null }>(database, lastHousehold);
  const last = find.get(code, after, size)?.last ?? null;
  const persons = statement<[string, string, number], Found>(database, stationPage).all(code, after, size);
  return { persons, next: last };
}

function readNowhere(database: Database, after: string, size: number): Page {
  const persons = statement<[string, number], Found>(database, nowherePage).all(after, size);
  return { persons, next: persons.at(-1)?.place ?? null };
}

/**
 * Builds the search anew, a step of about `pageSize` households at a time, each in a transaction of its own (inside the
 * caller's, if there is one); yields how many persons the step made findable. Needs the register's own indexes. Broken off, the
 * search finds only some; begin again then.
 */
export function* buildPersonIndex(database: Database, pageSize: number): Generator<number> {
  database.transaction(() => clearPersonIndex(database))();
  const codes = statement<[], { code: string }>(
    database,
    'SELECT DISTINCT station_code AS code FROM households ORDER BY station_code',
  ).all();
  for (const { code } of codes) {
    yield* addPages(database, code, (after) => readStation(database, code, after, pageSize));
  }
  yield* addPages(database, null, (after) => readNowhere(database, after, pageSize));
  database.exec(`INSERT INTO search_grams (search_grams) VALUES ('optimize')`);
}

function* addPages(database: Database, code: string | null, read: (after: string) => Page): Generator<number> {
  const station = database.transaction(() => stationNumber(database, code))();
  let searchId = station * blockSize;
  const add = database.transaction((persons: readonly Found[]) => {
    for (const person of persons) {
      searchId += 1;
      addToIndex(database, person, station, searchId);
    }
  });
  for (let page = read(''); page.next !== null; page = read(page.next)) {
    add(page.persons);
    yield page.persons.length;
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
    setWriting(database, 4, usualHashBytes);
    return added;
  })();
}
