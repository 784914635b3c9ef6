import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { backOffMs } from '../../../../electron/station/sync/back-off.ts';
import { takeSerial } from '../../../../electron/station/sync/leases.ts';
import type { Sync, SyncOptions } from '../../../../electron/station/sync/sync-loop.ts';
import { findCursor, putFeedPlace } from '../../../../electron/station/sync/sync-settings.ts';
import { startRegistry } from '../../../../registry/server.ts';
import { home, person, stationA } from '../../../fixtures/register-records.ts';
import { anyBackend, codes, enrolmentCodes, registryMigrations } from '../../../fixtures/registry-backends.ts';
import { TestDevice } from '../../../fixtures/registry-device.ts';
import { stationOfFile } from '../../../fixtures/station-of-file.ts';

describe('a station and its registry', () => {
  const known = home(stationA, 1);
  const station = stationOfFile(anyBackend, known.records);
  const syncs: Sync[] = [];

  afterEach(async () => {
    for (const sync of syncs.splice(0)) await sync.stop();
  });

  const syncOf = (options: Partial<SyncOptions> = {}): Sync => {
    const sync = station.syncOf({ random: () => 0.5, ...options });
    syncs.push(sync);
    return sync;
  };

  const registerOne = (sync: Sync) => {
    const mover = person();
    return station.copy.register(sync.deviceId, [{ kind: 'person', id: mover.personId, basedOn: 0, after: mover }]);
  };

  it('does nothing and fails nothing while it does not know where the registry is', async () => {
    const sync = syncOf({ registryUrl: null });
    sync.start();
    expect(await sync.now()).toMatchObject({ registry: 'unknown', cause: null, copyAsOf: null });
    sync.setRegistryUrl(station.registry.url);
    await expect.poll(() => sync.state().registry, { timeout: 10_000 }).toBe('online');
  });

  it('pushes at once when something was registered, without waiting for its next turn', async () => {
    const sync = syncOf({ pollMs: 3_600_000 });
    sync.start();
    await expect.poll(() => sync.state().copyAsOf, { timeout: 10_000 }).not.toBeNull();
    registerOne(sync);
    sync.nudge();
    await expect.poll(() => sync.state().outboxCount, { timeout: 10_000 }).toBe(0);
  });

  it('hears of what others register without being asked', async () => {
    const news: string[] = [];
    const sync = syncOf({ pollMs: 50, onNews: ({ topic }) => news.push(topic) });
    sync.start();
    await expect.poll(() => sync.state().copyAsOf, { timeout: 10_000 }).not.toBeNull();
    const before = station.copy.count('persons');
    const neighbour = await TestDevice.enrol(station.registry.url, stationA, codes.a);
    await neighbour.pushOne(neighbour.event(await neighbour.settling(known.at.addressId)));
    await expect.poll(() => station.copy.count('persons'), { timeout: 10_000 }).toBe(before + 1);
    expect(news).toContain('sync');
  });

  it('works on while the registry is stopped, and catches up by itself when it is back', async () => {
    const start = (port: number, dataDir: string) =>
      startRegistry({ port, migrations: registryMigrations, dataDir, town: () => known.records, enrolmentCodes });
    const dataDir = `${station.copy.folder}/registry`;
    let other = await start(0, dataDir);
    const { port, url } = other;
    const sync = syncOf({ registryUrl: url });
    sync.start();
    await expect.poll(() => sync.state().copyAsOf, { timeout: 10_000 }).not.toBeNull();
    await other.stop();
    const event = registerOne(sync);
    sync.nudge();
    await expect
      .poll(() => sync.outbox(), { timeout: 10_000 })
      .toMatchObject([
        { eventId: event.eventId, state: 'waiting', cause: 'REGISTRY_OFFLINE', nextTryAt: expect.any(String) },
      ]);
    expect(sync.state()).toMatchObject({ registry: 'offline', cause: 'REGISTRY_OFFLINE' });
    other = await start(port, dataDir);
    await expect
      .poll(() => sync.state(), { timeout: 15_000 })
      .toMatchObject({ registry: 'online', outboxCount: 0, cause: null });
    await sync.stop();
    await other.stop();
  }, 60_000);

  it('keeps numbers for offline days in stock and gives each of them once', async () => {
    const sync = syncOf();
    expect(takeSerial(station.copy.database, 'household-number')).toBeNull();
    const { leases } = await sync.now();
    expect(leases).toEqual([
      { kind: 'household-number', left: 200 },
      { kind: 'acceptance-number', left: 200 },
      { kind: 'paper-number', left: 200 },
    ]);
    const taken = new Set<number | null>();
    for (let index = 0; index < 151; index++) taken.add(takeSerial(station.copy.database, 'household-number'));
    expect(taken.size).toBe(151);
    expect((await sync.now()).leases[0]).toEqual({ kind: 'household-number', left: 249 });
    for (let index = 0; index < 249; index++) taken.add(takeSerial(station.copy.database, 'household-number'));
    expect([taken.size, taken.has(null)]).toEqual([400, false]);
    expect(takeSerial(station.copy.database, 'household-number')).toBeNull();
  });

  it('gives a serial back when the transaction that took it is undone', async () => {
    await syncOf().now();
    const undone = station.copy.database.transaction(() => {
      const serial = takeSerial(station.copy.database, 'acceptance-number');
      throw new Error(String(serial));
    });
    expect(undone).toThrow();
    const [first] = [takeSerial(station.copy.database, 'acceptance-number')];
    expect(undone).toThrow(String((first ?? 0) + 1));
  });

  it('gets the same block when the answer to its request was lost', async () => {
    let losses = 1;
    const blocks: unknown[] = [];
    const losing: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (!String(url).endsWith('/v1/leases')) return answer;
      blocks.push(await answer.clone().json());
      if (losses-- > 0) throw new TypeError('the line was cut');
      return answer;
    };
    const sync = syncOf({ fetch: losing });
    await sync.now();
    await sync.now();
    expect(blocks[1]).toEqual(blocks[0]);
  });

  it('is not enrolled with a wrong code, and says why', async () => {
    expect(await syncOf({ enrolCode: 'wrong-code' }).now()).toMatchObject({
      registry: 'online',
      cause: 'REGISTRY_REFUSED',
    });
    expect(await syncOf({ enrolCode: '' }).now()).toMatchObject({ cause: 'REGISTRY_REFUSED', copyAsOf: null });
  });

  it('is the same device after a restart, and signs well with a clock that is a day off', async () => {
    const sync = syncOf({ clock: () => Date.now() - 86_400_000 });
    expect(await sync.now()).toMatchObject({ registry: 'online', cause: null });
    station.copy.reopen();
    expect(syncOf().deviceId).toBe(sync.deviceId);
    syncs.splice(0);
  });

  it('keeps its copy and its events to itself when the registry’s feed is not as long as it was', async () => {
    const sync = syncOf();
    await sync.now();
    const cursor = findCursor(station.copy.database);
    putFeedPlace(station.copy.database, { cursor: 99_999, mark: null });
    const households = station.copy.count('households');
    expect(await sync.now()).toMatchObject({ cause: 'REGISTRY_BEHIND', registry: 'online' });
    expect(station.copy.count('households')).toBe(households);
    putFeedPlace(station.copy.database, { cursor: cursor ?? 0, mark: null });
    expect(await sync.now()).toMatchObject({ cause: null });
  });

  it('takes nonsense for nonsense, and nothing of it into the copy', async () => {
    const nonsense = ['<html>Login</html>', '{"status":"ok"}', '[]', ''];
    for (const body of nonsense) {
      const server = await serve(body);
      const sync = syncOf({ registryUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
      expect(await sync.now()).toMatchObject({ cause: 'REGISTRY_NONSENSE', registry: 'offline', copyAsOf: null });
      server.close();
    }
  });

  it('does not believe outcomes that are not of the events it sent', async () => {
    const mixing: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      return String(url).endsWith('/v1/events') ? Response.json({ outcomes: [] }) : answer;
    };
    const sync = syncOf({ fetch: mixing });
    await sync.now();
    registerOne(sync);
    expect(await sync.now()).toMatchObject({ cause: 'REGISTRY_NONSENSE', outboxCount: 1 });
  });

  it('lets go of the database when it is stopped in the middle of something', async () => {
    const slow: typeof fetch = (url, init) =>
      String(url).endsWith('/v1/snapshot')
        ? new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
        : fetch(url, init);
    const sync = syncOf({ fetch: slow });
    sync.start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await sync.stop();
    expect(sync.state()).toMatchObject({ registry: 'offline', copyAsOf: null });
  });
});

describe('the wait after failures', () => {
  it('doubles from a second to a minute, less up to a half of it at random', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 50].map((failures) => backOffMs(failures, () => 0))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
    ]);
    expect(backOffMs(3, () => 0.999)).toBe(2002);
  });
});

function serve(body: string): Promise<Server> {
  const server = createServer((_request, response) => response.end(body));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
