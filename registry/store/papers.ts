import { MigrationPaper } from '../../shared/domain/paper-records.ts';
import type { Queryable } from './database.ts';

/** The migration paper with that number, or null. */
export async function findPaper(
  database: Queryable,
  { kind, printYear, number }: Pick<MigrationPaper, 'kind' | 'printYear' | 'number'>,
): Promise<MigrationPaper | null> {
  const rows = await database.query<{ data: unknown }>('SELECT data FROM records WHERE claim = $1', [
    `paper:${kind}:${printYear}:${number}`,
  ]);
  return rows[0] ? MigrationPaper.parse(rows[0].data) : null;
}
