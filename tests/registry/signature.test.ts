import { generateKeyPair } from 'jose';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { stationA } from '../fixtures/register-records.ts';
import { anyBackend, codes, startTestRegistry } from '../fixtures/registry-backends.ts';
import { type Forgery, TestDevice } from '../fixtures/registry-device.ts';

const path = '/v1/changes?cursor=0';
const nowSeconds = () => Math.floor(Date.now() / 1000);

describe('signed requests', () => {
  let registry: RunningRegistry;
  let device: TestDevice;

  beforeAll(async () => {
    registry = await startTestRegistry(anyBackend, []);
    device = await TestDevice.enrol(registry.url, stationA, codes.a);
  }, 60_000);
  afterAll(() => registry.stop());

  const answerTo = async (forgery: Forgery) => {
    const answer = await device.signed('GET', path, undefined, forgery);
    return { status: answer.status, body: await answer.json() };
  };
  const invalid = (detail: string) => ({ status: 401, body: { code: 'SIGNATURE_INVALID', detail } });

  it('are answered when the device that signed is known', async () => {
    expect((await device.signed('GET', path)).status).toBe(200);
  });

  it('are refused without a signature or with something else in its place', async () => {
    for (const authorization of ['', 'Bearer x', 'LuohuJWS', 'LuohuJWS a b'])
      expect(await answerTo({ authorization })).toEqual(invalid('authorization'));
    for (const authorization of ['LuohuJWS x', 'LuohuJWS x.y.z', 'LuohuJWS ..'])
      expect(await answerTo({ authorization })).toEqual(invalid('header'));
  });

  it('are refused when another key signed', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    expect(await answerTo({ key: privateKey })).toEqual(invalid('signature'));
  });

  it('are refused when no algorithm or a weaker one is named', async () => {
    for (const alg of ['none', 'HS256']) {
      const header = Buffer.from(JSON.stringify({ alg, kid: device.deviceId })).toString('base64url');
      expect(await answerTo({ authorization: `LuohuJWS ${header}.e30.c2ln` })).toEqual(invalid('header'));
    }
  });

  it('are refused when they were made for another path, method or body', async () => {
    expect(await answerTo({ proof: { path: '/v1/changes?cursor=1' } })).toEqual(invalid('path'));
    expect(await answerTo({ proof: { method: 'POST' } })).toEqual(invalid('method'));
    expect(await answerTo({ proof: { bodySha256: '0'.repeat(64) } })).toEqual(invalid('bodySha256'));
  });

  it('are refused when they are more than five minutes old or ahead', async () => {
    for (const iat of [nowSeconds() - 310, nowSeconds() + 310])
      expect(await answerTo({ proof: { iat } })).toEqual(invalid('iat'));
    for (const iat of [nowSeconds() - 280, nowSeconds() + 280])
      expect((await answerTo({ proof: { iat } })).status).toBe(200);
  });

  it('are refused the second time, in another spelling too', async () => {
    const jti = uuidv7();
    expect((await answerTo({ proof: { jti } })).status).toBe(200);
    const replayed = { status: 401, body: { code: 'SIGNATURE_REPLAYED' } };
    expect(await answerTo({ proof: { jti } })).toEqual(replayed);
    expect(await answerTo({ proof: { jti: jti.toUpperCase() } })).toEqual(replayed);
    const authorization = await device.authorization('GET', path, '');
    expect((await answerTo({ authorization })).status).toBe(200);
    expect(await answerTo({ authorization })).toEqual(replayed);
  });

  it('are refused from a device nobody enrolled', async () => {
    expect(await answerTo({ header: { kid: uuidv7() } })).toEqual({ status: 401, body: { code: 'DEVICE_UNKNOWN' } });
  });
});
