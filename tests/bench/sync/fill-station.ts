import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { checkoutFolders } from '../../../electron/station/folders.ts';
import { openDatabase } from '../../../electron/station/store/database.ts';
import { createSync } from '../../../electron/station/sync/sync-loop.ts';
import { putSyncSetting } from '../../../electron/station/sync/sync-settings.ts';
import { type Percentiles, percentiles, threadCpuMs } from '../measure.ts';

/*
 * A counter computer in a process of its own that fills its copy, from the snapshot or (`feed`) from the first page of the change feed on:
 * `alone`, or `beside` a small commit that is asked for every few milliseconds, for some seconds before the filling too. Prints one line of JSON.
 * Run: node fill-station.ts URL CODE STATION snapshot|feed alone|beside [FOLDER]
 */
const [url = '', enrolCode = '', stationCode = '', from = '', company = '', kept] = process.argv.slice(2);
const everyMs = 10;
const beforeMs = 3000;

export interface Filled {
  readonly ms: number;
  /** Of the service's one thread. */
  readonly cpuMs: number;
  readonly rows: number;
  readonly persons: number;
  readonly cause: string | null;
  /** How long a commit took that was asked for before the filling, and one beside it, waiting included: what the machine does to it, and all. */
  readonly beforeMs: Percentiles;
  readonly commitMs: Percentiles;
  /** The longest the service was at one thing, by the processor's time, which other work on the machine does not lengthen. */
  readonly holdMs: Percentiles;
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

const mb = () => process.memoryUsage.rss() / 1_048_576;
const idleMb = mb();
let peakMb = idleMb;
const note = database.prepare(`INSERT INTO settings VALUES ('bench', '1') ON CONFLICT DO UPDATE SET value = value + 1`);

/** Looks in every few milliseconds until `work` is over. */
async function watch(work: () => Promise<unknown>): Promise<{ commits: Percentiles; holds: Percentiles }> {
  const [commits, holds]: [number[], number[]] = [[], []];
  let [dueAt, usedMs] = [performance.now() + everyMs, threadCpuMs()];
  const timer = setInterval(() => {
    holds.push(threadCpuMs() - usedMs);
    peakMb = Math.max(peakMb, mb());
    if (company === 'beside') note.run();
    commits.push(Math.max(0, performance.now() - dueAt));
    dueAt = performance.now() + everyMs;
    usedMs = threadCpuMs();
  }, everyMs);
  await work();
  clearInterval(timer);
  return { commits: percentiles(commits), holds: percentiles(holds) };
}

const before = await watch(() => setTimeout(company === 'beside' ? beforeMs : 0));
const [startedAt, startedCpuMs] = [performance.now(), threadCpuMs()];
const beside = await watch(() => sync.now());
const [ms, cpuMs] = [performance.now() - startedAt, threadCpuMs() - startedCpuMs];
const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const rows = ['addresses', 'persons', 'households', 'memberships', 'residences', 'permits'].reduce(
  (sum, it) => sum + count(it),
  0,
);
const filled: Filled = {
  ...{ ms, cpuMs, rows, persons: count('persons'), cause: sync.state().cause },
  ...{ beforeMs: before.commits, commitMs: beside.commits, holdMs: beside.holds },
  ...{ idleMb: Math.round(idleMb), peakMb: Math.round(peakMb) },
};
database.close();
if (kept === undefined) rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(filled)}\n`);
