import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { RegistryError } from '../../shared/contract/registry.ts';
import { home, inSnapshotOrder, person, stationA } from '../fixtures/register-records.ts';
import { anyBackend, codes, startTestRegistry } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

describe('what is not of the protocol', () => {
  const known = home(stationA, 1);
  let registry: RunningRegistry;
  let device: TestDevice;

  beforeAll(async () => {
    registry = await startTestRegistry(anyBackend, inSnapshotOrder(known.records));
    device = await TestDevice.enrol(registry.url, stationA, codes.a);
  }, 60_000);
  afterAll(() => registry.stop());

  /** Status and code; the whole answer must be a RegistryError and nothing else. */
  const refusal = async (answer: Response) => {
    const text = await answer.text();
    expect(text).not.toMatch(/stack|node_modules|SELECT|\.ts/);
    return [answer.status, RegistryError.parse(JSON.parse(text)).code];
  };

  it('is answered with a refusal on every unknown path and method', async () => {
    expect(await refusal(await device.plain('GET', '/'))).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(await device.plain('GET', '/v1/events'))).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(await device.plain('POST', '/v1/health'))).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(await device.plain('GET', '/v1/%zz'))).toEqual([400, 'BODY_INVALID']);
  });

  it('is refused as a body: no JSON, wrong type, wrong shape, too many events, too long', async () => {
    for (const body of ['', '{', '[]', 'null', '{"events":[]}', '{"events":[{}]}', '{"events":"x"}'])
      expect(await refusal(await device.signed('POST', '/v1/events', body))).toEqual([400, 'BODY_INVALID']);
    const event = device.event(await device.settling(known.at.addressId));
    device.rewind(event);
    const crowd = { events: Array.from({ length: 101 }, () => event) };
    expect(await refusal(await device.signed('POST', '/v1/events', crowd))).toEqual([400, 'BODY_INVALID']);
    const long = JSON.stringify({ events: [event], padding: 'x'.repeat(9 * 1024 * 1024) });
    expect(await refusal(await device.signed('POST', '/v1/events', long))).toEqual([413, 'BODY_INVALID']);
    const form = await fetch(`${registry.url}/v1/events`, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    expect(await refusal(form)).toEqual([415, 'BODY_INVALID']);
  });

  it('is rejected by itself where a text of an event could not be stored', async () => {
    for (const name of ['周\0', '周\ud800', '\udc00周']) {
      const mover = person({ name });
      const event = device.event([{ kind: 'person', id: mover.personId, basedOn: 0, after: mover }]);
      expect(await device.pushOne(event)).toMatchObject({ outcome: 'rejected', reason: 'body' });
    }
  });

  it('is refused where a text of anything else could not be stored', async () => {
    const answer = await device.plain('POST', '/v1/devices', {
      ...{ code: codes.a, stationCode: stationA, deviceId: device.deviceId, deviceName: '窗口\0' },
      publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'x'.repeat(43) },
    });
    expect(await refusal(answer)).toEqual([400, 'BODY_INVALID']);
  });

  it('is refused when it is nested beyond all reason', async () => {
    const event = device.event([]);
    device.rewind(event);
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = JSON.stringify({ events: [{ ...event, more: 0 }] }).replace('"more":0', `"more":${deep}`);
    expect(await refusal(await device.signed('POST', '/v1/events', body))).toEqual([400, 'BODY_INVALID']);
  });

  it('does not mistake rare characters or a written-out escape for such a text', async () => {
    const mover = person({ name: '周𠮷', formerName: String.raw`周\u0000`, otherAddress: '"\\' });
    const cursor = await device.head();
    const event = device.event([{ kind: 'person', id: mover.personId, basedOn: 0, after: mover }]);
    expect(await device.pushOne(event)).toMatchObject({ outcome: 'confirmed' });
    expect((await device.changes(cursor)).changes[0]?.data).toEqual(mover);
  });

  it('is refused as a query', async () => {
    for (const query of ['', '?cursor=-1', '?cursor=x', '?cursor=1.5', '?cursor=0&limit=0', '?cursor=0&limit=5001'])
      expect(await refusal(await device.signed('GET', `/v1/changes${query}`))).toEqual([400, 'BODY_INVALID']);
    expect(await refusal(await device.signed('GET', '/v1/changes?cursor=999999'))).toEqual([409, 'CURSOR_INVALID']);
  });

  it('is refused when it is not even HTTP, and the registry goes on', async () => {
    const { hostname, port } = new URL(registry.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = createConnection({ host: hostname, port: Number(port) }, () =>
        socket.write('\x16\x03\x01 hello\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.once('close', () => resolve(text)).once('error', reject);
    });
    expect(answer).toContain('400 Bad Request');
    expect(answer).toContain('{"code":"BODY_INVALID","detail":"http"}');
    expect((await device.plain('GET', '/v1/health')).status).toBe(200);
  });
});
