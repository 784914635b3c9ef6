import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { OwnChainAnswer } from '../../shared/contract/registry.ts';
import { home, stationA } from '../fixtures/register-records.ts';
import { backends, codes, startTestRegistry } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

describe.each(backends)('a device asking for its own chain, on %s,', (backend) => {
  const known = home(stationA, 1);
  let registry: RunningRegistry;

  beforeAll(async () => {
    registry = await startTestRegistry(backend, known.records);
  }, 60_000);
  afterAll(() => registry.stop());

  const ask = async (device: TestDevice, afterSeq: number): Promise<OwnChainAnswer> =>
    OwnChainAnswer.parse(await (await device.signed('GET', `/v1/devices/self?afterSeq=${afterSeq}`)).json());

  it('gets its events behind a number as it sent them, with the answers they got, and nobody else’s', async () => {
    const [device, neighbour] = [
      await TestDevice.enrol(registry.url, stationA, codes.a),
      await TestDevice.enrol(registry.url, stationA, codes.a),
    ];
    const events = [];
    for (let count = 0; count < 3; count += 1) events.push(device.event(await device.settling(known.at.addressId)));
    const outcomes = await device.push(...events);
    await neighbour.pushOne(neighbour.event(await neighbour.settling(known.at.addressId)));
    const answer = await ask(device, 1);
    expect(answer.head).toEqual({ seq: 3, hash: events[2]?.hash });
    expect(answer.afterHash).toBe(events[0]?.hash);
    expect(answer.events.map(({ body }) => JSON.parse(body))).toEqual(events.slice(1));
    expect(answer.events.map(({ outcome }) => outcome)).toEqual(outcomes.slice(1));
    expect(answer.hasMore).toBe(false);
  });

  it('hears that there is nothing where it has sent nothing, and behind the end', async () => {
    const device = await TestDevice.enrol(registry.url, stationA, codes.a);
    const nothing = { head: { seq: 0, hash: '0'.repeat(64) }, afterHash: null, events: [], hasMore: false };
    expect(await ask(device, 0)).toEqual(nothing);
    expect(await ask(device, 7)).toEqual(nothing);
  });

  it('is refused when it does not sign or asks for no number', async () => {
    const device = await TestDevice.enrol(registry.url, stationA, codes.a);
    expect((await device.plain('GET', '/v1/devices/self?afterSeq=0')).status).toBe(401);
    expect((await device.signed('GET', '/v1/devices/self?afterSeq=-1')).status).toBe(400);
    expect((await device.signed('GET', '/v1/devices/self')).status).toBe(400);
  });
});
