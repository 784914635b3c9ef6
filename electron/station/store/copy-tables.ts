import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import { searchIndexTables } from './person-index.ts';
import { recordTables } from './record-columns.ts';

/** The tables behind the full-text search, which hold all of it; made by SQLite under the name of `search_grams`. */
const gramTables = ['search_grams_data', 'search_grams_idx', 'search_grams_docsize'] as const;
const historyTables = ['happenings', 'record_history'] as const;

/**
 * The tables of a ready copy: the register, what happened to it, and the person search made of it. Paper holders, former numbers and the stamp of
 * named places follow by the triggers of the tables they come from.
 */
export const copyTables: readonly string[] = [
  ...Object.values(recordTables).map(({ table }) => table),
  ...historyTables,
  ...searchIndexTables.filter((table) => table !== 'search_grams'),
  ...gramTables,
];

/** How a table was made. */
interface Definition {
  readonly name: string;
  readonly sql: string;
}

/** The definitions of these tables in one of the connection's files (`main`, or an attached one). */
export function listDefinitions(database: Database, file = 'main'): Definition[] {
  const made = database
    .prepare<[], Definition>(`SELECT name, sql FROM ${file}.sqlite_schema WHERE type = 'table'`)
    .all();
  const known = new Map(made.map((each) => [each.name, each]));
  return copyTables.flatMap((name) => known.get(name) ?? []);
}

/** What else stands in such a file than these tables and what SQLite keeps by itself: nothing, in one that was made for a copy. */
export function listForeignObjects(database: Database, file: string): string[] {
  const names = database.prepare<[], string>(`SELECT name FROM ${file}.sqlite_schema WHERE sql IS NOT NULL`).pluck();
  return names.all().filter((name) => !copyTables.includes(name));
}

/** Stands for the definitions of the tables: only between two databases with the same one are rows copied as they are. */
export function copySchemaOf(database: Database, file = 'main'): string {
  return createHash('sha256')
    .update(JSON.stringify(listDefinitions(database, file)))
    .digest('hex');
}

/** The columns by which a table's lines lie in order: of a table without row numbers its key. */
function orderOf(database: Database, file: string, table: string): string[] {
  const isWithoutRowid = /WITHOUT ROWID\s*$/i.test(
    listDefinitions(database, file).find(({ name }) => name === table)?.sql ?? '',
  );
  if (!isWithoutRowid) return ['rowid'];
  const keys = database
    .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}', '${file}') WHERE pk > 0 ORDER BY pk`)
    .pluck();
  return keys.all();
}

interface CopyOrder {
  /** Name of the attached file the lines come from, and of the one they go to. */
  readonly from: string;
  readonly to: string;
  readonly table: string;
  readonly linesAtAStep: number;
}

/** Copies all lines of a table, in their order, some at a step; yields how many. */
export function* copyLines(database: Database, { from, to, table, linesAtAStep }: CopyOrder): Generator<number, void> {
  const order = orderOf(database, from, table);
  const [key, marks] = [order.join(', '), order.map(() => '?').join(', ')];
  const source = `${from}.${table}`;
  const findEnd = (after: string) =>
    database
      .prepare<unknown[], unknown[]>(
        `SELECT ${key} FROM ${source} ${after} ORDER BY ${key} LIMIT 1 OFFSET ${linesAtAStep - 1}`,
      )
      .raw();
  const copy = (where: string) =>
    database.prepare<unknown[]>(`INSERT INTO ${to}.${table} SELECT * FROM ${source} ${where} ORDER BY ${key}`);
  const [above, between] = [`WHERE (${key}) > (${marks})`, `WHERE (${key}) > (${marks}) AND (${key}) <= (${marks})`];
  const [findNext, copyBetween, copyRest] = [findEnd(above), copy(between), copy(above)];
  let end = findEnd('').get();
  if (end) yield copy(`WHERE (${key}) <= (${marks})`).run(...end).changes;
  else yield copy('').run().changes;
  while (end) {
    const next = findNext.get(...end);
    yield next ? copyBetween.run(...end, ...next).changes : copyRest.run(...end).changes;
    end = next;
  }
}
