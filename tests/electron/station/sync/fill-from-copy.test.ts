import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTables } from '../../../../electron/station/store/copy-tables.ts';
import type { Database } from '../../../../electron/station/store/database.ts';
import { searchPersons } from '../../../../electron/station/store/person-search.ts';
import type { Sync, SyncOptions } from '../../../../electron/station/sync/sync-loop.ts';
import { hasWholeCopy } from '../../../../electron/station/sync/sync-settings.ts';
import { writeReadyCopy } from '../../../../electron/station/sync/write-copy.ts';
import { ReadyCopy, readyCopyEndings } from '../../../../shared/contract/registry-copies.ts';
import type { Effect } from '../../../../shared/domain/events.ts';
import { makeTown } from '../../../../shared/town/town.ts';
import { cutAfter, killWhenFilling } from '../../../fixtures/broken-fills.ts';
import { person, stationA } from '../../../fixtures/register-records.ts';
import { anyBackend, codes } from '../../../fixtures/registry-backends.ts';
import { TestDevice } from '../../../fixtures/registry-device.ts';
import { stationMigrations, TestCopy } from '../../../fixtures/station-copy.ts';
import { stationOfFile } from '../../../fixtures/station-of-file.ts';

const town = [...makeTown({ persons: 1000, seed: 7, stationCode: stationA })];
const room = town.find((record) => record.kind === 'address' && record.data.level === 'room' && !record.data.isFrozen);
const copies = mkdtempSync(join(tmpdir(), 'luohu-ready-'));
afterAll(() => rmSync(copies, { recursive: true }));

/** All but those behind the full-text search, which may hold the same in other pieces. */
const registerTables = copyTables.filter((table) => !table.startsWith('search_grams'));

const isFile = (url: unknown) => /\/v1\/copies\/[0-9a-f]/.test(String(url));

