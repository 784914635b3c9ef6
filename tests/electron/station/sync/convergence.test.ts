import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordOfLine, recordTables } from '../../../../electron/station/store/record-columns.ts';
import { withdrawRecords } from '../../../../electron/station/store/records.ts';
import { takeSerial } from '../../../../electron/station/sync/leases.ts';
import { createSync, type Sync } from '../../../../electron/station/sync/sync-loop.ts';
import { type Effect, RegisterEvent } from '../../../../shared/domain/events.ts';
import { makeHouseholdNumber } from '../../../../shared/domain/household-number.ts';
import { Person, VersionedRecord } from '../../../../shared/domain/records.ts';
import {
  home,
  household,
  inSnapshotOrder,
  inventedNumber,
  membership,
  person,
  stationA,
  stationB,
} from '../../../fixtures/register-records.ts';
import { codes, startTestRegistry, type TestRegistry } from '../../../fixtures/registry-backends.ts';
import { TestDevice } from '../../../fixtures/registry-device.ts';
import { TestCopy } from '../../../fixtures/station-copy.ts';

/** What may happen to a request: nothing, lost on the way there, answer lost on the way back, answer spoilt. */
const fault = fc.constantFrom('none', 'unsent', 'unheard', 'spoilt');
type Fault = 'none' | 'unsent' | 'unheard' | 'spoilt';

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('settle' as const), station: fc.nat(1), who: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('rename' as const), station: fc.nat(1), who: fc.nat(3) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('sync' as const),
      station: fc.nat(1),
      faults: fc.array(fault, { maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restart' as const), station: fc.nat(1) }) },
);

const homes = [home(stationA, 1), home(stationB, 1)] as const;
const places = [
  { stationCode: stationA, code: codes.cityA, addressId: homes[0].at.addressId },
  { stationCode: stationB, code: codes.city, addressId: homes[1].at.addressId },
] as const;
type Place = (typeof places)[number];

/** A station on a line that fails as told. */
class FaultyStation {
  readonly place: Place;
  readonly copy = new TestCopy();
  readonly url: string;
  faults: Fault[] = [];
  sync: Sync;

  constructor(url: string, place: Place) {
    this.url = url;
    this.place = place;
    this.sync = this.open();
  }

  open(): Sync {
    return createSync({
      db: this.copy.database,
      registryUrl: this.url,
      enrolCode: this.place.code,
      stationCode: this.place.stationCode,
      clock: Date.now,
      onNews: () => {},
      onConfirmed: () => {},
      onConflict: () => {},
      fetch: async (url, init) => {
        const fault = this.faults.shift() ?? 'none';
        if (fault === 'unsent') throw new TypeError('the line is cut');
        const answer = await fetch(url, init);
        if (fault === 'none') return answer;
        await answer.arrayBuffer();
        if (fault === 'spoilt') return new Response('<html>');
        throw new TypeError('the line is cut');
      },
    });
  }

  restart(): void {
    this.copy.reopen();
    this.sync = this.open();
  }

  findPerson(citizenId: string): { id: string; waits: string | null } | undefined {
    const sql = 'SELECT person_id AS id, provisional_event_id AS waits FROM persons WHERE citizen_id = ?';
    return this.copy.database.prepare<[string], { id: string; waits: string | null }>(sql).get(citizenId);
  }

  /** Somebody settles here, as far as this copy knows nobody of that number does. */
  settle(citizenId: string): void {
    const serial = takeSerial(this.copy.database, 'household-number');
    if (this.findPerson(citizenId) || serial === null) return;
    const { stationCode, addressId } = this.place;
    const mover = person({ citizenId });
    const number = makeHouseholdNumber(stationCode, serial);
    const house = household({ stationCode, addressId, headPersonId: mover.personId, number });
    const at = membership({ householdId: house.householdId, personId: mover.personId });
    const effects: Effect[] = [
      { kind: 'person', id: mover.personId, basedOn: 0, after: mover },
      { kind: 'household', id: house.householdId, basedOn: 0, after: house },
      { kind: 'membership', id: at.membershipId, basedOn: 0, after: at },
    ];
    this.copy.register(this.sync.deviceId, effects, stationCode);
  }

  rename(citizenId: string, name: string): void {
    const found = this.findPerson(citizenId);
    if (!found || found.waits) return;
    const line = this.copy.database
      .prepare<[string], Record<string, unknown>>('SELECT * FROM persons WHERE person_id = ?')
      .get(found.id);
    const { version, data } = recordOfLine('person', line ?? {});
    const after = { ...Person.parse(data), name };
    this.copy.register(
      this.sync.deviceId,
      [{ kind: 'person', id: found.id, basedOn: version, after }],
      this.place.stationCode,
    );
  }

  /** Gives up everything the registry did not take. */
  withdrawRefused(): void {
    const sql = "SELECT body FROM events JOIN outbox USING (event_id) WHERE state IN ('conflict', 'rejected')";
    for (const body of this.copy.database.prepare<[], string>(sql).pluck().all()) {
      const event = RegisterEvent.parse(JSON.parse(body));
      this.copy.database.transaction(() => withdrawRecords(this.copy.database, event))();
      this.copy.database.prepare('DELETE FROM outbox WHERE event_id = ?').run(event.eventId);
    }
  }

  records(): VersionedRecord[] {
    return Object.values(recordTables).flatMap(({ kind, table }) =>
      this.copy.database
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
        .all()
        .map((line) => recordOfLine(kind, line)),
    );
  }
}

const byId = (a: VersionedRecord, b: VersionedRecord) => (a.id < b.id ? -1 : 1);

describe('two stations on bad lines', () => {
  let registry: TestRegistry;
  let reader: TestDevice;

  beforeAll(async () => {
    registry = await startTestRegistry('PGlite', inSnapshotOrder(homes.flatMap(({ records }) => records)));
    reader = await TestDevice.enrol(registry.url, stationB, codes.city);
  }, 60_000);
  afterAll(() => registry.stop());

  const registered = async (): Promise<VersionedRecord[]> => {
    const [, ...lines] = (await (await reader.signed('GET', '/v1/snapshot')).text()).trimEnd().split('\n');
    return lines.map((line) => VersionedRecord.parse(JSON.parse(line))).sort(byId);
  };

  it('end with the same register as the registry, whatever was lost, cut and restarted on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
        const numbers = [0, 1, 2, 3].map(inventedNumber);
        const stations = places.map((place) => new FaultyStation(registry.url, place));
        try {
          for (const station of stations) await station.sync.now();
          for (const [index, each] of steps.entries()) {
            const station = stations[each.station];
            if (!station) continue;
            if (each.act === 'settle') station.settle(numbers[each.who] ?? '');
            if (each.act === 'rename') station.rename(numbers[each.who] ?? '', `周第${index}`);
            if (each.act === 'restart') station.restart();
            if (each.act !== 'sync') continue;
            station.faults = [...each.faults] as Fault[];
            await station.sync.now();
            station.faults = [];
          }
          for (const station of stations) await station.sync.now();
          for (const station of stations) station.withdrawRefused();
          for (const station of stations) await station.sync.now();
          const truth = await registered();
          for (const station of stations) {
            expect(station.sync.state()).toMatchObject({ registry: 'online', cause: null, outboxCount: 0 });
            expect(station.records().sort(byId)).toEqual(truth);
            expect(station.copy.count('held_records')).toBe(0);
            expect(station.copy.count('search_persons')).toBe(station.copy.count('persons'));
          }
        } finally {
          for (const station of stations) station.copy.discard();
        }
      }),
      { numRuns: Number(process.env.LUOHU_SCHEDULES ?? 8) },
    );
  }, 120_000);
});
