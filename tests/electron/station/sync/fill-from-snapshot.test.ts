import { beforeAll, describe, expect, it } from 'vitest';
import { FillBroken } from '../../../../electron/station/sync/fill-broken.ts';
import { fillFromSnapshot } from '../../../../electron/station/sync/fill-from-snapshot.ts';
import type { Sync } from '../../../../electron/station/sync/sync-loop.ts';
import { hasWholeCopy } from '../../../../electron/station/sync/sync-settings.ts';
import { done } from '../../../../shared/contract/errors.ts';
import type { Effect } from '../../../../shared/domain/events.ts';
import type { VersionedRecord } from '../../../../shared/domain/register-records.ts';
import { makeTown } from '../../../../shared/town/town.ts';
import { cutAfter, killWhenFilling } from '../../../fixtures/broken-fills.ts';
import { person, recordOf, stationA } from '../../../fixtures/register-records.ts';
import { anyBackend, codes } from '../../../fixtures/registry-backends.ts';
import { TestDevice } from '../../../fixtures/registry-device.ts';
import { stationMigrations } from '../../../fixtures/station-copy.ts';
import { stationOfFile } from '../../../fixtures/station-of-file.ts';

const town = [...makeTown({ persons: 3000, seed: 5, stationCode: stationA })];
const countOf = (kind: string) => town.filter((record) => record.kind === kind).length;
const ownAddresses = town.filter(
  ({ kind, data }) => kind === 'address' && 'stationCode' in data && [null, stationA].includes(data.stationCode),
);
const room = town.find((record) => record.kind === 'address' && record.data.level === 'room' && !record.data.isFrozen);

