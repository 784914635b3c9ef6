import { rmSync } from 'node:fs';
import type { VersionedRecord } from '../../shared/domain/register-records.ts';
import { type Database, openDatabase } from '../station/store/database.ts';
import { rebuildPersonIndex } from '../station/store/person-index-build.ts';
import { addRecord } from '../station/store/records.ts';
import { type DroppedIndex, dropRegisterIndexes, makeRegisterIndex } from '../station/store/register-indexes.ts';

/** Records written before a commit; bounds the log file. */
const recordsPerCommit = 100_000;

/** Fills a new station database from records: rows first, indexes and the search at the end. */
export class TownDatabase {
  private readonly database: Database;
  private readonly indexes: readonly DroppedIndex[];
  private pending = 0;

  constructor(file: string, migrationsFolder: string) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    this.database = openDatabase(file, migrationsFolder);
    this.indexes = dropRegisterIndexes(this.database);
  }

  add(record: VersionedRecord): void {
    if (this.pending === 0) this.database.exec('BEGIN');
    addRecord(this.database, record);
    this.pending += 1;
    if (this.pending === recordsPerCommit) this.commit();
  }

  /** Builds the indexes and closes the file. Returns how many persons the search finds. */
  finish(): number {
    if (this.pending > 0) this.commit();
    for (const index of this.indexes) makeRegisterIndex(this.database, index);
    const findable = rebuildPersonIndex(this.database);
    this.database.pragma('wal_checkpoint(TRUNCATE)');
    this.database.close();
    return findable;
  }

  private commit(): void {
    this.database.exec('COMMIT');
    this.pending = 0;
  }
}
