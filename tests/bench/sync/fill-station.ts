import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkoutFolders } from '../../../electron/station/folders.ts';
import { openDatabase } from '../../../electron/station/store/database.ts';
import { createSync } from '../../../electron/station/sync/sync-loop.ts';
import { putSyncSetting } from '../../../electron/station/sync/sync-settings.ts';
import { percentiles } from '../measure.ts';

/*
 * A counter computer in a process of its own that fills its copy, from the snapshot or (`feed`) from the first page of the change feed on,
 * while a small commit is asked for every few milliseconds. Prints one line of JSON.
 * Run: node fill-station.ts URL CODE STATION snapshot|feed [FOLDER]
 */
const [url = '', enrolCode = '', stationCode = '', from = '', kept] = process.argv.slice(2);
const everyMs = 10;

export interface Filled {
  readonly ms: number;
  readonly rows: number;
  readonly persons: number;
  readonly cause: string | null;
  /** How long a commit asked for beside the filling took, waiting included. */
  readonly commitMs: ReturnType<typeof percentiles>;
  readonly idleMb: number;
  readonly peakMb: number;
}

const folder = kept ?? mkdtempSync(join(tmpdir(), 'luohu-fill-'));
const database = openDatabase(
  join(folder, 'station.db'),
  checkoutFolders(join(import.meta.dirname, '..', '..', '..')).migrations,
);
if (from === 'feed') putSyncSetting(database, 'sync.cursor', '0');
const sync = createSync({
  ...{ db: database, registryUrl: url, enrolCode, stationCode, clock: Date.now },
  ...{ onNews: () => {}, onConfirmed: () => {}, onConflict: () => {} },
});

const mb = () => process.memoryUsage().rss / 1_048_576;
const idleMb = mb();
let peakMb = idleMb;
const commits: number[] = [];
const note = database.prepare(`INSERT INTO settings VALUES ('bench', '1') ON CONFLICT DO UPDATE SET value = value + 1`);
let dueAt = performance.now() + everyMs;
const beside = setInterval(() => {
  peakMb = Math.max(peakMb, mb());
  note.run();
  commits.push(performance.now() - dueAt);
  dueAt = performance.now() + everyMs;
}, everyMs);

const startedAt = performance.now();
const state = await sync.now();
const ms = performance.now() - startedAt;
clearInterval(beside);
const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const rows = ['addresses', 'persons', 'households', 'memberships', 'residences', 'permits'].reduce(
  (sum, it) => sum + count(it),
  0,
);
const filled: Filled = {
  ...{ ms, rows, persons: count('persons'), cause: state.cause, commitMs: percentiles(commits) },
  ...{ idleMb: Math.round(idleMb), peakMb: Math.round(peakMb) },
};
database.close();
if (kept === undefined) rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(filled)}\n`);
