import { claimOf, type RecordKind, type VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from './database.ts';
import { columnOf, recordOfLine, recordTables } from './record-columns.ts';
import { statement } from './statements.ts';

/** By which fields the records are found that may claim the same (claimOf says what they claim). */
const claimedBy = {
  address: [],
  person: ['citizenId'],
  household: ['stationCode', 'number'],
  membership: ['personId'],
  residence: ['personId'],
  permit: ['personId'],
  'migration-paper': ['number'],
  certificate: ['number'],
  blank: ['number'],
} as const satisfies Readonly<Record<RecordKind, readonly string[]>>;

/** The other records in the register that hold what this one claims: the number, the person's one place. */
export function listClaimants(database: Database, record: VersionedRecord): VersionedRecord[] {
  const claim = claimOf(record);
  const fields: readonly string[] = claimedBy[record.kind];
  if (claim === null || fields.length === 0) return [];
  const { table, idColumn } = recordTables[record.kind];
  const where = fields.map((field) => `${columnOf(field)} = ?`).join(' AND ');
  const data: Readonly<Record<string, unknown>> = record.data;
  return statement<unknown[], Readonly<Record<string, unknown>>>(database, `SELECT * FROM ${table} WHERE ${where}`)
    .all(...fields.map((field) => data[field]))
    .filter((line) => line[idColumn] !== record.id)
    .map((line) => recordOfLine(record.kind, line))
    .filter((other) => claimOf(other) === claim);
}
