import type Sqlite from 'better-sqlite3';
import type { Database } from '../../electron/station/store/database.ts';

/** The power goes at this statement. What the transaction did so far is undone, what was committed stays. */
class PowerCut extends Error {}

/** Cuts a program off between two statements that write. From then on nothing it does reaches its file any more. */
export class Fuse {
  #left: number | null = null;
  isBlown = false;

  /** The program dies before it writes for the time after so many; null: it does not. */
  light(statements: number | null): void {
    this.#left = statements;
  }

  #step(): void {
    if (this.#left !== null && this.#left <= 0) this.isBlown = true;
    if (this.isBlown) throw new PowerCut('the power is off');
    if (this.#left !== null) this.#left -= 1;
  }

  /** Puts the fuse before every statement that is prepared on the connection from now on. */
  guard(database: Database): void {
    const prepare = database.prepare.bind(database) as (sql: string) => Sqlite.Statement<unknown[]>;
    const guarded = (sql: string) => {
      const prepared = prepare(sql);
      if (prepared.readonly) return prepared;
      const [run, get] = [prepared.run.bind(prepared), prepared.get.bind(prepared)];
      prepared.run = (...values: unknown[]) => {
        this.#step();
        return run(...values);
      };
      prepared.get = (...values: unknown[]) => {
        this.#step();
        return get(...values);
      };
      return prepared;
    };
    database.prepare = guarded as Database['prepare'];
  }
}
