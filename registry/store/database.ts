/** A statement ready to be run. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Where statements are run: the database itself or one transaction of it. */
export interface Queryable {
  /** Runs one statement with `$1`, `$2` …; cast 64-bit numbers in SQL, as drivers differ in what they make of them. An array is a `text[]`. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements without values, as migrations are. */
  script(sql: string): Promise<void>;
  /**
   * In a transaction of a server: keeps statements for its end, where they go to the server at once with the commit, so that what they lock is
   * not locked for one more way to it and back. Where one of them fails nothing is committed.
   */
  keepForEnd?(statements: readonly Statement[]): void;
}

/** Runs what a transaction does last, in this order: with its commit where that can be, else at once. */
export async function runLast(transaction: Queryable, statements: readonly Statement[]): Promise<void> {
  if (transaction.keepForEnd) return transaction.keepForEnd(statements);
  for (const { sql, values } of statements) await transaction.query(sql, values);
}

/** `write`: what others commit meanwhile is seen. `snapshot`: reads one and the same state throughout, and only reads. */
export type TransactionMode = 'write' | 'snapshot';

/** The registry's database: PostgreSQL, or PGlite inside this process. */
export interface RegistryDatabase extends Queryable {
  /** Commits when `work` resolves, undoes everything when it throws. */
  transaction<T>(work: (transaction: Queryable) => Promise<T>, mode?: TransactionMode): Promise<T>;
  close(): Promise<void>;
}

/** Five characters of SQLSTATE when the error came from the database, or null. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}

/** What a transaction of that mode begins with, behind BEGIN or SET TRANSACTION. */
export const isolationOf: Readonly<Record<TransactionMode, string>> = {
  write: 'ISOLATION LEVEL READ COMMITTED',
  snapshot: 'ISOLATION LEVEL REPEATABLE READ, READ ONLY',
};
