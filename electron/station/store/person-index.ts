import type { Database } from './database.ts';
import {
  blockSize,
  type Entry,
  type EntryChange,
  entryOf,
  findEntry,
  type Indexed,
  writeEntries,
} from './person-entries.ts';
import { statement } from './statements.ts';

/** Tables of the search index, for a first fill that empties them; all can be built anew from the register. */
export const searchIndexTables = [
  'search_persons',
  'search_letters',
  'search_births',
  'search_numbers',
  'search_grams',
  'search_stations',
  'search_due',
] as const;

/** Stands for a station where a person is registered nowhere in this copy; sorted behind all stations. */
const nowhere = { station: 1_000_000, code: '' } as const;

/** The block of a station: search ids from `from` to below `until`. */
export interface StationBlock {
  readonly station: number;
  readonly from: number;
  readonly until: number;
}

/** The stations with people in this copy: the named one first, people registered nowhere last. */
export function listStationBlocks(database: Database, ownCode: string): StationBlock[] {
  const sql = 'SELECT station FROM search_stations ORDER BY station_code <> ?, station';
  return statement<[string], { station: number }>(database, sql)
    .all(ownCode)
    .map(({ station }) => ({ station, from: station * blockSize, until: (station + 1) * blockSize }));
}

/** Columns of Indexed of the persons `p`. */
export const indexedColumns = `p.person_id AS personId, p.name, p.name_pinyin AS namePinyin, p.citizen_id AS citizenId,
  p.born_on AS bornOn, p.sex, p.status`;

/** With the station where they are registered, else where they live. */
const indexedSql = `SELECT ${indexedColumns}, coalesce(h.station_code, r.station_code) AS stationCode FROM persons p
  LEFT JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
  LEFT JOIN households h ON h.household_id = m.household_id
  LEFT JOIN residences r ON r.person_id = p.person_id AND r.ended_on IS NULL
  WHERE p.person_id = ?`;

/** The station's number, given when it is first asked for; null: registered nowhere in this copy. */
export function stationNumber(database: Database, stationCode: string | null): number {
  const code = stationCode ?? nowhere.code;
  const find = statement<[string], { station: number }>(
    database,
    'SELECT station FROM search_stations WHERE station_code = ?',
  );
  const known = find.get(code)?.station;
  if (known !== undefined) return known;
  const highest = 'SELECT coalesce(max(station), 0) + 1 AS next FROM search_stations WHERE station < ?';
  const next = statement<[number], { next: number }>(database, highest).get(nowhere.station)?.next ?? 1;
  const station = code === nowhere.code ? nowhere.station : next;
  statement(database, 'INSERT INTO search_stations (station, station_code) VALUES (?, ?)').run(station, code);
  return station;
}

/** The id of the next person of a station. */
export function nextSearchId(database: Database, station: number): number {
  const sql = 'SELECT max(search_id) AS last FROM search_persons WHERE search_id >= ? AND search_id < ?';
  const last = statement<[number, number], { last: number | null }>(database, sql).get(
    station * blockSize,
    (station + 1) * blockSize,
  );
  return (last?.last ?? station * blockSize) + 1;
}

/** Gives new ids, several of a station before any of them is written. */
class SearchIds {
  readonly #database: Database;
  readonly #next = new Map<number, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  take(station: number): number {
    const searchId = this.#next.get(station) ?? nextSearchId(this.#database, station);
    this.#next.set(station, searchId + 1);
    return searchId;
  }
}

const entryFields = [
  'searchId',
  'letters',
  'name',
  'citizenId',
  'born',
  'sex',
  'status',
] as const satisfies readonly (keyof Entry)[];

/** Most changes of a person change nothing the search knows. */
function isAsIs({ before, after }: EntryChange): boolean {
  return before === null || after === null
    ? before === after
    : entryFields.every((field) => before[field] === after[field]);
}

/** What the search holds of a person and what it should hold; who stays at a station keeps the id. */
function changeOf(database: Database, personId: string, ids: SearchIds): EntryChange {
  const before = findEntry(database, personId);
  const person = statement<[string], Indexed & { stationCode: string | null }>(database, indexedSql).get(personId);
  if (!person) return { before, after: null };
  const station = stationNumber(database, person.stationCode);
  const isStaying = before !== null && Math.floor(before.searchId / blockSize) === station;
  return { before, after: entryOf(person, isStaying ? before.searchId : ids.take(station)) };
}

/**
 * Brings the search up to date for these persons, inside the caller's transaction and after their records, memberships, residence
 * registrations and households were written: new people, changed names and numbers, moves to another station. An id unknown to
 * the register is taken out of the search. Many at one go are written much faster than one by one.
 */
export function indexPersons(database: Database, personIds: readonly string[]): void {
  const ids = new SearchIds(database);
  const changes = [...new Set(personIds)].map((personId) => changeOf(database, personId, ids));
  writeEntries(
    database,
    changes.filter((change) => !isAsIs(change)),
  );
}

/** Entries made anew at one go; keeps the search that does it within milliseconds. */
const dueAtOnce = 100;

/** Makes entries that a newer program must make anew (search_due), some at a time, inside the caller's transaction. */
export function indexDuePersons(database: Database): void {
  const list = statement<[], { personId: string }>(
    database,
    `SELECT person_id AS personId FROM search_due LIMIT ${dueAtOnce}`,
  );
  const due = list.all().map(({ personId }) => personId);
  if (due.length === 0) return;
  const ids = new SearchIds(database);
  const changes = due.map((personId) => changeOf(database, personId, ids));
  writeEntries(
    database,
    changes.flatMap(({ before, after }) => [
      { before, after: null },
      { before: null, after },
    ]),
  );
  const forget = statement(database, 'DELETE FROM search_due WHERE person_id = ?');
  for (const personId of due) forget.run(personId);
}

/** Empties the search; it finds nothing until it is built again. For a first fill, which writes persons faster without it. */
export function clearPersonIndex(database: Database): void {
  for (const table of searchIndexTables.filter((name) => name !== 'search_grams'))
    database.exec(`DELETE FROM ${table}`);
  database.exec(`INSERT INTO search_grams (search_grams) VALUES ('delete-all')`);
}
