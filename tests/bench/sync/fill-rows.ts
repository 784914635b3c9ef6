import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TestDevice } from '../../fixtures/registry-device.ts';
import { applyBarely } from './bare-apply.ts';
import { type BenchRegistry, cityCode } from './bench-registry.ts';
import { tellOfArrivals, tellOfChanges } from './feed-data.ts';
import type { Filled } from './fill-station.ts';
import { measurePouchDb } from './pouchdb.ts';
import { type Row, rowOf } from './rows.ts';

const memoryLimitMb = 150;

function fill({ host, stationCode }: BenchRegistry, from: 'snapshot' | 'feed', folder: string): Promise<Filled> {
  const script = fileURLToPath(new URL('./fill-station.ts', import.meta.url));
  const child = spawn(process.execPath, [script, host.url, cityCode, stationCode, from, folder], {
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

const moreOf = ({ commitMs, idleMb, peakMb }: Filled) => ({
  ...{ commitBesideP50Ms: commitMs.p50, commitBesideP99Ms: commitMs.p99, commitBesideMaxMs: commitMs.max },
  memoryAboveIdleMb: peakMb - idleMb,
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

/** The first fill from the snapshot and from the feed, then a pull into the filled copy, each beside the bare loop. */
export async function measureFills(bench: FillBench): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-fills-'));
  try {
    const feed = await measureFeed(bench, mkdtempSync(join(folder, 'feed-')));
    const copy = mkdtempSync(join(folder, 'snapshot-'));
    const snapshot = await fill(bench.registry, 'snapshot', copy);
    const snapshotRow = rowOf({
      ...{
        name: `first fill from the snapshot, ${snapshot.persons} persons`,
        unit: 'records/s',
        target: '≥ 5 × the feed',
      },
      ...{ ours: [rate(snapshot.rows, snapshot.ms)], beside: { feed: [feed.best] } },
      more: { seconds: Math.round(snapshot.ms / 1000), ...moreOf(snapshot) },
    });
    return [feed, snapshotRow, await measurePull(bench, copy)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function cityDevice({ host, stationCode }: BenchRegistry): Promise<TestDevice> {
  return TestDevice.enrol(host.url, stationCode, cityCode);
}

async function measureFeed(
  { registry, feedPersons, pouchFolder, pouchPersons }: FillBench,
  folder: string,
): Promise<Row> {
  await tellOfArrivals(registry.databaseUrl, feedPersons);
  const filled = await fill(registry, 'feed', folder);
  const bare = await applyBarely(join(folder, 'bare.db'), await cityDevice(registry), 0);
  const pouch = await measurePouchDb(pouchFolder, pouchPersons);
  return rowOf({
    ...{
      name: `first fill from the feed, ${filled.persons} persons`,
      unit: 'records/s',
      target: '≥ 0.8 × bare, ≥ 15 × PouchDB',
    },
    ours: [rate(bare.rows, filled.ms)],
    beside: { bare: [rate(bare.rows, bare.ms)], ...(pouch === null ? {} : { pouchdb: [pouch] }) },
    more: moreOf(filled),
  });
}

async function measurePull({ registry, changes }: FillBench, folder: string): Promise<Row> {
  const device = await cityDevice(registry);
  const cursor = await device.head();
  await tellOfChanges(registry.databaseUrl, changes);
  copyFileSync(join(folder, 'station.db'), join(folder, 'bare.db'));
  const bare = await applyBarely(join(folder, 'bare.db'), device, cursor);
  const filled = await fill(registry, 'snapshot', folder);
  return rowOf({
    ...{
      name: `pull into a copy of ${filled.persons} persons`,
      unit: 'records/s',
      target: '≥ 0.7 × bare, commits beside ≤ 50 ms',
    },
    ...{ ours: [rate(bare.rows, filled.ms)], beside: { bare: [rate(bare.rows, bare.ms)] }, more: moreOf(filled) },
  });
}
