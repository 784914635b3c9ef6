import type { Database } from './database.ts';
import { clearPersonIndex } from './person-index.ts';
import { recordTables } from './record-columns.ts';

/** An index taken away for a first fill, with the statement that makes it again. */
export interface DroppedIndex {
  readonly name: string;
  readonly sql: string;
}

const tables = Object.values(recordTables);

/** Drops the indexes of the register's tables, keys aside. A first fill is three times as fast without them. */
export function dropRegisterIndexes(database: Database): DroppedIndex[] {
  const names = tables.map(({ table }) => `'${table}'`).join(', ');
  const indexes = database
    .prepare<[], DroppedIndex>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${names}) ORDER BY rowid`,
    )
    .all();
  for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
  return indexes;
}

/** Makes an index again, in about a second for a million records. One that is there is left alone. */
export function makeRegisterIndex(database: Database, { sql }: DroppedIndex): void {
  database.exec(sql.replace(/^(CREATE (?:UNIQUE )?INDEX) (?:IF NOT EXISTS )?/i, '$1 IF NOT EXISTS '));
}

/**
 * From here SQLite sorts the lines of an index in files and in pieces as large as its cache; as the program is set it would hold all of them in memory
 * beside a full cache, a hundred MB for a million people. What is returned makes it as it was.
 */
export function sortInFiles(database: Database): () => void {
  const usual = ['cache_size', 'temp_store'].map((name) => `${name} = ${database.pragma(name, { simple: true })}`);
  for (const setting of ['cache_size = -8192', 'temp_store = FILE', 'shrink_memory']) database.pragma(setting);
  return () => {
    for (const setting of usual) database.pragma(setting);
  };
}

/** Takes everything out of the register's tables but what this computer registered and still waits for. */
export function emptyRegister(database: Database): void {
  for (const { table, canBeProvisional } of tables) {
    const waits = `SELECT 1 FROM ${table} WHERE provisional_event_id IS NOT NULL LIMIT 1`;
    const keepsSome = canBeProvisional && database.prepare(waits).get() !== undefined;
    database.exec(keepsSome ? `DELETE FROM ${table} WHERE provisional_event_id IS NULL` : `DELETE FROM ${table}`);
  }
  database.exec('DELETE FROM held_records');
  clearPersonIndex(database);
}
