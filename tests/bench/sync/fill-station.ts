import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { checkoutFolders } from '../../../electron/station/folders.ts';
import { openDatabase } from '../../../electron/station/store/database.ts';
import { createSync } from '../../../electron/station/sync/sync-loop.ts';
import { putSyncSetting } from '../../../electron/station/sync/sync-settings.ts';
import type { Percentiles } from '../measure.ts';
import { type Watched, watch } from './watched.ts';

/*
 * A counter computer in a process of its own that fills its copy, from the snapshot or (`feed`) from the first page of the change feed on:
 * `alone`, or `beside` a small commit that is asked for every few milliseconds, for some seconds before the filling too. Prints one line of JSON.
 * Run: node fill-station.ts URL CODE STATION snapshot|feed alone|beside [FOLDER]
 */
const [url = '', enrolCode = '', stationCode = '', from = '', company = '', kept] = process.argv.slice(2);
const beforeMs = 3000;

/** With what the filling took and what was noticed of it beside. */
export interface Filled extends Watched {
  readonly rows: number;
  readonly persons: number;
  readonly cause: string | null;
  /** How long a commit took that was asked for before the filling: what the machine does to it. */
  readonly beforeMs: Percentiles;
  readonly idleMb: number;
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

const idleMb = Math.round(process.memoryUsage.rss() / 1_048_576);
const neighbour = company === 'beside' ? 'beside' : 'alone';
const before = await watch(database, neighbour, () => setTimeout(company === 'beside' ? beforeMs : 0));
const during = await watch(database, neighbour, () => sync.now());
const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const rows = ['addresses', 'persons', 'households', 'memberships', 'residences', 'permits'].reduce(
  (sum, it) => sum + count(it),
  0,
);
const filled: Filled = {
  ...during,
  ...{ rows, persons: count('persons'), cause: sync.state().cause, beforeMs: before.commitMs, idleMb },
};
database.close();
if (kept === undefined) rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(filled)}\n`);
