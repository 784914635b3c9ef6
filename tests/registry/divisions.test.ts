import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArgumentsInvalid, readRegistryArguments } from '../../registry/options.ts';
import { type RunningRegistry, startRegistry } from '../../registry/server.ts';
import { ChangesAnswer } from '../../shared/contract/registry.ts';
import { hasPostgres, makeSharedDatabase } from '../fixtures/postgres.ts';
import { home, inSnapshotOrder } from '../fixtures/register-records.ts';
import { registryMigrations } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

const liaoyuan = { division: '2204', station: '220402010000' };
const tonghua = { division: '2205', station: '220502010000' };

describe.runIf(hasPostgres)('two divisions on one database', () => {
  let databaseUrl = '';
  const running: RunningRegistry[] = [];
  const devices: TestDevice[] = [];
  const homes = [home(liaoyuan.station, 71), home(tonghua.station, 950_071)] as const;

  beforeAll(async () => {
    databaseUrl = (await makeSharedDatabase()) ?? '';
    for (const [at, { division, station }] of [liaoyuan, tonghua].entries()) {
      const registry = await startRegistry({
        ...{ port: 0, migrations: registryMigrations, databaseUrl, division },
        town: () => inSnapshotOrder([...(homes[at]?.records ?? [])]),
        enrolmentCodes: [{ code: 'of-the-city', stationCode: station, scope: 'city', uses: 9 }],
      });
      running.push(registry);
      devices.push(await TestDevice.enrol(registry.url, station, 'of-the-city'));
    }
  }, 60_000);
  afterAll(async () => {
    for (const registry of running) await registry.stop();
  });

  const feedOf = async (device: TestDevice) =>
    ChangesAnswer.parse(await (await device.signed('GET', '/v1/changes?cursor=0')).json());
  const addressOf = (at: 0 | 1) => homes[at].records.find(({ kind }) => kind === 'address')?.id ?? '';
  const settle = async (at: 0 | 1) => {
    const device = devices[at];
    if (!device) throw new RangeError('two devices');
    return device.pushOne(device.event(await device.settling(addressOf(at))));
  };

  it('have each its own register, its own numbers of the feed and its own devices', async () => {
    expect(await settle(0)).toMatchObject({ outcome: 'confirmed' });
    expect(await settle(0)).toMatchObject({ outcome: 'confirmed' });
    expect(await settle(1)).toMatchObject({ outcome: 'confirmed' });
    const [first, second] = devices;
    if (!first || !second) throw new RangeError('two devices');
    expect([(await feedOf(first)).next, (await feedOf(second)).next]).toEqual([2, 1]);
    const names = async (device: TestDevice) =>
      (await (await device.signed('GET', '/v1/snapshot')).text())
        .split('\n')
        .filter((line) => line.includes('"person"'));
    expect((await names(first)).filter((line) => line.includes(tonghua.station))).toEqual([]);
    const stranger = await fetch(`${running[1]?.url}/v1/changes?cursor=0`, {
      headers: { authorization: await first.authorization('GET', '/v1/changes?cursor=0', '') },
    });
    expect(stranger.status).toBe(401);
  });

  it('do not wait for each other: one commits while everything of the other is locked', async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('BEGIN');
    for (const table of ['feed_head', 'records', 'devices', 'events', 'feed'])
      await client.query(`LOCK TABLE division_2204.${table} IN ACCESS EXCLUSIVE MODE`);
    const waiting = settle(0);
    expect(await settle(1)).toMatchObject({ outcome: 'confirmed' });
    await client.query('COMMIT');
    expect(await waiting).toMatchObject({ outcome: 'confirmed' });
    await client.end();
  });

  it('go on where they were after a new start, and stand beside nothing else', async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      `SELECT DISTINCT table_schema AS name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    await client.end();
    expect(rows.map(({ name }) => name)).toEqual(['division_2204', 'division_2205']);
    await running.pop()?.stop();
    const again = await startRegistry({ port: 0, migrations: registryMigrations, databaseUrl, division: '2205' });
    running.push(again);
    const device = devices[1];
    if (!device) throw new RangeError('two devices');
    Object.assign(device, { url: again.url });
    expect((await feedOf(device)).next).toBe(2);
  });
});

describe('the division of a registry', () => {
  const read = (...args: string[]) => readRegistryArguments(args, { DATABASE_URL: 'postgres://nobody@127.0.0.1/x' });

  it('is a code of two, four or six digits, of which all its stations are', () => {
    expect(read('--division', '2204', '--enrol-code', 'code-of-it:220402010000').division).toBe('2204');
    expect(read().division).toBeNull();
    for (const wrong of ['22041', 'd2204', '2204;x']) expect(() => read('--division', wrong)).toThrow(ArgumentsInvalid);
    expect(() => read('--division', '2205', '--enrol-code', 'code-of-it:220402010000')).toThrow(/220402010000/);
    expect(() => read('--division', '2204', '--data', 'somewhere')).toThrow(ArgumentsInvalid);
  });
});
