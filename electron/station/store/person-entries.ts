import { standardText } from '../../../shared/domain/private-characters.ts';
import type { Database } from './database.ts';
import { gramsOf, nameCharacters } from './person-grams.ts';
import { lettersOf } from './person-letters.ts';
import { statement } from './statements.ts';

/** Ids of one station lie in one block of this size. */
export const blockSize = 2 ** 32;

/** What the search knows of a person. */
export interface Indexed {
  readonly personId: string;
  readonly name: string;
  readonly namePinyin: string | null;
  readonly citizenId: string;
  readonly bornOn: string;
  readonly sex: string;
  readonly status: string;
}

/** A person as the search holds them. */
export interface Entry {
  readonly searchId: number;
  readonly personId: string;
  /** Full pinyin and initials in all readings, apart by spaces. */
  readonly letters: string;
  /** Its characters that count. */
  readonly name: string;
  readonly citizenId: string;
  /** 19900101. */
  readonly born: number;
  readonly sex: string;
  readonly status: string;
}

/** What the search should hold of a person under that id. */
export function entryOf(person: Indexed, searchId: number): Entry {
  const { personId, citizenId, sex, status } = person;
  return {
    ...{ searchId, personId },
    letters: lettersOf(standardText(person.name), person.namePinyin).join(' '),
    name: nameCharacters(person.name).join(''),
    born: Number(person.bornOn.replaceAll('-', '')),
    ...{ citizenId, sex, status },
  };
}

const findSql = `SELECT search_id AS searchId, person_id AS personId, letters, name, citizen_id AS citizenId, born, sex, status
  FROM search_persons WHERE person_id = ?`;

/** What the search holds of a person now, or null. */
export function findEntry(database: Database, personId: string): Entry | null {
  return statement<[string], Entry>(database, findSql).get(personId) ?? null;
}

/** A table with a line for each of a person's keys of a kind. */
interface KeyTable {
  readonly keysOf: (entry: Entry) => readonly (string | number)[];
  readonly add: string;
  readonly remove: string;
}

const keyTable = (table: string, column: string, keysOf: KeyTable['keysOf']): KeyTable => ({
  keysOf,
  add: `INSERT INTO ${table} (station, ${column}, search_id) VALUES (?, ?, ?)`,
  remove: `DELETE FROM ${table} WHERE station = ? AND ${column} = ? AND search_id = ?`,
});

const keyTables = [
  keyTable('search_letters', 'letters', ({ letters }) => letters.split(' ')),
  keyTable('search_births', 'born', ({ born }) => [born]),
  keyTable('search_numbers', 'citizen_id', ({ citizenId }) => [citizenId]),
];

/** Writes the keys of `entry` that `other`, another state of the same entry, does not have. */
function writeKeys(database: Database, how: 'add' | 'remove', entry: Entry, other: Entry | null): void {
  const station = Math.floor(entry.searchId / blockSize);
  for (const table of keyTables) {
    const others = other === null ? [] : table.keysOf(other);
    for (const key of table.keysOf(entry)) {
      if (!others.includes(key)) statement(database, table[how]).run(station, key, entry.searchId);
    }
  }
}

const addSql = `INSERT INTO search_persons (search_id, person_id, letters, name, citizen_id, born, sex, status)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const keepSql = `${addSql} ON CONFLICT (person_id) DO NOTHING`;
const changeSql =
  'UPDATE search_persons SET letters = ?, name = ?, citizen_id = ?, born = ?, sex = ?, status = ? WHERE search_id = ?';

/** Adds the line of an entry and no key of it; false: the search has the person. */
export function addLine(database: Database, entry: Entry): boolean {
  const { searchId, personId, letters, name, citizenId, born, sex, status } = entry;
  const add = statement<unknown[]>(database, keepSql);
  return add.run(searchId, personId, letters, name, citizenId, born, sex, status).changes === 1;
}

/** What the search held of a person and what it should hold; null: nothing. */
export interface EntryChange {
  readonly before: Entry | null;
  readonly after: Entry | null;
}

/** Writes what a change comes to in all tables but the pieces. */
function writeLines(database: Database, { before, after }: EntryChange): void {
  const isKept = before !== null && before.searchId === after?.searchId;
  if (before) {
    writeKeys(database, 'remove', before, isKept ? after : null);
    if (!isKept) statement(database, 'DELETE FROM search_persons WHERE search_id = ?').run(before.searchId);
  }
  if (!after) return;
  const { searchId, personId, letters, name, citizenId, born, sex, status } = after;
  if (isKept) statement(database, changeSql).run(letters, name, citizenId, born, sex, status, searchId);
  else statement(database, addSql).run(searchId, personId, letters, name, citizenId, born, sex, status);
  writeKeys(database, 'add', after, isKept ? before : null);
}

/** Adds the pieces of an entry by which names and numbers are found; those of the same id are replaced. */
export function putGrams(database: Database, { searchId, name, citizenId }: Entry): void {
  statement(database, 'REPLACE INTO search_grams (rowid, grams) VALUES (?, ?)').run(searchId, gramsOf(name, citizenId));
}

/** What is to be done to the pieces of an id; null: they are taken out. */
interface GramsChange {
  readonly searchId: number;
  readonly entry: Entry | null;
}

function gramsChangesOf({ before, after }: EntryChange): GramsChange[] {
  const isSame = before?.searchId === after?.searchId;
  if (isSame && before?.name === after?.name && before?.citizenId === after?.citizenId) return [];
  const put = after ? [{ searchId: after.searchId, entry: after }] : [];
  return before && !isSame ? [{ searchId: before.searchId, entry: null }, ...put] : put;
}

/** One or two milliseconds, and more than what a slice adds. */
const pagesMerged = 16n;

/**
 * Brings some pages of pieces together; to be done whenever some were added, since FTS5 is told not to do it by itself: it would for hundreds of
 * pages in one commit and none in many others.
 */
export function mergeGrams(database: Database): void {
  const sql = "INSERT INTO search_grams (search_grams, rank) VALUES ('merge', ?)";
  statement<[bigint]>(database, sql).run(pagesMerged);
}

/**
 * Writes changes of different persons. The pieces come last and by growing ids: FTS5 keeps them in memory and writes all of them out, a
 * hundred times the work, whenever a lower id or certain statements (an upsert, a savepoint) come in between.
 */
export function writeEntries(database: Database, changes: readonly EntryChange[]): void {
  for (const change of changes) writeLines(database, change);
  const grams = changes.flatMap(gramsChangesOf).sort((a, b) => a.searchId - b.searchId);
  for (const { searchId, entry } of grams) {
    if (entry) putGrams(database, entry);
    else statement(database, 'DELETE FROM search_grams WHERE rowid = ?').run(searchId);
  }
  if (grams.length > 0) mergeGrams(database);
}
