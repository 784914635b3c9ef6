import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkoutFolders } from '../../../electron/station/folders.ts';
import { openDatabase } from '../../../electron/station/store/database.ts';
import { writeReadyCopy } from '../../../electron/station/sync/write-copy.ts';
import { TestDevice } from '../../fixtures/registry-device.ts';
import { applyBarely } from './bare-apply.ts';
import { type BenchRegistry, cityCode } from './bench-registry.ts';
import { tellOfArrivals, tellOfChanges } from './feed-data.ts';
import type { Filled } from './fill-station.ts';
import { measurePouchDb } from './pouchdb.ts';
import { measureRawCopy } from './raw-copy.ts';
import { type Row, rowOf } from './rows.ts';
import { RunningStation } from './running-station.ts';

const memoryLimitMb = 150;

interface Fill {
  readonly from: 'snapshot' | 'feed';
  readonly company: 'alone' | 'beside';
  readonly folder: string;
}

function fill({ host, stationCode }: BenchRegistry, { from, company, folder }: Fill): Promise<Filled> {
  const script = fileURLToPath(new URL('./fill-station.ts', import.meta.url));
  const child = spawn(process.execPath, [script, host.url, cityCode, stationCode, from, company, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      const filled: Filled | null = code === 0 ? JSON.parse(Buffer.concat(chunks).toString()) : null;
      if (filled?.cause === null) resolve(filled);
      else reject(new Error(`the copy was not filled: ${filled?.cause ?? code}`));
    });
  });
}

/** How fast ours is beside the bare loop by the processor's time of the one thread, and that time for a record. */
const cpuOf = (
  { rows, cpuMs }: { readonly rows: number; readonly cpuMs: number },
  { cpuMs: ours }: Pick<Filled, 'cpuMs'>,
) => ({
  ...{ cpuMicrosARecord: Math.round((ours / rows) * 1000), cpuRatioToBare: Number((cpuMs / ours).toFixed(2)) },
});

/** Figures of a fill alone, and of the same with commits beside it. */
const moreOf = (alone: Filled, beside: Filled) => ({
  ...{ commitBesideP50Ms: beside.commitMs.p50, commitBesideP99Ms: beside.commitMs.p99 },
  ...{ commitBesideMaxMs: beside.commitMs.max, commitBeforeP99Ms: beside.beforeMs.p99 },
  ...{ commitBeforeMaxMs: beside.beforeMs.max, holdP99Ms: alone.holdMs.p99, holdMaxMs: alone.holdMs.max },
  memoryAboveIdleMb: alone.peakMb - alone.idleMb,
  memoryTarget: `≤ ${memoryLimitMb} MB above idle`,
});
const rate = (rows: number, ms: number) => (rows / ms) * 1000;

interface FillBench {
  readonly registry: BenchRegistry;
  readonly feedPersons: number;
  readonly changes: number;
  /** Where `pouchdb-node` is installed. */
  readonly pouchFolder: string;
  readonly pouchPersons: number;
}

