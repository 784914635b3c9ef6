import type Sqlite from 'better-sqlite3';
import type { Database } from '../../electron/station/store/database.ts';

/** A statement as it was carried out. */
interface Carried {
  readonly sql: string;
  readonly how: 'run' | 'get' | 'all';
  readonly values: readonly unknown[];
  /** Whether it wrote nothing. */
  readonly isIdle: boolean;
}

/** Carries something out, notes every statement of it with its values, and takes it back. */
export function record(database: Database, act: (database: Database) => void): Carried[] {
  const carried: Carried[] = [];
  const prepare = (sql: string) => {
    const real = database.prepare(sql);
    const carry =
      (how: Carried['how']) =>
      (...values: unknown[]) => {
        const answer = real[how](...values);
        carried.push({ sql, how, values, isIdle: how === 'run' && (answer as Sqlite.RunResult).changes === 0 });
        return answer;
      };
    return { run: carry('run'), get: carry('get'), all: carry('all') };
  };
  database.exec('BEGIN');
  try {
    act({ prepare } as unknown as Database);
  } finally {
    database.exec('ROLLBACK');
  }
  return carried;
}

/** The same statements on SQLite alone, prepared beforehand, in one transaction. */
export class Replay {
  private readonly database: Database;
  private readonly prepared = new Map<string, Sqlite.Statement>();

  constructor(database: Database) {
    this.database = database;
  }

  prepare(statements: readonly Carried[]): () => void {
    const ready = statements.map(({ sql, how, values }) => {
      const statement = this.prepared.get(sql) ?? this.database.prepare(sql);
      this.prepared.set(sql, statement);
      return () => statement[how](...values);
    });
    const begin = this.database.prepare('BEGIN');
    const commit = this.database.prepare('COMMIT');
    return () => {
      begin.run();
      for (const carryOut of ready) carryOut();
      commit.run();
    };
  }
}
