import { type RecordKind, recordKinds, VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** Keeps what the registry holds of a record that can not stand in its table now; of two versions the newer. */
export function holdRecord(database: Database, record: VersionedRecord): void {
  const sql = `INSERT INTO held_records (kind, record_id, version, data) VALUES (?, ?, ?, ?)
    ON CONFLICT (kind, record_id) DO UPDATE SET version = excluded.version, data = excluded.data
    WHERE excluded.version > version`;
  statement(database, sql).run(record.kind, record.id, record.version, JSON.stringify(record.data));
}

/** All records held back, in the order in which they can depend on each other. */
export function listHeldRecords(database: Database): VersionedRecord[] {
  const sql = 'SELECT kind, record_id AS id, version, data FROM held_records ORDER BY record_id';
  return statement<[], { kind: RecordKind; id: string; version: number; data: string }>(database, sql)
    .all()
    .sort((a, b) => recordKinds.indexOf(a.kind) - recordKinds.indexOf(b.kind))
    .map((line) => VersionedRecord.parse({ ...line, data: JSON.parse(line.data) }));
}

/** Forgets a held record up to that version: it stands in its table now. */
export function dropHeldRecord(database: Database, { kind, id, version }: Omit<VersionedRecord, 'data'>): void {
  const sql = 'DELETE FROM held_records WHERE kind = ? AND record_id = ? AND version <= ?';
  statement(database, sql).run(kind, id, version);
}

/** Whether anything is held back. */
export function hasHeldRecords(database: Database): boolean {
  return statement(database, 'SELECT 1 FROM held_records LIMIT 1').get() !== undefined;
}
