import fc from 'fast-check';
import { generateKeyPair } from 'jose';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryDatabase } from '../../../registry/store/database.ts';
import { addDevice, type Device } from '../../../registry/store/devices.ts';
import { migrate } from '../../../registry/store/migrate.ts';
import { openPglite } from '../../../registry/store/pglite.ts';
import { openPostgres } from '../../../registry/store/postgres.ts';
import { addRecords } from '../../../registry/store/records.ts';
import { decide, type Push } from '../../../registry/taking/decide.ts';
import { readPush } from '../../../registry/taking/sent-event.ts';
import { takePushes } from '../../../registry/taking/take-pushes.ts';
import type { PushOutcome } from '../../../shared/contract/registry.ts';
import type { Effect } from '../../../shared/domain/events.ts';
import { makeSharedDatabase } from '../../fixtures/postgres.ts';
import { home, inventedNumber, membership, person, stationA, stationB } from '../../fixtures/register-records.ts';
import { registryMigrations } from '../../fixtures/registry-backends.ts';
import { TestDevice } from '../../fixtures/registry-device.ts';

const now = '2026-11-23T01:00:00.000Z';

/** Something one of two stations does to one of a few people, by what it believes of the record. */
interface Act {
  readonly kind: 'rename' | 'renumber' | 'move' | 'leave' | 'add' | 'undo-head';
  readonly at: 0 | 1;
  readonly who: number;
  /** Null: on the version as it is. */
  readonly basedOn: number | null;
  readonly value: number;
  /** Pushed in one request with the act before, if that was the same device's. */
  readonly isJoined: boolean;
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('rename', 'renumber', 'move', 'leave', 'add', 'undo-head'),
  at: fc.constantFrom(0, 1),
  who: fc.integer({ min: 0, max: 3 }),
  basedOn: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 1 }),
  value: fc.integer({ min: 0, max: 3 }),
  isJoined: fc.boolean(),
});

/** A person's ties come from two stations in another order together than alone: one of them is written in between. */
const tiedInAnotherOrder: Act[] = [
  { kind: 'rename', at: 0, who: 0, basedOn: null, value: 0, isJoined: false },
  { kind: 'move', at: 1, who: 0, basedOn: null, value: 2, isJoined: false },
  { kind: 'leave', at: 0, who: 0, basedOn: null, value: 0, isJoined: false },
  { kind: 'rename', at: 0, who: 0, basedOn: null, value: 0, isJoined: false },
];

/** A small register of two homes at each of two stations, and what the acts do to it. */
function scene() {
  const homes = [home(stationA, 1), home(stationA, 2), home(stationB, 1), home(stationB, 2)];
  const of = <T>(list: readonly T[], index: number): T => {
    const found = list[index];
    if (found === undefined) throw new RangeError('index');
    return found;
  };
  const numbers = [...homes.map(({ head }) => head.citizenId), inventedNumber()];
  const effectsOf = ({ kind, who, basedOn: asked, value }: Act, versions: ReadonlyMap<string, number>): Effect[] => {
    const { head, place } = of(homes, who);
    const { householdId } = of(homes, value).house;
    const fresh = person({ citizenId: of(numbers, value) });
    const next = membership({ householdId, personId: head.personId });
    const versionOf = (id: string) => asked ?? versions.get(id) ?? 1;
    const left: Effect = {
      kind: 'membership',
      id: place.membershipId,
      basedOn: versionOf(place.membershipId),
      after: { ...place, untilOn: '2026-11-23' },
    };
    const came: Effect = { kind: 'membership', id: next.membershipId, basedOn: 0, after: next };
    const as = (after: typeof head): Effect[] => [
      { kind: 'person', id: after.personId, basedOn: versionOf(after.personId), after },
    ];
    switch (kind) {
      case 'rename':
        return as({ ...head, name: `周${value}` });
      case 'renumber':
        return as({ ...head, citizenId: of(numbers, value) });
      case 'move':
        return [left, came];
      case 'leave':
        return [left];
      case 'add':
        return [{ kind: 'person', id: fresh.personId, basedOn: 0, after: fresh }];
      case 'undo-head':
        return [...as({ ...head, maritalStatus: '30' }), came];
    }
  };
  return { homes, effectsOf };
}

async function openDatabase(): Promise<RegistryDatabase> {
  const url = await makeSharedDatabase();
  return url === null ? openPglite(null) : openPostgres(url);
}

