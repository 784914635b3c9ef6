import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { townCommand } from '../../electron/cli/town.ts';
import { checkoutFolders } from '../../electron/station/folders.ts';
import { type Database, openDatabase } from '../../electron/station/store/database.ts';
import { indexDuePersons } from '../../electron/station/store/person-index.ts';

export const benchStation = '220403010000';
/** As many papers and events as the city makes in a year, so that their numbers are looked for among others. */
const papersOfAYear = 200_000;

/** A city's copy for benchmarks. */
export interface BenchTown {
  readonly database: Database;
  readonly file: string;
  close(): void;
}

/** Certificates and events with numbers; the towns of `luohu town make` have none. */
function addPapers(database: Database): void {
  if (Number(database.prepare('SELECT count(*) FROM certificates').pluck().get()) > 0) return;
  const number = `'220403' || '2025' || printf('%06d', row_number() OVER (ORDER BY citizen_id))`;
  const acceptance = `'220403-2025-' || printf('%06d', row_number() OVER (ORDER BY citizen_id))`;
  database.transaction(() => {
    database.exec(`INSERT INTO certificates (certificate_id, number, kind, person_id, station_code, issued_on, body, purpose, recipient, status, version)
      SELECT person_id, ${number}, 'register-certificate', person_id, '${benchStation}', '2025-06-01', '', '', '', 'issued', 1
      FROM persons LIMIT ${papersOfAYear}`);
    database.exec(`INSERT INTO happenings (event_id, kind, station_code, procedure, acceptance_number, facts, registered_on, happened_on, occurred_at, learnt_at)
      SELECT person_id, 'register.changed', '${benchStation}', 'certificate.issue', ${acceptance}, '{}', '2025-06-01', '2025-06-01',
        '2025-06-01T01:00:00.000Z', '2025-06-01T01:00:00.000Z' FROM persons LIMIT ${papersOfAYear}`);
    database.exec(`INSERT INTO record_history (kind, record_id, event_id, version, before, after)
      SELECT 'person', event_id, event_id, 1, NULL, '{}' FROM happenings`);
  })();
}

/** Opens the town in the folder, or makes one in a folder of its own that goes when the town is closed. */
export async function openBenchTown(persons: string, dataDir: string | undefined): Promise<BenchTown> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'luohu-bench-'));
  const file = join(folder, 'station.db');
  if (!existsSync(file)) await townCommand(['make', '--persons', persons, '--seed', 'bench', '--out', folder]);
  const database = openDatabase(file, checkoutFolders(join(import.meta.dirname, '..', '..')).migrations);
  addPapers(database);
  const due = database.prepare('SELECT 1 FROM search_due LIMIT 1');
  while (due.get() !== undefined) database.transaction(() => indexDuePersons(database))();
  database.pragma('wal_checkpoint(TRUNCATE)');
  return {
    database,
    file,
    close: () => {
      database.close();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
