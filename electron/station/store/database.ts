import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

export type Database = Sqlite.Database;

/** The database was made by a newer program: nothing was touched. */
export class DatabaseNewer extends Error {}
/** A migration that already ran has another text now, or the file is no database. */
export class DatabaseDamaged extends Error {}

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

function listMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Settings every writer connection needs. better-sqlite3 opens an existing WAL file with synchronous=NORMAL, which may lose
 * the last commits when the power goes; FULL is asked for each time. mmap stays off on writers.
 */
function configure(database: Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('recursive_triggers = ON');
  database.pragma('cache_size = -65536');
  database.pragma('temp_store = MEMORY');
}

function checkApplied(database: Database, migrations: readonly Migration[], version: number): void {
  const newest = migrations.at(-1)?.number ?? 0;
  if (version > newest) throw new DatabaseNewer(`database ${version}, program ${newest}`);
  if (version === 0) return;
  const sums = database.prepare<[], { number: number; sha256: string }>('SELECT number, sha256 FROM migrations').all();
  for (const { number, sha256 } of sums) {
    const migration = migrations.find((each) => each.number === number);
    if (!migration || sha256Of(migration.sql) !== sha256) throw new DatabaseDamaged(`migration ${number}`);
  }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function backUp(database: Database, file: string, version: number): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(file, `${file}.before-${version + 1}`);
}

/** By what ran and not by the highest number: a migration may be released after one with a higher number. */
function listApplied(database: Database, version: number): ReadonlySet<number> {
  if (version === 0) return new Set();
  return new Set(database.prepare<[], number>('SELECT number FROM migrations').pluck().all());
}

function migrate(database: Database, file: string, migrations: readonly Migration[]): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  checkApplied(database, migrations, version);
  const applied = listApplied(database, version);
  const due = migrations.filter(({ number }) => !applied.has(number));
  if (due.length === 0) return;
  if (version > 0) backUp(database, file, version);
  database.transaction(() => {
    database.exec(
      'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT',
    );
    for (const { number, name, sql } of due) {
      database.exec(sql);
      database.prepare('INSERT INTO migrations VALUES (?, ?, ?)').run(number, name, sha256Of(sql));
    }
    database.pragma(`user_version = ${Math.max(version, due.at(-1)?.number ?? version)}`);
  })();
}

/**
 * Opens (or makes) the station's database for writing and brings it to the newest migration, with a copy of the file taken before.
 * @throws DatabaseNewer when a newer program made it, DatabaseDamaged when it cannot be read; the file is left as it was.
 */
export function openDatabase(file: string, migrationsFolder: string): Database {
  const isNew = !existsSync(file);
  const database = new Sqlite(file);
  try {
    if (!isNew)
      checkApplied(
        database,
        listMigrations(migrationsFolder),
        Number(database.pragma('user_version', { simple: true })),
      );
    configure(database);
    migrate(database, file, listMigrations(migrationsFolder));
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Sqlite.SqliteError && /SQLITE_(NOTADB|CORRUPT)/.test(error.code))
      throw new DatabaseDamaged(error.code);
    throw error;
  }
}

/** A second connection that only reads, for long reports, checks and the command line. */
export function openReader(file: string): Database {
  return new Sqlite(file, { readonly: true });
}