describe('the first fill', () => {
  const station = stationOfFile(anyBackend, town);
  let neighbour: TestDevice;

  beforeAll(async () => {
    neighbour = await TestDevice.enrol(station.registry.url, stationA, codes.a);
  }, 60_000);

  const syncOf = (fetchOfTest: typeof fetch = fetch): Sync => station.syncOf({ fetch: fetchOfTest });

  const indexNames = () =>
    station.copy.database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name").pluck().all();

  const expectWholeCopy = () => {
    expect(hasWholeCopy(station.copy.database)).toBe(true);
    expect(station.copy.count('persons')).toBeGreaterThanOrEqual(countOf('person'));
    expect(station.copy.count('addresses')).toBe(ownAddresses.length);
    expect(station.copy.count('search_persons')).toBe(station.copy.count('persons'));
    expect(station.copy.database.pragma('integrity_check', { simple: true })).toBe('ok');
  };

  const settings = () =>
    ['cache_size', 'temp_store', 'synchronous'].map((name) => station.copy.database.pragma(name, { simple: true }));

  it('makes the copy the same as the register, with all its indexes, and the feed goes on from there', async () => {
    const indexes = indexNames();
    const usual = settings();
    const sync = syncOf();
    const state = await sync.now();
    expect(state).toMatchObject({ registry: 'online', cause: null, fill: null });
    expect(state.copyAsOf).not.toBeNull();
    expectWholeCopy();
    expect(indexNames()).toEqual(indexes);
    expect(settings()).toEqual(usual);

    const effects = await neighbour.settling(room?.id ?? '');
    await neighbour.pushOne(neighbour.event(effects));
    await sync.now();
    const mover = effects.find((effect) => effect.kind === 'person');
    const found = station.copy.database.prepare('SELECT name, version FROM persons WHERE person_id = ?').get(mover?.id);
    expect(found).toEqual({ name: '周试验', version: 1 });
  });

  it('killed half-way counts for nothing, and begins again at the next start', async () => {
    const indexes = indexNames();
    station.copy.database.close();
    expect(await killWhenFilling([station.copy.file, stationMigrations, station.registry.url, codes.a])).toBe(
      'SIGKILL',
    );
    station.copy.reopen();
    expect(hasWholeCopy(station.copy.database)).toBe(false);
    expect(station.copy.count('addresses')).toBeGreaterThan(0);
    expect(indexNames()).not.toEqual(indexes);
    expect(syncOf().state()).toMatchObject({ copyAsOf: null });
    await syncOf().now();
    expectWholeCopy();
    expect(indexNames()).toEqual(indexes);
  });

  it('cut off on the way counts for nothing, and is whole after the next try', async () => {
    let cuts = 1;
    const cutting: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (!String(url).endsWith('/v1/snapshot') || cuts-- <= 0 || !answer.body) return answer;
      return new Response(cutAfter(answer.body, 200_000), { headers: answer.headers });
    };
    const sync = syncOf(cutting);
    expect(await sync.now()).toMatchObject({ registry: 'offline', cause: 'REGISTRY_OFFLINE', copyAsOf: null });
    expect(hasWholeCopy(station.copy.database)).toBe(false);
    expect(await sync.now()).toMatchObject({ registry: 'online', cause: null });
    expectWholeCopy();
  });

  it('that ends early without an error is not taken for whole', async () => {
    const short: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (!String(url).endsWith('/v1/snapshot')) return answer;
      const lines = (await answer.text()).split('\n');
      return new Response(`${lines.slice(0, -5).join('\n')}\n`);
    };
    expect(await syncOf(short).now()).toMatchObject({ cause: 'REGISTRY_NONSENSE', copyAsOf: null });
    expect(hasWholeCopy(station.copy.database)).toBe(false);
  });

  it('of a computer that had a copy takes that copy away before it writes', async () => {
    await syncOf().now();
    const header = {
      format: 'luohu-snapshot-1',
      cursor: 1,
      mark: null,
      counts: { person: 1 },
      serverTime: '2026-11-23T00:00:00Z',
    } as const;
    const batches = (async function* (): AsyncGenerator<VersionedRecord[]> {
      expect(hasWholeCopy(station.copy.database)).toBe(false);
      yield [recordOf.person(person())];
      throw new FillBroken('REGISTRY_OFFLINE');
    })();
    const client = { snapshot: async () => done({ header, batches }) };
    const signal = new AbortController().signal;
    const answer = await fillFromSnapshot(station.copy.database, client, { onProgress: () => {}, signal });
    expect(answer).toEqual({ ok: false, error: { code: 'REGISTRY_OFFLINE' } });
    expect([hasWholeCopy(station.copy.database), station.copy.count('persons')]).toEqual([false, 1]);
    await syncOf().now();
    expectWholeCopy();
  });

  it('keeps what this computer registered and still waits for, and keeps apart who has the same number', async () => {
    const sync = syncOf();
    await sync.now();
    const known = town.find((record) => record.kind === 'person');
    if (known?.kind !== 'person') throw new Error('a town has persons');
    const mine = person();
    const own: Effect = { kind: 'person', id: mine.personId, basedOn: 0, after: mine };
    station.copy.register(sync.deviceId, [own]);
    station.copy.database
      .prepare('UPDATE persons SET citizen_id = ? WHERE person_id = ?')
      .run('990000199001019999', known.id);
    station.copy.database
      .prepare('UPDATE persons SET citizen_id = ? WHERE person_id = ?')
      .run(known.data.citizenId, mine.personId);
    station.copy.database.prepare("DELETE FROM settings WHERE name = 'sync.cursor'").run();
    const unpushed: typeof fetch = (url, init) =>
      String(url).endsWith('/v1/events')
        ? Promise.resolve(Response.json({ code: 'INTERNAL' }, { status: 500 }))
        : fetch(url, init);
    await syncOf(unpushed).now();
    expect(hasWholeCopy(station.copy.database)).toBe(true);
    const lines = station.copy.database
      .prepare('SELECT person_id FROM persons WHERE citizen_id = ?')
      .pluck()
      .all(known.data.citizenId);
    expect(lines).toEqual([mine.personId]);
    expect(station.copy.database.prepare('SELECT record_id FROM held_records').pluck().all()).toEqual([known.id]);
  });
});
