import type Sqlite from 'better-sqlite3';
import type { Database } from './database.ts';

type Kept = Map<string, Sqlite.Statement<unknown[], unknown>>;
const kept = new WeakMap<Database, Kept>();

/**
 * The prepared statement for this SQL text on this connection, prepared once: preparing costs more than most reads here.
 * Only for texts that are constants of the program. `Row` is what the caller knows of the columns.
 */
export function statement<Parameters extends unknown[], Row = unknown>(
  database: Database,
  sql: string,
): Sqlite.Statement<Parameters, Row> {
  const known = kept.get(database) ?? new Map();
  kept.set(database, known);
  const prepared = known.get(sql) ?? database.prepare(sql);
  known.set(sql, prepared);
  return prepared as Sqlite.Statement<Parameters, Row>;
}

/** The SQL texts prepared on this connection so far, for tests that look at their query plans. */
export function listPreparedTexts(database: Database): string[] {
  return [...(kept.get(database)?.keys() ?? [])];
}
