import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { exportJWK, generateKeyPair } from 'jose';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningRegistry, startRegistry } from '../../registry/server.ts';
import { DeviceKey } from '../../shared/contract/registry.ts';
import { ReadyCopy, readyCopyEndings } from '../../shared/contract/registry-copies.ts';
import { makeSharedDatabase } from '../fixtures/postgres.ts';
import { address, home, inSnapshotOrder, recordOf, stationC, stationD } from '../fixtures/register-records.ts';
import { registryMigrations } from '../fixtures/registry-backends.ts';
import { breakRegistry } from './broken-registry.ts';
import type { Trial } from './city.ts';
import { clauses } from './clauses.ts';
import { knownFaults } from './faults.ts';
import { type Result, tryRegistry } from './kit.ts';

const codes = { station: 'kit-station', other: 'kit-other', city: 'kit-city', office: 'kit-office' } as const;
const office = { code: codes.office, police: '220421000000', department: null };

function makePack(folder: string): void {
  const pack = { format: 'luohu-policy-pack', pack: 'trial@2027.1', inForceFrom: '2027-01-01' };
  writeFileSync(join(folder, 'trial@2027.1.pack.json'), `${JSON.stringify(pack)}\n`);
}

/** A file that no station could use: what is in it is not for the protocol to say. */
function makeCopy(folder: string): void {
  const content = gzipSync('a copy of a station');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const header = ReadyCopy.parse({
    ...{ format: 'luohu-copy-1', schema: '0'.repeat(64), scope: stationC, cursor: 0, mark: null, counts: {} },
    ...{ madeAt: '2026-11-23T01:00:00.000Z', sha256, bytes: content.byteLength },
  });
  writeFileSync(join(folder, `${sha256}${readyCopyEndings.header}`), JSON.stringify(header));
  writeFileSync(join(folder, `${sha256}${readyCopyEndings.content}`), content);
}

async function startTrial(offered: string): Promise<{ registry: RunningRegistry; trial: Trial }> {
  makePack(offered);
  makeCopy(offered);
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { kty, crv, x } = await exportJWK(publicKey);
  const peer = { registryId: uuidv7(), key: privateKey };
  const peers = [
    {
      prefix: '9901',
      url: 'http://127.0.0.1:1',
      registryId: peer.registryId,
      publicKey: DeviceKey.parse({ kty, crv, x }),
    },
  ];
  const alone = [address({ stationCode: stationC, isFrozen: true }), address({ stationCode: null, level: 'division' })];
  const records = [
    ...home(stationC, 41).records,
    ...home(stationD, 950_000).records,
    ...alone.map((each) => recordOf.address(each)),
  ];
  const uses = 200;
  const registry = await startRegistry({
    ...{
      port: 0,
      migrations: registryMigrations,
      databaseUrl: await makeSharedDatabase(),
      packs: offered,
      copies: offered,
      peers,
    },
    town: () => inSnapshotOrder(records),
    enrolmentCodes: [
      { code: codes.station, stationCode: stationC, scope: 'station', uses },
      { code: codes.other, stationCode: stationD, scope: 'station', uses },
      { code: codes.city, stationCode: stationC, scope: 'city', uses },
      { code: codes.office, stationCode: office.police, scope: 'office', office: office.police, uses },
    ],
  });
  const trial: Trial = {
    ...{ url: registry.url, code: codes.station, station: stationC, otherCode: codes.other, otherStation: stationD },
    ...{ cityCode: codes.city, office, peer, isSpending: false, only: null },
  };
  return { registry, trial };
}

const idsOf = (results: readonly Result[], state: Result['state']) =>
  results
    .filter((result) => result.state === state)
    .map(({ id }) => id)
    .sort();

describe('the conformance kit', () => {
  const offered = mkdtempSync(join(tmpdir(), 'luohu-kit-'));
  let registry: RunningRegistry;
  let trial: Trial;

  beforeAll(async () => {
    ({ registry, trial } = await startTrial(offered));
  }, 120_000);
  afterAll(async () => {
    await registry?.stop();
    rmSync(offered, { recursive: true, force: true });
  });

  it('has a clause for every number in the protocol and no other, each once', () => {
    const protocol = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'protocol.md'), 'utf8');
    const numbered = [...protocol.matchAll(/\[(P\d+)\]/g)].map(([, id]) => id ?? '').sort();
    expect(numbered).toEqual(clauses.map(({ id }) => id).sort());
    expect(new Set(numbered).size).toBe(numbered.length);
  });

  it.each(knownFaults)('tells by its clauses: $what', async ({ breaks, keeps, make }) => {
    const broken = await breakRegistry(registry.url, make());
    const results = await tryRegistry({ ...trial, url: broken.url, only: [...breaks, ...keeps] });
    await broken.stop();
    const faults = results.filter(({ state }) => state === 'broken');
    expect(idsOf(results, 'broken'), JSON.stringify(faults, null, 1)).toEqual([...breaks].sort());
    expect(idsOf(results, 'kept')).toEqual([...keeps].sort());
    for (const { what, expected, seen } of faults) expect([what, expected, seen]).not.toContain(undefined);
  });

  it('finds every clause kept by the registry of this repository', async () => {
    const results = await tryRegistry({ ...trial, isSpending: true });
    expect(results.filter(({ state }) => state !== 'kept')).toEqual([]);
    expect(results.length).toBe(clauses.length);
  }, 180_000);
});
