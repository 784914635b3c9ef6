import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../../electron/station/store/database.ts';
import { writeReadyCopy } from '../../../../electron/station/sync/write-copy.ts';
import { makeTown } from '../../../../shared/town/town.ts';
import { stationA } from '../../../fixtures/register-records.ts';
import { anyBackend, codes } from '../../../fixtures/registry-backends.ts';
import { stationMigrations } from '../../../fixtures/station-copy.ts';
import { stationOfFile } from '../../../fixtures/station-of-file.ts';

/** A disk of 60 MB; only root may mount one, as in CI. */
const isRoot = process.getuid?.() === 0;

describe.runIf(isRoot)('a first fill on a disk without room for a ready copy', () => {
  const copies = mkdtempSync(join(tmpdir(), 'luohu-ready-'));
  const disk = mkdtempSync(join(tmpdir(), 'luohu-disk-'));
  const station = stationOfFile(anyBackend, [...makeTown({ persons: 1000, seed: 3, stationCode: stationA })], copies);
  let database: Database;

  beforeAll(() => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', disk]);
    database = openDatabase(join(disk, 'station.db'), stationMigrations);
  });
  afterAll(() => {
    database.close();
    execFileSync('umount', [disk]);
    for (const folder of [disk, copies]) rmSync(folder, { recursive: true });
  });

  it('is made from the snapshot, and nothing half fetched stays', async () => {
    const city = { enrolCode: codes.cityA };
    await station.syncOf(city).now();
    expect(await writeReadyCopy(station.copy.database, { folder: copies, scope: 'city' })).toBeTypeOf('object');
    const filler = join(disk, 'filler');
    const asked: string[] = [];
    const line: typeof fetch = async (url, init) => {
      const { pathname } = new URL(String(url));
      asked.push(pathname);
      const { bavail, bsize } = statfsSync(disk);
      if (/copies\/./.test(pathname)) writeFileSync(filler, Buffer.alloc(bavail * bsize - 100_000));
      if (pathname === '/v1/snapshot') rmSync(filler);
      return fetch(url, init);
    };
    const sync = station.syncOf({ ...city, db: database, fetch: line });
    expect(await sync.now()).toMatchObject({ cause: null, fill: null });
    expect(asked.filter((path) => /copies\/.|snapshot/.test(path)).map((path) => path.slice(0, 11))).toEqual([
      '/v1/copies/',
      '/v1/snapsho',
    ]);
    expect(readdirSync(disk).filter((name) => !/^station\.db(-wal|-shm)?$/.test(name))).toEqual([]);
  });
});
