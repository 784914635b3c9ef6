import { Worker } from 'node:worker_threads';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import { percentiles } from '../measure.ts';
import type { BareWork } from './bare-push.ts';
import type { ClientsResult, ClientsWork } from './push-clients.ts';
import { type PushWork, readyPush } from './push-work.ts';
import { type Row, rowOf } from './rows.ts';

function inWorker<Result>(file: string, workerData: unknown): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData });
    worker.once('message', resolve).once('error', reject);
  });
}

interface Shape {
  readonly name: string;
  readonly target: string;
  readonly stations: number;
  readonly rounds: number;
  readonly pushesALane: number;
  readonly eventsAPush: number;
}

const atLeast = '≥ 0.8 × bare';
const shapes: readonly Shape[] = [
  {
    name: 'submit → confirmed, one station',
    target: 'p95 ≤ 50 ms',
    stations: 1,
    rounds: 3,
    pushesALane: 100,
    eventsAPush: 1,
  },
  { name: 'push, 8 stations, an event each', target: atLeast, stations: 8, rounds: 5, pushesALane: 60, eventsAPush: 1 },
  {
    name: 'push, 8 stations, 100 events each',
    target: atLeast,
    stations: 8,
    rounds: 5,
    pushesALane: 4,
    eventsAPush: 100,
  },
];

interface PushBench {
  readonly registryUrl: string;
  /** A database with the same tables and people, for the bare loop. */
  readonly bareDatabaseUrl: string;
  readonly work: readonly PushWork[];
}

/** Pushes through the registry and the same rows by the bare loop, in turns. */
export async function measurePush(bench: PushBench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const shape of shapes) rows.push(await measureShape(bench, shape));
  return rows;
}

async function measureShape({ registryUrl, bareDatabaseUrl, work: all }: PushBench, shape: Shape): Promise<Row> {
  const work = all.slice(0, shape.stations);
  const { rounds, pushesALane, eventsAPush } = shape;
  const ours: number[] = [];
  const bare: number[] = [];
  const latencies: number[] = [];
  const events = work.length * pushesALane * eventsAPush;
  for (let round = 0; round < rounds; round += 1) {
    const batches = work.map((each) => Array.from({ length: pushesALane }, () => each.events(eventsAPush)));
    const result = await inWorker<ClientsResult>('./push-clients.ts', await clientsWork(registryUrl, work, batches));
    if (result.confirmed !== events) throw new Error(`${result.confirmed} of ${events} events were confirmed`);
    ours.push((events / result.ms) * 1000);
    latencies.push(...result.latencies);
    const bareMs = await inWorker<number>('./bare-push.ts', {
      databaseUrl: bareDatabaseUrl,
      lanes: batches,
    } satisfies BareWork);
    bare.push((events / bareMs) * 1000);
  }
  const { p50, p95 } = percentiles(latencies);
  return rowOf({
    name: shape.name,
    unit: 'events/s',
    target: shape.target,
    ours,
    beside: { bare },
    more: { p50Ms: p50, p95Ms: p95 },
  });
}

async function clientsWork(
  url: string,
  work: readonly PushWork[],
  batches: readonly (readonly RegisterEvent[][])[],
): Promise<ClientsWork> {
  const lanes = work.map(async ({ device }, lane) =>
    Promise.all((batches[lane] ?? []).map((events) => readyPush(device, events))),
  );
  return { url, lanes: await Promise.all(lanes) };
}
