import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { townCommand } from '../../electron/cli/town.ts';
import { checkoutFolders } from '../../electron/station/folders.ts';
import { type Database, openDatabase } from '../../electron/station/store/database.ts';
import { lettersOf } from '../../electron/station/store/person-letters.ts';
import { searchPersons } from '../../electron/station/store/person-search.ts';
import { Random } from '../../shared/town/random.ts';

/*
 * The search box on a copy of the whole city, each kind of text beside the plainest SQL that answers the same from the
 * register's own tables (where there is no index for it, that is a scan). Both read name, number, household and address of up
 * to 50 persons; rounds alternate. Prints one JSON object.
 * Run: node tests/bench/search.bench.ts [--persons 1200000] [--samples 300] [--data DIR made by `luohu town make`]
 */
const { values: asked } = parseArgs({
  options: {
    persons: { type: 'string', default: '1200000' },
    samples: { type: 'string', default: '300' },
    data: { type: 'string' },
  },
});
const samples = Number(asked.samples);
const stationCode = '220403010000';
const repeats = 4;
/** A scan takes as long as a hundred searches; a few tell enough. */
const scanSamples = 6;

interface Someone {
  readonly name: string;
  readonly namePinyin: string | null;
  readonly citizenId: string;
  readonly number: string | null;
  readonly stationCode: string | null;
}

interface Kind {
  readonly kind: string;
  readonly textOf: (someone: Someone, random: Random) => string;
  readonly raw: {
    readonly where: string;
    readonly of: (text: string, someone: Someone) => unknown[];
    readonly isScan?: true;
  };
}

const beginning = (text: string): unknown[] => [text, `${text}\u{10FFFF}`];
const anywhere = (text: string): unknown[] => [`%${text}%`];
const inOrder = (text: string): unknown[] => [`%${[...text].join('%')}%`];
const letters = ({ name, namePinyin }: Someone, isInitials: boolean): string => {
  const keys = lettersOf(name, namePinyin).sort((a, b) => a.length - b.length);
  return (isInitials ? keys[0] : keys.at(-1)) ?? '';
};
const byLetters = `p.person_id IN (SELECT s.person_id FROM search_letters l JOIN search_persons s USING (search_id)
  WHERE l.station = 1 AND l.letters >= ? AND l.letters < ? LIMIT 50)`;

const kinds: readonly Kind[] = [
  {
    kind: 'number exact',
    textOf: ({ citizenId }) => citizenId,
    raw: { where: 'p.citizen_id = ?', of: (text) => [text] },
  },
  {
    kind: 'number beginning',
    textOf: ({ citizenId }, random) => citizenId.slice(0, random.between(6, 16)),
    raw: { where: 'p.citizen_id >= ? AND p.citizen_id < ?', of: beginning },
  },
  {
    kind: 'number, last 4',
    textOf: ({ citizenId }) => citizenId.slice(-4),
    raw: { where: 'p.citizen_id LIKE ?', of: (text) => [`%${text}`], isScan: true },
  },
  {
    kind: 'number, any 4 to 8',
    textOf: ({ citizenId }, random) => {
      const start = random.between(0, 10);
      return citizenId.slice(start, start + random.between(4, 8));
    },
    raw: { where: 'p.citizen_id LIKE ?', of: anywhere, isScan: true },
  },
  {
    kind: 'birth year',
    textOf: ({ citizenId }) => citizenId.slice(6, 10),
    raw: { where: 'substr(p.citizen_id, 7, 4) = ?', of: (text) => [text], isScan: true },
  },
  {
    kind: 'birth day',
    textOf: ({ citizenId }) => citizenId.slice(6, 14),
    raw: { where: 'substr(p.citizen_id, 7, 8) = ?', of: (text) => [text], isScan: true },
  },
  { kind: 'name exact', textOf: ({ name }) => name, raw: { where: 'p.name = ?', of: (text) => [text] } },
  {
    kind: 'name beginning',
    textOf: ({ name }, random) => [...name].slice(0, random.between(1, 2)).join(''),
    raw: { where: 'p.name >= ? AND p.name < ?', of: beginning },
  },
  {
    kind: 'name, first and last character',
    textOf: ({ name }) => `${[...name][0]}${[...name].at(-1)}`,
    raw: { where: 'p.name LIKE ?', of: inOrder, isScan: true },
  },
  {
    kind: 'name, given name only',
    textOf: ({ name }) => [...name].slice(1).join(''),
    raw: { where: 'p.name LIKE ?', of: anywhere, isScan: true },
  },
  { kind: 'pinyin', textOf: (someone) => letters(someone, false), raw: { where: byLetters, of: beginning } },
  { kind: 'initials', textOf: (someone) => letters(someone, true), raw: { where: byLetters, of: beginning } },
  {
    kind: '户号',
    textOf: ({ number }) => number ?? '010000001',
    raw: { where: 'h.station_code = ? AND h.number = ?', of: (text, { stationCode: code }) => [code, text] },
  },
  {
    kind: 'name and birth year',
    textOf: ({ name, citizenId }) => `${name} ${citizenId.slice(6, 10)}`,
    raw: {
      where: 'p.name = ? AND substr(p.citizen_id, 7, 4) = ?',
      of: (_, { name, citizenId }) => [name, citizenId.slice(6, 10)],
    },
  },
];