describe('events taken together', () => {
  let databases: [RegistryDatabase, RegistryDatabase];
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;

  beforeAll(async () => {
    databases = [await openDatabase(), await openDatabase()];
    for (const database of databases) await migrate(database, registryMigrations);
    keys = await generateKeyPair('EdDSA');
  }, 120_000);
  afterAll(() => Promise.all(databases.map((database) => database.close())));

  const enrol = async (stationCode: string) => {
    const device = new TestDevice('', stationCode, keys);
    const known: Device = { deviceId: device.deviceId, stationCode, scope: 'station', publicKey: '', isRevoked: false };
    for (const database of databases) await addDevice(database, { ...known, name: 'test', enrolledAt: now });
    return { device, known };
  };

  const registerOf = (database: RegistryDatabase) =>
    database.query(
      'SELECT kind, record_id, version, station_code, event_id, data FROM records ORDER BY kind, record_id',
    );
  const feedOf = (database: RegistryDatabase) =>
    database.query(
      'SELECT event_id, position, readers, kind, record_id, version, data FROM feed ORDER BY seq, position',
    );
  const eventsOf = (database: RegistryDatabase) =>
    database.query('SELECT device_id, seq::int AS seq, body, outcome, answer FROM events ORDER BY event_id');

  /** Both registers as they are before anything is pushed. */
  const begin = async (homes: ReturnType<typeof scene>['homes']) => {
    const held = homes.flatMap(({ house, records }) =>
      records.map((record) => ({
        ...{ record, eventId: null },
        stationCode: record.kind === 'person' ? null : house.stationCode,
      })),
    );
    for (const database of databases) {
      await database.script('TRUNCATE records, feed, events');
      await addRecords(database, held);
    }
  };

  /** Does the acts one by one, each on the versions as they are; answers the same events in requests, and their answers. */
  const pushAlone = async (acts: readonly Act[], effectsOf: ReturnType<typeof scene>['effectsOf']) => {
    const devices = [await enrol(stationA), await enrol(stationB)] as const;
    const versions = new Map<string, number>();
    const pushes: Push[] = [];
    const answers: PushOutcome[] = [];
    for (const each of acts) {
      const { device, known } = devices[each.at];
      const events = readPush({ events: [device.event(effectsOf(each, versions), { caseId: uuidv7() })] });
      const [outcomes] = await takePushes(databases[1], [{ device: known, jti: null, events }], now);
      if (outcomes === undefined || outcomes instanceof Error) throw outcomes;
      answers.push(...outcomes);
      const made = outcomes.flatMap((outcome) => (outcome.outcome === 'confirmed' ? outcome.versions : []));
      for (const { id, version } of made) versions.set(id, version);
      const last = pushes.at(-1);
      const isJoined = each.isJoined && last?.device === known;
      if (isJoined) pushes.pop();
      pushes.push({ device: known, jti: null, events: isJoined ? [...last.events, ...events] : events });
    }
    return { pushes, answers };
  };

  it('are told in the feed as each made it, where one changes what the one before it made', async () => {
    const { homes } = scene();
    await begin(homes);
    const { device, known } = await enrol(stationA);
    const named = (name: string, basedOn: number) =>
      device.event(
        homes.slice(0, 1).map(({ head }) => ({ kind: 'person', id: head.personId, basedOn, after: { ...head, name } })),
      );
    const events = readPush({ events: [named('周一', 1), named('周二', 2), named('周三', 3)] });
    const [database] = databases;
    await database.transaction((transaction) => decide(transaction, [{ device: known, jti: null, events }], now));
    const told = await database.query("SELECT version, data->>'name' AS name FROM feed ORDER BY seq, position");
    expect(told).toEqual([
      { version: 2, name: '周一' },
      { version: 3, name: '周二' },
      { version: 4, name: '周三' },
    ]);
  });

  it('get the answers, and make the register and the feed, that they would one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const { homes, effectsOf } = scene();
        await begin(homes);
        const { pushes, answers } = await pushAlone(acts, effectsOf);
        const [together, alone] = databases;
        expect((await takePushes(together, pushes, now)).flat()).toEqual(answers);
        expect(await registerOf(together)).toEqual(await registerOf(alone));
        expect(await feedOf(together)).toEqual(await feedOf(alone));
        expect(await eventsOf(together)).toEqual(await eventsOf(alone));
      }),
      { numRuns: 40, examples: [[tiedInAnotherOrder]] },
    );
  }, 120_000);
});
