import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../electron/station/store/database.ts';
import { addOperator } from '../../electron/station/store/operators.ts';
import { stationMigrations } from '../fixtures/station-copy.ts';
import { ChaosRegistry } from './chaos-registry.ts';
import { ChaosStation, type CounterPlace } from './chaos-station.ts';
import type { Beginning } from './outcome.ts';
import { operatorId } from './register-act.ts';
import { townStations } from './small-town.ts';
import { Wire } from './wire.ts';

const [first, second, third, fourth] = townStations;

/** Eight counters of four stations: some read their own station, some the city, and some stations have two. */
const places: readonly CounterPlace[] = [
  { name: 'A1', stationCode: first, scope: 'city' },
  { name: 'A2', stationCode: first, scope: 'station' },
  { name: 'A3', stationCode: first, scope: 'city' },
  { name: 'B1', stationCode: second, scope: 'city' },
  { name: 'B2', stationCode: second, scope: 'station' },
  { name: 'C1', stationCode: third, scope: 'city' },
  { name: 'C2', stationCode: third, scope: 'station' },
  { name: 'D1', stationCode: fourth, scope: 'city' },
];

function makeEmptyImage(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-chaos-'));
  const database = openDatabase(join(folder, 'station.db'), stationMigrations);
  addOperator(database, { operatorId, login: 'li', name: '李试验', role: 'clerk', passwordHash: '' });
  // A copy of a file that keeps a log beside it could not be opened without one.
  database.pragma('journal_mode = DELETE');
  const image = database.serialize();
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return image;
}

async function fill(registry: ChaosRegistry, place: CounterPlace, emptyImage: Buffer): Promise<Buffer> {
  const wire = new Wire();
  const station = new ChaosStation(place, wire, { image: emptyImage, clock: () => registry.nowMs });
  station.begin();
  while (station.isBusy) {
    const waiting = wire.waiting[0];
    if (waiting) {
      wire.take(waiting);
      waiting.hear((await registry.answer(waiting.request)) ?? { status: 500, body: '' });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const state = station.sync.state();
  if (state.copyAsOf === null || state.cause !== null) throw new Error(`${place.name}: ${JSON.stringify(state)}`);
  station.keepBackup();
  const { backup } = station;
  station.discard();
  if (!backup) throw new Error('no image');
  return backup;
}

/** A registry that dies and a file that is closed under a program are bugs to both, and are told as such; here they are meant. */
function muteBugs(): void {
  const log = console.error;
  if (process.env.LUOHU_DEBUG) return;
  console.error = (...told: unknown[]) => {
    if (!String(told[0]).includes('"event":"bug"')) log(...told);
  };
}

/** A registry with the small town and eight counters with whole copies of their parts; made once, for any number of schedules. */
export async function makeBeginning(): Promise<Beginning> {
  muteBugs();
  const registry = await ChaosRegistry.open();
  try {
    return await fillAll(registry);
  } catch (error) {
    await registry.close();
    throw error;
  }
}

async function fillAll(registry: ChaosRegistry): Promise<Beginning> {
  registry.nowMs = Date.parse('2026-11-23T01:00:00Z');
  const emptyImage = makeEmptyImage();
  const counters = [];
  for (const place of places) counters.push({ place, image: await fill(registry, place, emptyImage) });
  await registry.keepAsBeginning();
  return { registry, counters, emptyImage };
}
