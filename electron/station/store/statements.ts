import type Sqlite from 'better-sqlite3';
import type { Database } from './database.ts';

type Kept = Map<string, Sqlite.Statement<unknown[], unknown>>;
const kept = new WeakMap<Database, Kept>();

/**
 * The text with a plus sign in front of every parameter, which changes no value. Without it SQLite plans a join by the values that are
 * bound, and so prepares it anew at every run: 20 to 60 µs, several times what the search of a number takes.
 */
function planOnce(sql: string): string {
  return sql.replaceAll(/'[^']*'|@\w+|\?/g, (part) => (part.startsWith("'") ? part : `+${part}`));
}

function prepare(database: Database, sql: string): Sqlite.Statement<unknown[], unknown> {
  const known: Kept = kept.get(database) ?? new Map();
  kept.set(database, known);
  const prepared = database.prepare<unknown[]>(planOnce(sql));
  known.set(sql, prepared);
  return prepared;
}

/**
 * The prepared statement for this SQL text on this connection, prepared once: preparing costs more than most reads here.
 * Only for texts that are constants of the program. `Row` is what the caller knows of the columns.
 */
export function statement<Parameters extends unknown[], Row = unknown>(
  database: Database,
  sql: string,
): Sqlite.Statement<Parameters, Row> {
  const prepared = kept.get(database)?.get(sql) ?? prepare(database, sql);
  return prepared as Sqlite.Statement<Parameters, Row>;
}

/** The SQL texts prepared on this connection so far, for tests that look at their query plans. */
export function listPreparedTexts(database: Database): string[] {
  return [...(kept.get(database)?.keys() ?? [])].map(planOnce);
}
