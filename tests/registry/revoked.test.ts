import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningRegistry, startRegistry } from '../../registry/server.ts';
import type { RegistryDatabase } from '../../registry/store/database.ts';
import { openPostgres } from '../../registry/store/postgres.ts';
import { hasPostgres, makeSharedDatabase } from '../fixtures/postgres.ts';
import { home, recordOf, stationA } from '../fixtures/register-records.ts';
import { codes, enrolmentCodes, registryMigrations } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

describe.runIf(hasPostgres)('a device that pushed before and is revoked then', () => {
  let registry: RunningRegistry;
  let database: RegistryDatabase;
  const ofA = home(stationA, 1);

  beforeAll(async () => {
    const databaseUrl = (await makeSharedDatabase()) ?? '';
    const town = () => ofA.records;
    registry = await startRegistry({ port: 0, migrations: registryMigrations, databaseUrl, town, enrolmentCodes });
    database = openPostgres(databaseUrl);
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await registry.stop();
  });

  const renamed = (device: TestDevice, name: string, basedOn: number) => {
    const after = { ...ofA.head, name };
    return device.event([{ kind: 'person', id: recordOf.person(ofA.head).id, basedOn, after }]);
  };

  it('is not known any more, whatever it sends, and changes nothing', async () => {
    const device = await TestDevice.enrol(registry.url, stationA, codes.a);
    expect(await device.pushOne(renamed(device, '周一', 1))).toMatchObject({ outcome: 'confirmed' });
    await database.query('UPDATE devices SET is_revoked = true WHERE device_id = $1', [device.deviceId]);
    const unknown = { code: 'DEVICE_UNKNOWN' };
    const foreign = { ...renamed(device, '周二', 2), deviceId: '01999999-9999-7999-8999-999999999999' };
    for (const body of [{ events: [renamed(device, '周三', 2)] }, { events: [foreign] }, { events: [] }, 'nonsense']) {
      const answer = await device.signed('POST', '/v1/events', body);
      expect({ status: answer.status, body: await answer.json() }).toEqual({ status: 401, body: unknown });
    }
    const [kept] = await database.query<{ name: string }>(
      "SELECT data->>'name' AS name FROM records WHERE kind = 'person'",
    );
    expect(kept?.name).toBe('周一');
  });

  it('is known again once that is undone', async () => {
    const device = await TestDevice.enrol(registry.url, stationA, codes.a);
    expect(await device.pushOne(renamed(device, '周四', 2))).toMatchObject({ outcome: 'confirmed' });
    await database.query('UPDATE devices SET is_revoked = true WHERE device_id = $1', [device.deviceId]);
    const event = renamed(device, '周五', 3);
    await expect(device.push(event)).rejects.toThrow('DEVICE_UNKNOWN');
    await database.query('UPDATE devices SET is_revoked = false WHERE device_id = $1', [device.deviceId]);
    expect(await device.pushOne(event)).toMatchObject({ outcome: 'confirmed' });
  });
});