const line = `SELECT p.person_id, p.name, p.citizen_id, p.sex, p.born_on, p.status, a.full_name, h.household_id, h.number,
  m.relation, h.station_code, p.provisional_event_id, m.provisional_event_id FROM`;
const fromPersons = `persons p LEFT JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
  LEFT JOIN households h ON h.household_id = m.household_id LEFT JOIN addresses a ON a.address_id = h.address_id`;
const fromHouseholds = `households h JOIN memberships m ON m.household_id = h.household_id AND m.until_on IS NULL
  JOIN persons p ON p.person_id = m.person_id JOIN addresses a ON a.address_id = h.address_id`;

function rawSql({ kind, raw }: Kind): string {
  return `${line} ${kind === '户号' ? fromHouseholds : fromPersons} WHERE ${raw.where} LIMIT 50`;
}

function chooseSomeone(database: Database, random: Random): Someone[] {
  const highest = Number(database.prepare('SELECT max(rowid) FROM persons').pluck().get());
  const read = database.prepare<[number], Someone>(
    `SELECT p.name, p.name_pinyin AS namePinyin, p.citizen_id AS citizenId, h.number, h.station_code AS stationCode FROM ${fromPersons}
     WHERE p.rowid >= ? LIMIT 1`,
  );
  return Array.from({ length: samples }, () => read.get(random.between(1, highest))).filter((it) => it !== undefined);
}

/** `ms` as first asked; `bestMs` the fastest of a few, which is what the work takes when nothing else has the processor. */
interface Time {
  readonly ms: number;
  readonly bestMs: number;
  readonly rows: number;
}

function timeOf(act: () => number, repeats: number): Time {
  let rows = 0;
  const times = Array.from({ length: repeats }, () => {
    const startedAt = performance.now();
    rows = act();
    return performance.now() - startedAt;
  });
  return { ms: times[0] ?? 0, bestMs: Math.min(...times), rows };
}

function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

function summary(times: readonly Time[]) {
  const rows = times.reduce((sum, time) => sum + time.rows, 0) / times.length;
  return {
    count: times.length,
    first: percentiles(times.map(({ ms }) => ms)),
    best: percentiles(times.map(({ bestMs }) => bestMs)),
    rows: Number(rows.toFixed(1)),
  };
}

function measure(database: Database, kind: Kind, people: readonly Someone[]) {
  const random = new Random(7, 1, kinds.indexOf(kind));
  const raw = database.prepare(rawSql(kind)).raw();
  const times: { luohu: Time[]; raw: Time[] } = { luohu: [], raw: [] };
  for (const [index, someone] of people.entries()) {
    const text = kind.textOf(someone, random);
    times.luohu.push(timeOf(() => searchPersons(database, { text, limit: 50, stationCode }).length, repeats));
    if (kind.raw.isScan && index >= scanSamples) continue;
    times.raw.push(timeOf(() => raw.all(...kind.raw.of(text, someone)).length, kind.raw.isScan ? 1 : repeats));
  }
  return {
    kind: kind.kind,
    luohu: summary(times.luohu),
    raw: { isScan: kind.raw.isScan === true, ...summary(times.raw) },
  };
}

const folder = asked.data ?? mkdtempSync(join(tmpdir(), 'luohu-bench-'));
try {
  if (!existsSync(join(folder, 'station.db'))) {
    await townCommand(['make', '--persons', asked.persons, '--seed', 'bench', '--out', folder]);
  }
  const file = join(folder, 'station.db');
  const database = openDatabase(file, checkoutFolders(join(import.meta.dirname, '..', '..')).migrations);
  const people = chooseSomeone(database, new Random(1, 1, 1));
  for (const kind of kinds) measure(database, kind, people.slice(0, 10));
  const loadBefore = loadavg();
  const results = kinds.map((kind) => measure(database, kind, people));
  const environment = {
    node: process.versions.node,
    sqlite: database.prepare('SELECT sqlite_version()').pluck().get(),
    synchronous: database.pragma('synchronous', { simple: true }),
    persons: database.prepare('SELECT count(*) FROM persons').pluck().get(),
    databaseBytes: statSync(file).size,
    cpus: cpus().length,
    load: { before: loadBefore, after: loadavg() },
  };
  database.close();
  process.stdout.write(`${JSON.stringify({ environment, unit: 'ms', results }, null, 2)}\n`);
} finally {
  if (asked.data === undefined) rmSync(folder, { recursive: true, force: true });
}
