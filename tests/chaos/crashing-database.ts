import type { Queryable, RegistryDatabase, TransactionMode } from '../../registry/store/database.ts';

/** The registry's process is gone: whatever it was doing breaks off here. */
class RegistryCrashed extends Error {}

/** The registry's database as a process sees it that dies after so many more statements, inside a transaction or between two. */
export class CrashingDatabase implements RegistryDatabase {
  readonly #inner: RegistryDatabase;
  #left: number | null = null;
  isDown = false;

  constructor(inner: RegistryDatabase) {
    this.#inner = inner;
  }

  /** The process dies at the statement after so many; commits count as statements, and it may die just after one. */
  crashAfter(statements: number): void {
    this.#left = statements;
  }

  /** Neither dead nor about to die. */
  get isWell(): boolean {
    return this.#left === null;
  }

  #step(): void {
    if (this.#left !== null && this.#left <= 0) this.isDown = true;
    if (this.isDown) throw new RegistryCrashed('the registry is down');
    if (this.#left !== null) this.#left -= 1;
  }

  #watched(source: Queryable): Queryable {
    return {
      query: (sql, values) => {
        this.#step();
        return source.query(sql, values);
      },
      script: (sql) => {
        this.#step();
        return source.script(sql);
      },
    };
  }

  async query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
    return this.#watched(this.#inner).query<Row>(sql, values);
  }

  async script(sql: string): Promise<void> {
    return this.#watched(this.#inner).script(sql);
  }

  /** What throws before the commit rolls back, as a broken connection does. */
  async transaction<T>(work: (transaction: Queryable) => Promise<T>, mode?: TransactionMode): Promise<T> {
    this.#step();
    const result = await this.#inner.transaction(async (transaction) => {
      const done = await work(this.#watched(transaction));
      this.#step();
      return done;
    }, mode);
    this.#step();
    return result;
  }

  async close(): Promise<void> {}
}
