import { mkdirSync } from 'node:fs';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { isolationOf, type Queryable, type RegistryDatabase } from './database.ts';

function queryableOf(source: PGlite | Transaction): Queryable {
  return {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await source.query<Row>(sql, [...values])).rows,
    script: async (sql) => {
      await source.exec(sql);
    },
  };
}

/**
 * PostgreSQL inside this process, one transaction at a time: for practice, trials and tests. `dataDir` null keeps everything in
 * memory. The first start takes seconds.
 */
export async function openPglite(dataDir: string | null): Promise<RegistryDatabase> {
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true });
  const database = await PGlite.create(dataDir === null ? {} : { dataDir });
  return {
    ...queryableOf(database),
    transaction: (work, mode = 'write') =>
      database.transaction(async (transaction) => {
        await transaction.exec(`SET TRANSACTION ${isolationOf[mode]}`);
        return work(queryableOf(transaction));
      }),
    close: () => database.close(),
  };
}