describe('a first fill from a ready copy', () => {
  const station = stationOfFile(anyBackend, town, copies);
  const maker = new TestCopy();
  let made: ReadyCopy;

  const cityOptions = { enrolCode: codes.cityA } as const;
  /** A computer of the whole city whose requests are listed. */
  const syncOf = (options: Partial<SyncOptions> = {}): { sync: Sync; asked: string[] } => {
    const asked: string[] = [];
    const { fetch: line = fetch } = options;
    const listening: typeof fetch = (url, init) => {
      asked.push(new URL(String(url)).pathname.replace(/copies\/.*/, 'copies/…'));
      return line(url, init);
    };
    return { sync: station.syncOf({ ...cityOptions, ...options, fetch: listening }), asked };
  };

  const linesOf = (database: Database) =>
    registerTables.map((table) => {
      const lines = database.prepare(`SELECT * FROM ${table}`).raw().all();
      return lines.map((line) => JSON.stringify(line)).sort();
    });
  const indexesOf = (database: Database) =>
    database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name").pluck().all();
  const leftBeside = () => readdirSync(station.copy.folder).filter((name) => !/^station\.db(-wal|-shm)?$/.test(name));

  beforeAll(async () => {
    const sync = station.syncOf({ db: maker.database, ...cityOptions });
    await sync.now();
    const neighbour = await TestDevice.enrol(station.registry.url, stationA, codes.a);
    await neighbour.pushOne(neighbour.event(await neighbour.settling(room?.id ?? '')));
    await sync.now();
    const written = await writeReadyCopy(maker.database, { folder: copies, scope: 'city' });
    if (typeof written === 'string') throw new Error(written);
    made = written;
  }, 60_000);
  afterAll(() => maker.discard());
  const fileOf = ({ sha256 }: { sha256: string }) => join(copies, `${sha256}${readyCopyEndings.content}`);

  const expectFilled = () => {
    const { database } = station.copy;
    expect(linesOf(database)).toEqual(linesOf(maker.database));
    expect(indexesOf(database)).toEqual(indexesOf(maker.database));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(leftBeside()).toEqual([]);
  };

  it('holds what the copy held, line for line, history and search with it, and asks for no snapshot', async () => {
    const { sync, asked } = syncOf();
    expect(await sync.now()).toMatchObject({ registry: 'online', cause: null, fill: null });
    expectFilled();
    expect(asked).toEqual(expect.arrayContaining(['/v1/copies', '/v1/copies/…', '/v1/changes']));
    expect(asked).not.toContain('/v1/snapshot');
    expect(station.copy.database.prepare('SELECT count(*) FROM record_history').pluck().get()).toBeGreaterThan(0);
  });

  it('finds people at once, on a connection that searched before the fill too, and goes on with the feed', async () => {
    const { database } = station.copy;
    const search = (text: string) => searchPersons(database, { text, limit: 10, stationCode: stationA });
    expect(search('周试验')).toEqual([]);
    const { sync } = syncOf();
    await sync.now();
    expect(search('周试验').map(({ name }) => name)).toEqual(['周试验']);
    expect(search('zsy').length).toBeGreaterThan(0);

    const another = await TestDevice.enrol(station.registry.url, stationA, codes.a);
    const effects = await another.settling(room?.id ?? '');
    await another.pushOne(another.event(effects));
    await sync.now();
    expect(search('周试验')).toHaveLength(2);
  });

  it('cut after any byte goes on where it was cut, and is the same in the end', async () => {
    const whole = readFileSync(fileOf(made)).byteLength;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: whole - 1 }), { minLength: 1, maxLength: 3 }),
        async (at) => {
          const cuts = at.toSorted((a, b) => a - b);
          const froms: number[] = [];
          const cutting: typeof fetch = async (url, init) => {
            const answer = await fetch(url, init);
            if (!isFile(url) || !answer.body) return answer;
            const from = Number(new URL(String(url)).searchParams.get('from'));
            froms.push(from);
            const next = cuts.find((cut) => cut > from);
            return next === undefined ? answer : new Response(cutAfter(answer.body, next - from));
          };
          const copy = new TestCopy();
          try {
            const sync = station.syncOf({ ...cityOptions, db: copy.database, fetch: cutting });
            for (let tries = 0; tries <= cuts.length && !hasWholeCopy(copy.database); tries += 1) await sync.now();
            expect(froms).toEqual([0, ...cuts]);
            const lines = new Set(linesOf(copy.database).flat());
            const missing = linesOf(maker.database)
              .flat()
              .filter((line) => !lines.has(line));
            expect(missing).toEqual([]);
            expect(copy.count('search_persons')).toBe(copy.count('persons'));
          } finally {
            copy.discard();
          }
        },
      ),
      { numRuns: 4 },
    );
  });

  it('killed half-way begins again, with what it has fetched', async () => {
    station.copy.database.close();
    const args = [station.copy.file, stationMigrations, station.registry.url, codes.cityA];
    expect(await killWhenFilling([...args, '0.75'])).toBe('SIGKILL');
    station.copy.reopen();
    expect(hasWholeCopy(station.copy.database)).toBe(false);
    expect(leftBeside()).not.toEqual([]);
    const froms: (string | null)[] = [];
    const listening: typeof fetch = (url, init) => {
      if (isFile(url)) froms.push(new URL(String(url)).searchParams.get('from'));
      return fetch(url, init);
    };
    expect(await syncOf({ fetch: listening }).sync.now()).toMatchObject({ cause: null });
    expect(froms).toEqual([]);
    expect(station.copy.count('persons')).toBe(station.copy.count('search_persons'));
    expect(indexesOf(station.copy.database)).toEqual(indexesOf(maker.database));
    expect(leftBeside()).toEqual([]);
  });

  describe('is made from the snapshot instead', () => {
    const expectFromSnapshot = async (options: Partial<SyncOptions> = {}) => {
      const { sync, asked } = syncOf(options);
      expect(await sync.now()).toMatchObject({ registry: 'online', cause: null, fill: null });
      expect(asked).toContain('/v1/snapshot');
      expect(station.copy.count('persons')).toBe(station.copy.count('search_persons'));
      expect(station.copy.count('persons')).toBeGreaterThanOrEqual(maker.count('persons'));
      expect(leftBeside()).toEqual([]);
      return asked;
    };
    /** Answers the file with other bytes, under a header that calls them so. */
    const instead = (bytes: Buffer, isCalledSo: boolean): typeof fetch => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const header = ReadyCopy.parse({ ...made, ...(isCalledSo ? { sha256 } : {}), bytes: bytes.byteLength });
      return async (url, init) => {
        if (isFile(url)) return new Response(new Uint8Array(bytes));
        return String(url).endsWith('/v1/copies')
          ? Response.json({ scope: 'city', copies: [header], head: made.cursor })
          : fetch(url, init);
      };
    };
    /** The copy's database, changed, as a file to be offered. */
    const changed = (sql: string): Buffer => {
      const file = join(station.copy.folder, 'changed');
      writeFileSync(file, gunzipSync(readFileSync(fileOf(made))));
      const database = new Sqlite(file);
      database.unsafeMode(true).exec(sql);
      database.close();
      const bytes = gzipSync(readFileSync(file));
      rmSync(file);
      return bytes;
    };

    it('by a computer of a station, for which there is none', async () => {
      const asked = await expectFromStation();
      expect(asked).not.toContain('/v1/copies/…');
    });
    const expectFromStation = async () => {
      const { sync, asked } = syncOf({ enrolCode: codes.a });
      expect(await sync.now()).toMatchObject({ cause: null });
      expect(asked).toContain('/v1/snapshot');
      return asked;
    };

    it('when the registry is an older one that knows no copies', async () => {
      const old: typeof fetch = async (url, init) =>
        String(url).includes('/v1/copies') ? Response.json({ code: 'NOT_FOUND' }, { status: 404 }) : fetch(url, init);
      await expectFromSnapshot({ fetch: old });
    });

    it('when the copy is so old that the feed behind it would take longer', async () => {
      const far: typeof fetch = async (url, init) => {
        if (!String(url).endsWith('/v1/copies')) return fetch(url, init);
        return Response.json({ scope: 'city', copies: [made], head: made.cursor + 5000 });
      };
      await expectFromSnapshot({ fetch: far });
    });

    it('when the copy is of another version of the program', async () => {
      const other: typeof fetch = async (url, init) => {
        if (!String(url).endsWith('/v1/copies')) return fetch(url, init);
        return Response.json({ scope: 'city', copies: [{ ...made, schema: '0'.repeat(64) }], head: made.cursor });
      };
      expect(await expectFromSnapshot({ fetch: other })).not.toContain('/v1/copies/…');
    });

    it.each([
      ['a byte of it is another', () => instead(Buffer.from(readFileSync(fileOf(made))).fill(7, 4000, 4001), false)],
      ['it is no compressed file', () => instead(Buffer.from('not a file of that kind'), true)],
      ['it is no database', () => instead(gzipSync(Buffer.from('x'.repeat(8192))), true)],
      [
        'two lines of it claim the same',
        () => instead(changed('UPDATE persons SET citizen_id = (SELECT citizen_id FROM persons LIMIT 1)'), true),
      ],
      ['a record is missing', () => instead(changed('DELETE FROM persons WHERE rowid = 9'), true)],
      [
        'something in it could act by itself',
        () => instead(changed('CREATE TRIGGER act AFTER INSERT ON persons BEGIN SELECT 1; END'), true),
      ],
      ['a table of it is made otherwise', () => instead(changed('ALTER TABLE permits ADD COLUMN more TEXT'), true)],
    ])('when %s', async (_what, line) => {
      await expectFromSnapshot({ fetch: line() });
    });

    it('by a computer that has registered something, whose own registrations stay', async () => {
      const { sync } = syncOf();
      await sync.now();
      const mine = person();
      const own: Effect = { kind: 'person', id: mine.personId, basedOn: 0, after: mine };
      station.copy.register(sync.deviceId, [own]);
      station.copy.database.prepare("DELETE FROM settings WHERE name = 'sync.cursor'").run();
      await expectFromSnapshot();
      expect(
        station.copy.database.prepare('SELECT name FROM persons WHERE person_id = ?').pluck().get(mine.personId),
      ).toBe(mine.name);
    });
  });

  it('is not made of a database that is not whole, or has registered something', async () => {
    const order = { folder: copies, scope: 'city' } as const;
    expect(await writeReadyCopy(station.copy.database, order)).toBe('not-whole');
    const { sync } = syncOf();
    await sync.now();
    station.copy.register(sync.deviceId, [{ kind: 'person', id: person().personId, basedOn: 0, after: person() }]);
    expect(await writeReadyCopy(station.copy.database, order)).toBe('has-registered');
    expect(readdirSync(copies)).toHaveLength(2);
  });

  it('is kept beside the one before it, older ones go', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luohu-ready-'));
    const { sync } = syncOf();
    const neighbour = await TestDevice.enrol(station.registry.url, stationA, codes.a);
    const cursors: number[] = [];
    for (let day = 0; day < 3; day += 1) {
      await neighbour.pushOne(neighbour.event(await neighbour.settling(room?.id ?? '')));
      await sync.now();
      const written = await writeReadyCopy(station.copy.database, { folder, scope: 'city' });
      cursors.push(typeof written === 'string' ? 0 : written.cursor);
    }
    const headers = readdirSync(folder).filter((name) => name.endsWith(readyCopyEndings.header));
    const kept = headers.map((name) => ReadyCopy.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).cursor);
    expect(kept.sort()).toEqual(cursors.slice(1));
    expect(readdirSync(folder)).toHaveLength(4);
    rmSync(folder, { recursive: true });
  });
});
