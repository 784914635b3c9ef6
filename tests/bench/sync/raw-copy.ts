import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Sqlite from 'better-sqlite3';
import { postgresBinaries } from '../../fixtures/postgres.ts';

/**
 * Records a second of a COPY of the registry's records into one plain table of SQLite, in one transaction that waits for the disk: no rules, no
 * schema, no history, no search, no index. Nothing that fills a copy record by record can be faster.
 */
export async function measureRawCopy(databaseUrl: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-raw-copy-'));
  const database = new Sqlite(join(folder, 'raw.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE records (kind TEXT, id TEXT, version INTEGER, data TEXT)');
  const insert = database.prepare('INSERT INTO records VALUES (?, ?, ?, ?)');
  const startedAt = performance.now();
  database.exec('BEGIN');
  let rows = 0;
  for await (const line of copiedLines(databaseUrl)) {
    const [kind, id, version, data = ''] = line.split('\t');
    insert.run(kind, id, Number(version), data.includes('\\') ? data.replaceAll('\\\\', '\\') : data);
    rows += 1;
  }
  database.exec('COMMIT');
  const ms = performance.now() - startedAt;
  database.close();
  rmSync(folder, { recursive: true });
  return (rows / ms) * 1000;
}

/** The lines of a COPY in PostgreSQL's text format. */
function copiedLines(databaseUrl: string): AsyncIterable<string> {
  const copy = 'COPY (SELECT kind, record_id, version, data FROM records) TO STDOUT';
  const child = spawn(join(postgresBinaries ?? '', 'psql'), ['--no-psqlrc', '--command', copy, databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
}
