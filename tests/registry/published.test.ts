import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { RegistryError } from '../../shared/contract/registry.ts';
import { AuditAnchors, DocumentKeys, OfferedPacks } from '../../shared/contract/registry-published.ts';
import { SealKey, sealKeyIdOf } from '../../shared/document-seal/key-set.ts';
import { enrolOffice, enrolStation, migrationPaper, startInquiryRegistry } from '../fixtures/inquiry-registry.ts';
import { stationA, stationB } from '../fixtures/register-records.ts';
import { backends } from '../fixtures/registry-backends.ts';
import type { TestDevice } from '../fixtures/registry-device.ts';

async function sealKey(station: string, change: Record<string, unknown> = {}): Promise<SealKey> {
  const { kty, crv, x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const bare = SealKey.pick({ kty: true, crv: true, x: true }).parse({ kty, crv, x });
  return SealKey.parse({
    ...{ ...bare, kid: await sealKeyIdOf(bare), alg: 'EdDSA', use: 'sig', station, stationName: '示例派出所' },
    ...{ validFrom: '2026-01-01', validUntil: '2029-01-01', revokedOn: null, ...change },
  });
}

describe.each(backends.slice(0, 1))('what a registry publishes on %s', (backend) => {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-offered-'));
  const packs = join(folder, 'packs');
  let registry: RunningRegistry;
  let station: TestDevice;

  beforeAll(async () => {
    mkdirSync(packs);
    const papers = [
      migrationPaper({ number: '220403-2026-000001' }),
      migrationPaper({ number: '220403-2026-000002', status: 'void', endReason: '经办人写错了名字' }),
    ];
    registry = await startInquiryRegistry(backend, { packs, papers });
    station = await enrolStation(registry.url);
  }, 120_000);
  afterAll(async () => {
    await registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const refusal = async (answer: Response) =>
    `${answer.status} ${RegistryError.parse(JSON.parse(await answer.text())).code}`;
  const published = async () => DocumentKeys.parse(await (await fetch(`${registry.url}/v1/keys`)).json());
  const publish = (...keys: SealKey[]) => station.signed('POST', '/v1/keys', { keys });

  it('tells anybody the keys of stations, and that one was revoked, which nobody takes back', async () => {
    const key = await sealKey(stationA);
    expect((await publish(key)).status).toBe(200);
    expect((await publish(key)).status).toBe(200);
    expect((await published()).keys.keys).toEqual([key]);
    const revoked = SealKey.parse({ ...key, revokedOn: '2026-11-23' });
    expect((await publish(revoked)).status).toBe(200);
    expect((await published()).keys.keys).toEqual([revoked]);
    expect(await refusal(await publish(key))).toBe('422 IDEMPOTENCY_MISMATCH');
    const longer = SealKey.parse({ ...revoked, validUntil: '2099-01-01' });
    expect(await refusal(await publish(longer))).toBe('422 IDEMPOTENCY_MISMATCH');
  });

  it('takes no key that is another station’s or not the one its id says', async () => {
    expect(await refusal(await publish(await sealKey(stationB)))).toBe('403 SCOPE_REFUSED');
    expect(await refusal(await publish(await sealKey(stationA, { kid: 'a'.repeat(16) })))).toBe('400 BODY_INVALID');
    expect(await refusal(await station.plain('POST', '/v1/keys', { keys: [] }))).toBe('401 SIGNATURE_INVALID');
    expect((await published()).keys.keys).toHaveLength(1);
  });

  it('tells which numbers are void, and neither whose nor why', async () => {
    const { voided } = await published();
    expect(voided.documents).toEqual([
      { station: stationA, number: '220403-2026-000002', form: 'migration-certificate', voidedOn: '2026-11-20' },
    ]);
  });

  it('offers the packs of its folder byte for byte, and nothing that lies beside them', async () => {
    const file = `${JSON.stringify({ format: 'luohu-policy-pack', pack: 'liaoyuan@2027.1', inForceFrom: '2027-01-01' })}\n`;
    writeFileSync(join(packs, 'liaoyuan@2027.1.pack.json'), file);
    writeFileSync(join(packs, 'other@1.pack.json'), file);
    writeFileSync(join(folder, 'secret@1.pack.json'), file);
    const offered = OfferedPacks.parse(await (await station.signed('GET', '/v1/packs')).json());
    expect(offered.packs).toMatchObject([{ id: 'liaoyuan', version: '2027.1', inForceFrom: '2027-01-01' }]);
    expect(await (await station.signed('GET', '/v1/packs/liaoyuan/2027.1')).text()).toBe(file);
    expect(await refusal(await station.signed('GET', '/v1/packs/other/1'))).toBe('404 NOT_FOUND');
    for (const path of ['/v1/packs/..%2Fsecret/1', '/v1/packs/liaoyuan/..%2f..%2fx', '/v1/packs/a/%00'])
      expect(await refusal(await station.signed('GET', path))).toBe('400 BODY_INVALID');
    expect(await refusal(await station.plain('GET', '/v1/packs'))).toBe('401 SIGNATURE_INVALID');
  });

  it('keeps the heads of a computer’s audit log for good, each computer its own', async () => {
    const anchor = async (count: number, hash: string, by = station) =>
      AuditAnchors.parse(await (await by.signed('POST', '/v1/anchors', { count, hash })).json()).anchors;
    await anchor(5, 'a'.repeat(64));
    await anchor(5, 'a'.repeat(64));
    const kept = await anchor(9, 'b'.repeat(64));
    expect(kept.map(({ count, hash }) => [count, hash[0]])).toEqual([
      [5, 'a'],
      [9, 'b'],
    ]);
    expect(await anchor(5, 'c'.repeat(64))).toHaveLength(3);
    expect(await anchor(1, 'd'.repeat(64), await enrolStation(registry.url))).toHaveLength(1);
    for (const body of [
      { count: 0, hash: 'a'.repeat(64) },
      { count: 1, hash: 'x' },
      { count: 1e300, hash: 'a'.repeat(64) },
      {},
    ])
      expect(await refusal(await station.signed('POST', '/v1/anchors', body))).toBe('400 BODY_INVALID');
    const office = await enrolOffice(registry.url, 'county');
    expect(await refusal(await office.signed('GET', '/v1/anchors'))).toBe('403 SCOPE_REFUSED');
  });
});
