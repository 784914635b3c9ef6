import { type Queryable, type RegistryDatabase, sqlState } from './database.ts';

/** Two transactions met: unique_violation, serialization_failure, deadlock_detected. Done again, the later one sees the earlier. */
const meetings: ReadonlySet<string | null> = new Set(['23505', '40001', '40P01']);

/** Does the work in a transaction, and once more in a new one, `tryLimit` times in all, when another transaction was faster. */
export async function inTransaction<T>(
  database: RegistryDatabase,
  work: (transaction: Queryable) => Promise<T>,
  tryLimit = 5,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (tries === tryLimit || !meetings.has(sqlState(error))) throw error;
    }
  }
}
