import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checkoutFolders } from '../../../electron/station/folders.ts';
import { openDatabase } from '../../../electron/station/store/database.ts';
import { createSync } from '../../../electron/station/sync/sync-loop.ts';
import { type Watched, watch } from './watched.ts';

/*
 * A counter computer in a process of its own with a filled copy in a folder, whose service has been running: it takes what the registry tells,
 * says `ready`, waits for a line, and takes what was told meanwhile, `alone` or `beside` a small commit every few milliseconds. Prints one
 * line of JSON.
 * Run: node pull-station.ts URL CODE STATION alone|beside FOLDER
 */
const [url = '', enrolCode = '', stationCode = '', company = '', folder = ''] = process.argv.slice(2);

export interface Pulled extends Watched {
  readonly persons: number;
  /** Versions of records that were told. */
  readonly rows: number;
  readonly cause: string | null;
  readonly idleMb: number;
}

const database = openDatabase(
  join(folder, 'station.db'),
  checkoutFolders(join(import.meta.dirname, '..', '..', '..')).migrations,
);
const sync = createSync({
  ...{ db: database, registryUrl: url, enrolCode, stationCode, clock: Date.now },
  ...{ onNews: () => {}, onConfirmed: () => {}, onConflict: () => {} },
});
const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

await sync.now();
const before = count('record_history');
const idleMb = Math.round(process.memoryUsage.rss() / 1_048_576);
process.stdout.write('ready\n');
const input = createInterface({ input: process.stdin });
await new Promise((resolve) => input.once('line', resolve));
const watched = await watch(database, company === 'beside' ? 'beside' : 'alone', () => sync.now());
const pulled: Pulled = {
  ...watched,
  ...{ persons: count('persons'), rows: count('record_history') - before, cause: sync.state().cause, idleMb },
};
input.close();
database.close();
process.stdout.write(`${JSON.stringify(pulled)}\n`);
