import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Queryable, RegistryDatabase } from './database.ts';

/** Key of the lock that keeps two registries from migrating one database at once; any number nobody else uses. */
const migrationLock = 220_403;

/**
 * Brings the database to the newest migration of the folder, in one transaction; with a schema, that one, made where it is missing.
 * @throws Error when the database is newer than the program, or a migration that ran has another text now; nothing is changed.
 */
export async function migrate(database: RegistryDatabase, folder: string, schema: string | null = null): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort();
  await database.transaction(async (transaction) => {
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    if (schema !== null) await transaction.script(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await transaction.script('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, sha256 text NOT NULL)');
    const applied = await transaction.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM migrations');
    const newer = applied.find(({ name }) => !files.includes(name));
    if (newer) throw new Error(`the database has migration ${newer.name}, which this program does not know`);
    for (const name of files)
      await apply(transaction, applied, { name, sql: readFileSync(join(folder, name), 'utf8') });
  });
}

async function apply(
  transaction: Queryable,
  applied: readonly { name: string; sha256: string }[],
  { name, sql }: { name: string; sql: string },
): Promise<void> {
  const sha256 = createHash('sha256').update(sql).digest('hex');
  const known = applied.find((each) => each.name === name);
  if (known?.sha256 === sha256) return;
  if (known) throw new Error(`migration ${name} is not the one that ran on this database`);
  await transaction.script(sql);
  await transaction.query('INSERT INTO migrations (name, sha256) VALUES ($1, $2)', [name, sha256]);
}
