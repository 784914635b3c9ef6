import { statSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { serialize } from 'node:v8';
import type { Database } from '../../electron/station/store/database.ts';
import { Random } from '../../shared/town/random.ts';
import { openBenchTown } from './bench-town.ts';
import { summary, type Time, timeOf } from './measure.ts';
import { fromPersons, type Kind, kinds, rawSql, runKind, type Someone } from './search-kinds.ts';

/*
 * The search box and its form on a copy of the whole city, each kind of text beside the plainest SQL that answers the same from the
 * register's own tables (where there is no index for it, that is a scan). Both read name, number, household and address of up
 * to 50 persons and serialise them as for the window; rounds alternate. Prints one JSON object.
 * Run: node tests/bench/search.bench.ts [--persons 1200000] [--samples 300] [--kind WORD] [--data DIR made by `luohu town make`]
 */
const { values: asked } = parseArgs({
  options: {
    persons: { type: 'string', default: '1200000' },
    samples: { type: 'string', default: '300' },
    kind: { type: 'string', default: '' },
    data: { type: 'string' },
  },
});
const samples = Number(asked.samples);
/** Often enough that one of them is not disturbed by other work on the computer. */
const repeats = 8;
/** A scan takes as long as a hundred searches; a few tell enough. */
const scanSamples = 3;
const limitsMs = { number: 0.5, any: 10 } as const;

function chooseSomeone(database: Database, random: Random): Someone[] {
  const highest = Number(database.prepare('SELECT max(rowid) FROM persons').pluck().get());
  const read = database.prepare<[number], Omit<Someone, 'paper' | 'permit'>>(
    `SELECT p.name, p.name_pinyin AS namePinyin, p.citizen_id AS citizenId, p.sex, p.born_on AS bornOn, h.number,
       h.station_code AS stationCode, a.full_name AS address FROM ${fromPersons} WHERE p.rowid >= ? LIMIT 1`,
  );
  const listNumbers = (table: string) =>
    database.prepare<[], string>(`SELECT number FROM ${table} ORDER BY number LIMIT 5000`).pluck().all();
  const [papers, permits] = [listNumbers('certificates'), listNumbers('permits')];
  return Array.from({ length: samples }, () => read.get(random.between(1, highest)))
    .filter((it) => it !== undefined)
    .map((it, index) => ({
      ...it,
      paper: papers[(index * 17) % papers.length] ?? '2204032025000001',
      permit: permits[(index * 17) % permits.length] ?? 'T00000001',
    }));
}

function warmUp(database: Database, kind: Kind, people: readonly Someone[]): void {
  const random = new Random(7, 2, kinds.indexOf(kind));
  for (const someone of people) runKind(database, kind, kind.textOf(someone, random), someone);
}

function measure(database: Database, kind: Kind, people: readonly Someone[]) {
  const random = new Random(7, 1, kinds.indexOf(kind));
  const raw = database.prepare(rawSql(kind)).raw();
  const times: { luohu: Time[]; raw: Time[] } = { luohu: [], raw: [] };
  const sent = (rows: readonly unknown[]) => (serialize(rows).length > 0 ? rows.length : 0);
  for (const [index, someone] of people.entries()) {
    const text = kind.textOf(someone, random);
    times.luohu.push(timeOf(() => sent(runKind(database, kind, text, someone)), repeats));
    if (kind.raw.isScan && index >= scanSamples) continue;
    times.raw.push(timeOf(() => sent(raw.all(...kind.raw.of(text, someone))), kind.raw.isScan ? 1 : repeats));
  }
  const [luohu, plain] = [summary(times.luohu), summary(times.raw)];
  const limitMs = kind.kind === 'number exact' ? limitsMs.number : limitsMs.any;
  return {
    kind: kind.kind,
    luohu,
    raw: { isScan: kind.raw.isScan === true, ...plain },
    ratio: Number((luohu.best.p50 / plain.best.p50).toFixed(2)),
    isWithinLimit: luohu.best.p99 <= limitMs,
  };
}

const town = await openBenchTown(asked.persons, asked.data);
try {
  const { database } = town;
  const people = chooseSomeone(database, new Random(1, 1, 1));
  const chosen = kinds.filter(({ kind }) => kind.includes(asked.kind));
  for (const kind of chosen) warmUp(database, kind, people.slice(0, 20));
  const loadBefore = loadavg();
  const results = chosen.map((kind) => measure(database, kind, people));
  const environment = {
    node: process.versions.node,
    sqlite: database.prepare('SELECT sqlite_version()').pluck().get(),
    synchronous: database.pragma('synchronous', { simple: true }),
    persons: database.prepare('SELECT count(*) FROM persons').pluck().get(),
    databaseBytes: statSync(town.file).size,
    cpus: cpus().length,
    load: { before: loadBefore, after: loadavg() },
  };
  process.stdout.write(`${JSON.stringify({ bench: 'search', environment, unit: 'ms', results }, null, 2)}\n`);
} finally {
  town.close();
}
