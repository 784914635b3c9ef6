import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { townCommand } from '../../electron/cli/town.ts';
import { findDuplicates } from '../../electron/station/duplicates/find-duplicates.ts';
import { checkoutFolders } from '../../electron/station/folders.ts';
import { type Database, openDatabase } from '../../electron/station/store/database.ts';
import { Sweeps } from '../../electron/station/sweep/sweeps.ts';
import { putSyncSetting } from '../../electron/station/sync/sync-settings.ts';

/*
 * The sweep of a station with very many people, check by check; the service's own commits while it runs, beside the same commits in quiet;
 * and the search for duplicates of somebody entered. Prints one JSON object.
 * Run: node tests/bench/sweep.bench.ts [--persons 200000] [--data DIR made by `luohu town make --station 220403010000`]
 */
const { values: asked } = parseArgs({
  options: { persons: { type: 'string', default: '200000' }, data: { type: 'string' } },
});
const stationCode = '220403010000';
const duplicateSamples = 3000;
const quietCommits = 1000;
/** Between two commits: nobody at a counter is faster. */
const pauseMs = 5;

function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3));
  return { count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

function timeOf(act: () => unknown): number {
  const startedAt = performance.now();
  act();
  return performance.now() - startedAt;
}

/** A commit with a few pages changed, as every act at the counter makes one. */
function commitOf(database: Database): () => number {
  const touch = database.prepare('UPDATE persons SET phone = ? WHERE rowid = ?');
  const note = database.prepare(
    `INSERT INTO settings VALUES ('bench', '1') ON CONFLICT DO UPDATE SET value = value + 1`,
  );
  let row = 0;
  return () =>
    timeOf(
      database.transaction(() => {
        row += 997;
        touch.run('0437-0000000', row % 100_000);
        note.run();
      }),
    );
}

async function commitWhile(commit: () => number, goesOn: (made: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goesOn(times.length)) {
    times.push(commit());
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return times;
}

async function measureSweep(database: Database) {
  const commit = commitOf(database);
  const quiet = await commitWhile(commit, (made) => made < quietCommits);
  const sweeps = new Sweeps({ database, stationCode, clock: Date.now, onNews: () => undefined });
  const startedAt = performance.now();
  const running = sweeps.run();
  const beside = await commitWhile(commit, () => sweeps.state().running !== null);
  const { report } = await running;
  return {
    sweepMs: Math.round(performance.now() - startedAt),
    checks: report?.counts ?? [],
    commitMs: { quiet: percentiles(quiet), whileSweeping: percentiles(beside) },
  };
}

function measureDuplicates(database: Database) {
  const people = database
    .prepare<[number], { name: string; bornOn: string; citizenId: string }>(
      `SELECT name, born_on AS bornOn, citizen_id AS citizenId FROM persons
       WHERE rowid % (SELECT max(1, max(rowid) / ?) FROM persons) = 0`,
    )
    .all(duplicateSamples);
  return percentiles(people.map((it) => timeOf(() => findDuplicates(database, { ...it, personId: null }))));
}

const made = asked.data === undefined ? mkdtempSync(join(tmpdir(), 'luohu-sweep-')) : null;
try {
  if (made !== null)
    await townCommand(['make', '--persons', asked.persons, '--seed', 'sweep', '--out', made, '--station', stationCode]);
  const file = join(asked.data ?? made ?? '', 'station.db');
  if (!existsSync(file)) throw new Error('--data: there is no station.db in this folder');
  const database = openDatabase(file, checkoutFolders(join(import.meta.dirname, '..', '..')).migrations);
  putSyncSetting(database, 'sync.cursor', '1');
  const duplicateMs = measureDuplicates(database);
  const sweep = await measureSweep(database);
  const persons = Number(database.prepare('SELECT count(*) FROM persons').pluck().get());
  database.close();
  const machine = { cpus: cpus().length, load: loadavg().map((it) => Number(it.toFixed(1))) };
  console.log(JSON.stringify({ persons, machine, duplicateMs, ...sweep }, null, 1));
} finally {
  if (made !== null) rmSync(made, { recursive: true, force: true });
}
