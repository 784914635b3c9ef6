import type { Database } from './database.ts';
import { gramsOf } from './person-grams.ts';
import { lettersOf } from './person-letters.ts';
import { statement } from './statements.ts';

/** Tables of the search index, for a first fill that empties them; all can be built anew from the register. */
export const searchIndexTables = ['search_persons', 'search_letters', 'search_grams', 'search_stations'] as const;

/** Ids of one station lie in one block of this size. */
export const blockSize = 2 ** 32;
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

/** What the search knows of a person. */
export interface Indexed {
  readonly personId: string;
  readonly name: string;
  readonly namePinyin: string | null;
  readonly citizenId: string;
  readonly stationCode: string | null;
}

const indexedColumns = `p.person_id AS personId, p.name, p.name_pinyin AS namePinyin, p.citizen_id AS citizenId,
  h.station_code AS stationCode
  FROM persons p
  LEFT JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
  LEFT JOIN households h ON h.household_id = m.household_id`;

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

function nextSearchId(database: Database, station: number): number {
  const sql = 'SELECT max(search_id) AS last FROM search_persons WHERE search_id >= ? AND search_id < ?';
  const last = statement<[number, number], { last: number | null }>(database, sql).get(
    station * blockSize,
    (station + 1) * blockSize,
  );
  return (last?.last ?? station * blockSize) + 1;
}

function removePerson(database: Database, personId: string): void {
  const find = 'SELECT search_id AS searchId, letters FROM search_persons WHERE person_id = ?';
  const known = statement<[string], { searchId: number; letters: string }>(database, find).get(personId);
  if (!known) return;
  const { searchId } = known;
  const station = Math.floor(searchId / blockSize);
  const removeLetters = statement(
    database,
    'DELETE FROM search_letters WHERE station = ? AND letters = ? AND search_id = ?',
  );
  for (const letters of known.letters.split(' ')) removeLetters.run(station, letters, searchId);
  statement(database, 'DELETE FROM search_grams WHERE rowid = ?').run(searchId);
  statement(database, 'DELETE FROM search_persons WHERE search_id = ?').run(searchId);
}

/** Adds a person who is not in the search yet. Ids that grow are written fastest. */
export function addToIndex(database: Database, person: Indexed, station: number, searchId: number): void {
  const letters = lettersOf(person.name, person.namePinyin);
  statement(database, 'INSERT INTO search_persons (search_id, person_id, letters) VALUES (?, ?, ?)').run(
    searchId,
    person.personId,
    letters.join(' '),
  );
  const addLetters = statement(database, 'INSERT INTO search_letters (station, letters, search_id) VALUES (?, ?, ?)');
  for (const each of letters) addLetters.run(station, each, searchId);
  statement(database, 'INSERT INTO search_grams (rowid, grams) VALUES (?, ?)').run(
    searchId,
    gramsOf(person.name, person.citizenId),
  );
}

/**
 * Brings the search up to date for these persons, inside the caller's transaction and after their records, memberships and
 * households were written: new people, changed names and numbers, moves to another station. An id unknown to the register
 * is taken out of the search.
 */
export function indexPersons(database: Database, personIds: readonly string[]): void {
  const find = statement<[string], Indexed>(database, `SELECT ${indexedColumns} WHERE p.person_id = ?`);
  for (const personId of personIds) {
    removePerson(database, personId);
    const person = find.get(personId);
    if (!person) continue;
    const station = stationNumber(database, person.stationCode);
    addToIndex(database, person, station, nextSearchId(database, station));
  }
}

/** Empties the search; it finds nothing until it is built again. For a first fill, which writes persons faster without it. */
export function clearPersonIndex(database: Database): void {
  for (const table of searchIndexTables.filter((name) => name !== 'search_grams'))
    database.exec(`DELETE FROM ${table}`);
  database.exec(`INSERT INTO search_grams (search_grams) VALUES ('delete-all')`);
}
