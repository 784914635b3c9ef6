import type { Person } from '../../../shared/domain/records.ts';
import type { Database } from './database.ts';
import { type PersonLine, personOfRow, type Stored } from './rows.ts';
import { statement } from './statements.ts';

/** The person, or null. */
export function findPerson(database: Database, personId: string): Stored<Person> | null {
  const row = statement<[string], PersonLine>(database, 'SELECT * FROM persons WHERE person_id = ?').get(personId);
  return row ? personOfRow(row) : null;
}

/** The person who bears this 18-character number (capital X), or null. */
export function findPersonByNumber(database: Database, citizenId: string): Stored<Person> | null {
  const row = statement<[string], PersonLine>(database, 'SELECT * FROM persons WHERE citizen_id = ?').get(citizenId);
  return row ? personOfRow(row) : null;
}