/** The first fill from the feed, from the snapshot and from a ready copy made of that, then a pull into the filled copy, beside the bare loops. */
export async function measureFills(bench: FillBench): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-fills-'));
  try {
    const feed = await measureFeed(bench, mkdtempSync(join(folder, 'feed-')));
    const copies = { alone: mkdtempSync(join(folder, 'copy-')), beside: mkdtempSync(join(folder, 'copy-')) };
    const snapshot = await measureSnapshot(bench, copies, feed);
    const ready = await measureReadyCopy(bench, copies.alone, { folder, feed });
    return [feed, snapshot, ready, await measurePull(bench, copies)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Copies {
  readonly alone: string;
  readonly beside: string;
}

/** The same fill alone and with commits beside it, each in a folder of its own. */
async function fillBoth(registry: BenchRegistry, from: Fill['from'], copies: Copies) {
  const alone = await fill(registry, { from, company: 'alone', folder: copies.alone });
  const beside = await fill(registry, { from, company: 'beside', folder: copies.beside });
  return { alone, beside };
}

async function measureSnapshot({ registry }: FillBench, copies: Copies, feed: Row): Promise<Row> {
  const { alone, beside } = await fillBoth(registry, 'snapshot', copies);
  return rowOf({
    ...{ name: `first fill from the snapshot, ${alone.persons} persons`, unit: 'records/s', target: '≥ 5 × the feed' },
    ours: [rate(alone.rows, alone.ms)],
    beside: { feed: [feed.best], rawCopy: [await measureRawCopy(registry.databaseUrl)] },
    more: { seconds: Math.round(alone.ms / 1000), ...moreOf(alone, beside) },
  });
}

/** Makes a ready copy of a filled one, which the registry then offers. */
async function makeReadyCopy(folder: string, copies: string): Promise<{ seconds: number; megabytes: number }> {
  const { migrations } = checkoutFolders(join(import.meta.dirname, '..', '..', '..'));
  const database = openDatabase(join(folder, 'station.db'), migrations);
  const startedAt = performance.now();
  const made = await writeReadyCopy(database, { folder: copies, scope: 'city' });
  const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(1));
  database.close();
  if (typeof made === 'string') throw new Error(`no ready copy: ${made}`);
  return { seconds, megabytes: Math.round(made.bytes / 1_048_576) };
}

async function measureReadyCopy(
  { registry }: FillBench,
  filled: string,
  { folder, feed }: { readonly folder: string; readonly feed: Row },
): Promise<Row> {
  const made = await makeReadyCopy(filled, registry.copies);
  const copies = { alone: mkdtempSync(join(folder, 'ready-')), beside: mkdtempSync(join(folder, 'ready-')) };
  const { alone, beside } = await fillBoth(registry, 'snapshot', copies);
  const pouch = feed.beside.pouchdb;
  return rowOf({
    ...{ name: `first fill from a ready copy, ${alone.persons} persons`, unit: 'records/s' },
    target: '≥ 5 × the feed, ≥ 15 × PouchDB',
    ours: [rate(alone.rows, alone.ms)],
    beside: { feed: [feed.best], ...(pouch === undefined ? {} : { pouchdb: [pouch.best] }) },
    more: {
      ...{ seconds: Number((alone.ms / 1000).toFixed(1)), madeInSeconds: made.seconds, megabytes: made.megabytes },
      ...moreOf(alone, beside),
    },
  });
}

async function cityDevice({ host, stationCode }: BenchRegistry): Promise<TestDevice> {
  return TestDevice.enrol(host.url, stationCode, cityCode);
}

/**
 * Records a second of the bare loop over the pages behind a cursor: every page on the disk or only the last, and that with asking for the pages;
 * `filled`: the copy it begins with.
 */
async function bareRates(registry: BenchRegistry, folder: string, cursor: number, filled?: string) {
  const device = await cityDevice(registry);
  const apply = async (synchronous: 'FULL' | 'NORMAL') => {
    const file = join(folder, `bare-${synchronous}.db`);
    if (filled !== undefined) copyFileSync(join(filled, 'station.db'), file);
    return applyBarely(file, device, { cursor, synchronous });
  };
  const [full, normal] = [await apply('FULL'), await apply('NORMAL')];
  return {
    ...{ rows: full.rows, cpuMs: normal.cpuMs },
    beside: {
      bare: [rate(full.rows, full.ms)],
      bareUnhurried: [rate(normal.rows, normal.ms)],
      bareByWire: [rate(normal.rows, normal.ms + normal.wireMs)],
    },
  };
}

async function measureFeed(
  { registry, feedPersons, pouchFolder, pouchPersons }: FillBench,
  folder: string,
): Promise<Row> {
  await tellOfArrivals(registry.databaseUrl, feedPersons);
  const copies = { alone: mkdtempSync(join(folder, 'alone-')), beside: mkdtempSync(join(folder, 'beside-')) };
  const { alone, beside } = await fillBoth(registry, 'feed', copies);
  const bare = await bareRates(registry, folder, 0);
  const pouch = await measurePouchDb(pouchFolder, pouchPersons);
  return rowOf({
    ...{
      name: `first fill from the feed, ${alone.persons} persons`,
      unit: 'records/s',
      target: '≥ 0.8 × bare, ≥ 15 × PouchDB',
    },
    ours: [rate(bare.rows, alone.ms)],
    beside: { ...bare.beside, ...(pouch === null ? {} : { pouchdb: [pouch] }) },
    more: { ...cpuOf(bare, alone), ...moreOf(alone, beside) },
  });
}

/** So many changes a service takes before it is measured: until then V8 compiles, and each takes half as long again. */
const changesBefore = 3000;

/** The same changes taken by a service that has been running, alone and with commits beside it, and (`cold`) by one that was just started. */
async function measurePull({ registry, changes }: FillBench, copies: Copies): Promise<Row> {
  const cold = mkdtempSync(join(copies.alone, 'cold-'));
  copyFileSync(join(copies.alone, 'station.db'), join(cold, 'station.db'));
  await tellOfChanges(registry.databaseUrl, changesBefore);
  const stations = {
    alone: await RunningStation.start(registry, 'alone', copies.alone),
    beside: await RunningStation.start(registry, 'beside', copies.beside),
  };
  const cursor = await (await cityDevice(registry)).head();
  await tellOfChanges(registry.databaseUrl, changes, changesBefore);
  const alone = await stations.alone.pull();
  const beside = await stations.beside.pull();
  const bare = await bareRates(registry, copies.beside, cursor, cold);
  const first = await fill(registry, { from: 'snapshot', company: 'alone', folder: cold });
  return rowOf({
    ...{
      name: `pull into a copy of ${alone.persons} persons`,
      unit: 'records/s',
      target: '≥ 0.7 × bare, commits beside ≤ 50 ms',
    },
    ...{ ours: [rate(bare.rows, alone.ms)], beside: bare.beside },
    more: {
      ...{ ...cpuOf(bare, alone), coldCpuMicrosARecord: cpuOf(bare, first).cpuMicrosARecord },
      ...{ commitBesideP50Ms: beside.commitMs.p50, commitBesideP99Ms: beside.commitMs.p99 },
      ...{ commitBesideMaxMs: beside.commitMs.max, holdP99Ms: alone.holdMs.p99, holdMaxMs: alone.holdMs.max },
      ...{ memoryAboveIdleMb: alone.peakMb - alone.idleMb, memoryTarget: `≤ ${memoryLimitMb} MB above idle` },
    },
  });
}
