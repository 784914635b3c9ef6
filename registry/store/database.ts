/** Where statements are run: the database itself or one transaction of it. */
export interface Queryable {
  /** Runs one statement with `$1`, `$2` …; cast 64-bit numbers in SQL, as drivers differ in what they make of them. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements without values, as migrations are. */
  script(sql: string): Promise<void>;
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

/** First statement of a transaction of that mode. */
export const isolationOf: Readonly<Record<TransactionMode, string>> = {
  write: 'SET TRANSACTION ISOLATION LEVEL READ COMMITTED',
  snapshot: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
};

/** Another transaction was faster: undone, and worth trying again. Carries the SQLSTATE of a serialization failure. */
export class Overtaken extends Error {
  readonly code = '40001';
}
