import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../../../registry/server.ts';
import { VersionedRecord } from '../../../../shared/domain/register-records.ts';
import { type Fault, FaultyStation, type Place } from '../../../fixtures/faulty-station.ts';
import { home, inSnapshotOrder, inventedNumber, stationA, stationB } from '../../../fixtures/register-records.ts';
import { anyBackend, codes, startTestRegistry } from '../../../fixtures/registry-backends.ts';
import { TestDevice } from '../../../fixtures/registry-device.ts';

const fault = fc.constantFrom<Fault[]>('none', 'unsent', 'unheard', 'spoilt');
const faults = fc.array(fault, { maxLength: 6 });

/** What may happen at a station; `who` is one of four people, so that the two stations get in each other's way. */
const step = fc.record({
  station: fc.nat(1),
  act: fc.constantFrom('settle', 'settle', 'rename', 'sync', 'sync', 'restart'),
  who: fc.nat(3),
  faults,
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const homes = [home(stationA, 1), home(stationB, 1)] as const;
const places: readonly Place[] = [
  { stationCode: stationA, code: codes.cityA, addressId: homes[0].at.addressId },
  { stationCode: stationB, code: codes.city, addressId: homes[1].at.addressId },
];

const byId = (a: VersionedRecord, b: VersionedRecord) => (a.id < b.id ? -1 : 1);

async function act(station: FaultyStation, { act, faults }: Step, citizenId: string, name: string): Promise<void> {
  if (act === 'settle') station.settle(citizenId);
  if (act === 'rename') station.rename(citizenId, name);
  if (act === 'restart') station.restart();
  if (act !== 'sync') return;
  station.faults = [...faults];
  await station.sync.now();
  station.faults = [];
}

/** The lines are good again: everything is sent, what was refused is given up, everything is heard. */
async function settleDown(stations: readonly FaultyStation[]): Promise<void> {
  for (const station of stations) await station.sync.now();
  for (const station of stations) station.withdrawRefused();
  for (const station of stations) await station.sync.now();
}

function expectSameAs(truth: readonly VersionedRecord[], station: FaultyStation): void {
  expect(station.sync.state()).toMatchObject({ registry: 'online', cause: null, outboxCount: 0 });
  expect(station.records().sort(byId)).toEqual(truth);
  expect(station.copy.count('held_records')).toBe(0);
  expect(station.copy.count('search_persons')).toBe(station.copy.count('persons'));
}

describe('two stations on bad lines', () => {
  let registry: RunningRegistry;
  let reader: TestDevice;

  beforeAll(async () => {
    registry = await startTestRegistry(anyBackend, inSnapshotOrder(homes.flatMap(({ records }) => records)));
    reader = await TestDevice.enrol(registry.url, stationB, codes.city);
  }, 60_000);
  afterAll(() => registry.stop());

  const registered = async (): Promise<VersionedRecord[]> => {
    const [, ...lines] = (await (await reader.signed('GET', '/v1/snapshot')).text()).trimEnd().split('\n');
    return lines.map((line) => VersionedRecord.parse(JSON.parse(line))).sort(byId);
  };

  const run = async (steps: readonly Step[], stations: readonly FaultyStation[]): Promise<void> => {
    const numbers = [0, 1, 2, 3].map(inventedNumber);
    for (const station of stations) await station.sync.now();
    for (const [index, each] of steps.entries()) {
      const station = stations[each.station];
      if (station) await act(station, each, numbers[each.who] ?? '', `周第${index}`);
    }
    await settleDown(stations);
    const truth = await registered();
    for (const station of stations) expectSameAs(truth, station);
  };

  it('end with the same register as the registry, whatever was lost, cut and restarted on the way', async () => {
    const schedules = fc.array(step, { minLength: 6, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(schedules, async (steps) => {
        const stations = places.map((place) => new FaultyStation(registry.url, place));
        try {
          await run(steps, stations);
        } finally {
          for (const station of stations) station.copy.discard();
        }
      }),
      { numRuns: Number(process.env.LUOHU_SCHEDULES ?? 8) },
    );
  }, 3_600_000);
});
