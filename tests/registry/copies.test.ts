import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { OfferedCopies, ReadyCopy, readyCopyEndings } from '../../shared/contract/registry-copies.ts';
import { home, inSnapshotOrder, stationA, stationB } from '../fixtures/register-records.ts';
import { backends, codes, startTestRegistry } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

const content = Buffer.from('the bytes of a copy, which the registry hands on');

describe.each(backends)('ready copies on %s', (backend) => {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-copies-'));
  let registry: RunningRegistry;
  let station: TestDevice;
  let city: TestDevice;

  const put = (change: Partial<ReadyCopy>, bytes = content): ReadyCopy => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const copy = ReadyCopy.parse({
      ...{ format: 'luohu-copy-1', schema: '1'.repeat(64), scope: 'city', cursor: 0, mark: null, counts: {} },
      ...{ madeAt: '2026-11-23T01:00:00.000Z', sha256, bytes: bytes.byteLength, ...change },
    });
    writeFileSync(join(folder, `${sha256}${readyCopyEndings.header}`), JSON.stringify(copy));
    writeFileSync(join(folder, `${sha256}${readyCopyEndings.content}`), bytes);
    return copy;
  };
  const offeredTo = async (device: TestDevice) =>
    OfferedCopies.parse(await (await device.signed('GET', '/v1/copies')).json());
  const fetched = async (device: TestDevice, { sha256 }: { sha256: string }, query = '') => {
    const answer = await device.signed('GET', `/v1/copies/${sha256}${query}`);
    return answer.status === 200 ? Buffer.from(await answer.arrayBuffer()).toString() : answer.status;
  };

  beforeAll(async () => {
    const records = [...home(stationA, 61).records, ...home(stationB, 950_061).records];
    registry = await startTestRegistry(backend, inSnapshotOrder(records), folder);
    station = await TestDevice.enrol(registry.url, stationA, codes.a);
    city = await TestDevice.enrol(registry.url, stationA, codes.cityA);
  }, 120_000);
  afterAll(async () => {
    await registry?.stop();
    rmSync(folder, { recursive: true });
  });

  it('are offered to a computer of the city and to none of a station, and given from any byte on', async () => {
    const copy = put({});
    expect(await offeredTo(city)).toEqual({ scope: 'city', copies: [copy], head: 0 });
    expect(await offeredTo(station)).toEqual({ scope: stationA, copies: [], head: 0 });
    expect(await fetched(city, copy)).toBe(content.toString());
    expect(await fetched(city, copy, '?from=10')).toBe(content.toString().slice(10));
    expect(await fetched(city, copy, `?from=${content.byteLength}`)).toBe('');
    expect(await fetched(city, copy, `?from=${content.byteLength + 1}`)).toBe(404);
    expect(await fetched(city, copy, '?from=-1')).toBe(400);
    expect(await fetched(station, copy)).toBe(404);
  });

  it('of a station are offered to that station alone', async () => {
    const copy = put({ scope: stationA }, Buffer.from('of station A'));
    const neighbour = await TestDevice.enrol(registry.url, stationB, codes.b);
    expect((await offeredTo(station)).copies).toEqual([copy]);
    expect((await offeredTo(neighbour)).copies).toEqual([]);
    expect((await offeredTo(city)).copies).not.toContainEqual(copy);
    expect(await fetched(neighbour, copy)).toBe(404);
  });

  it('of another feed, or from a place this one has not reached, are offered to nobody', async () => {
    const foreign = put({ mark: '2'.repeat(64) }, Buffer.from('of another feed'));
    const future = put({ cursor: 7 }, Buffer.from('of tomorrow'));
    const { copies } = await offeredTo(city);
    expect(copies.map(({ sha256 }) => sha256)).not.toEqual(expect.arrayContaining([foreign.sha256]));
    expect(copies.map(({ sha256 }) => sha256)).not.toEqual(expect.arrayContaining([future.sha256]));
    expect(await fetched(city, foreign)).toBe(404);
  });

  it('are left out when their header is none, or is named otherwise, or their bytes are not there', async () => {
    writeFileSync(join(folder, `${'3'.repeat(64)}${readyCopyEndings.header}`), '{"format":');
    const copy = put({}, Buffer.from('gone'));
    writeFileSync(join(folder, `${'4'.repeat(64)}${readyCopyEndings.header}`), JSON.stringify(copy));
    const before = (await offeredTo(city)).copies.filter(({ sha256 }) => sha256 === copy.sha256);
    expect(before).toEqual([copy]);
    rmSync(join(folder, `${copy.sha256}${readyCopyEndings.content}`));
    expect(await fetched(city, copy)).toBe(404);
  });
});
