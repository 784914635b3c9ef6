import { standardText } from '../../../shared/domain/private-characters.ts';
import type { Database } from './database.ts';
import { gramsOf, nameCharacters } from './person-grams.ts';
import { lettersOf } from './person-letters.ts';
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

/** Ids of one station lie in one block of this size. */
const blockSize = 2 ** 32;
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
  readonly bornOn: string;
  readonly sex: string;
  readonly status: string;
  /** Where they are registered, else where they live. */
  readonly stationCode: string | null;
}

/** Columns of Indexed of the persons `p`, without the station. */
export const indexedColumns = `p.person_id AS personId, p.name, p.name_pinyin AS namePinyin, p.citizen_id AS citizenId,
  p.born_on AS bornOn, p.sex, p.status`;

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

/** What the search holds of a person now. */
interface Entry {
  readonly searchId: number;
  readonly letters: string;
  readonly name: string;
  readonly citizenId: string;
  readonly born: number;
  readonly sex: string;
  readonly status: string;
}

const entrySql = `SELECT search_id AS searchId, letters, name, citizen_id AS citizenId, born, sex, status
  FROM search_persons WHERE person_id = ?`;

/** What the search should hold of a person, but for the id. */
function entryOf(person: Indexed): Omit<Entry, 'searchId'> {
  const { citizenId, sex, status } = person;
  return {
    letters: lettersOf(standardText(person.name), person.namePinyin).join(' '),
    name: nameCharacters(person.name).join(''),
    born: Number(person.bornOn.replaceAll('-', '')),
    ...{ citizenId, sex, status },
  };
}

/** Most changes of a person change nothing the search knows; writing its seven tables again takes longer than all else. */
function isAsIs(known: Entry, person: Indexed, station: number): boolean {
  if (Math.floor(known.searchId / blockSize) !== station) return false;
  return Object.entries(entryOf(person)).every(([field, value]) => known[field as keyof Entry] === value);
}

function removeEntry(database: Database, { searchId, letters, citizenId, born }: Entry): void {
  const station = Math.floor(searchId / blockSize);
  const remove = (table: string, column: string, value: string | number) =>
    statement(database, `DELETE FROM ${table} WHERE station = ? AND ${column} = ? AND search_id = ?`).run(
      station,
      value,
      searchId,
    );
  for (const each of letters.split(' ')) remove('search_letters', 'letters', each);
  remove('search_births', 'born', born);
  remove('search_numbers', 'citizen_id', citizenId);
  statement(database, 'DELETE FROM search_grams WHERE rowid = ?').run(searchId);
  statement(database, 'DELETE FROM search_persons WHERE search_id = ?').run(searchId);
}

/** Adds a person who is not in the search yet. Ids that grow are written fastest. */
export function addToIndex(database: Database, person: Indexed, station: number, searchId: number): void {
  const { letters, name, citizenId, born, sex, status } = entryOf(person);
  statement(
    database,
    `INSERT INTO search_persons (search_id, person_id, letters, name, citizen_id, born, sex, status)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(searchId, person.personId, letters, name, citizenId, born, sex, status);
  const add = (table: string, column: string, value: string | number) =>
    statement(database, `INSERT INTO ${table} (station, ${column}, search_id) VALUES (?, ?, ?)`).run(
      station,
      value,
      searchId,
    );
  for (const each of letters.split(' ')) add('search_letters', 'letters', each);
  add('search_births', 'born', born);
  add('search_numbers', 'citizen_id', citizenId);
  statement(database, 'INSERT INTO search_grams (rowid, grams) VALUES (?, ?)').run(
    searchId,
    gramsOf(person.name, citizenId),
  );
}

/**
 * Brings the search up to date for these persons, inside the caller's transaction and after their records, memberships, residence
 * registrations and households were written: new people, changed names and numbers, moves to another station. An id unknown to
 * the register is taken out of the search.
 */
export function indexPersons(database: Database, personIds: readonly string[]): void {
  for (const personId of personIds) indexPerson(database, personId, isAsIs);
}

type IsKept = (known: Entry, person: Indexed, station: number) => boolean;

function indexPerson(database: Database, personId: string, isKept: IsKept): void {
  const known = statement<[string], Entry>(database, entrySql).get(personId);
  const person = statement<[string], Indexed>(database, indexedSql).get(personId);
  const station = person ? stationNumber(database, person.stationCode) : null;
  if (known && person && station !== null && isKept(known, person, station)) return;
  if (known) removeEntry(database, known);
  if (person && station !== null) addToIndex(database, person, station, nextSearchId(database, station));
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
  for (const personId of due) indexPerson(database, personId, () => false);
  const forget = statement(database, 'DELETE FROM search_due WHERE person_id = ?');
  for (const personId of due) forget.run(personId);
}

/** Empties the search; it finds nothing until it is built again. For a first fill, which writes persons faster without it. */
export function clearPersonIndex(database: Database): void {
  for (const table of searchIndexTables.filter((name) => name !== 'search_grams'))
    database.exec(`DELETE FROM ${table}`);
  database.exec(`INSERT INTO search_grams (search_grams) VALUES ('delete-all')`);
}
