import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { appendingFeed } from '../../registry/store/feed.ts';
import { migrate } from '../../registry/store/migrate.ts';
import { openPostgres } from '../../registry/store/postgres.ts';
import { SnapshotHeader } from '../../shared/contract/registry.ts';
import { VersionedRecord } from '../../shared/domain/register-records.ts';
import { makeSharedDatabase } from '../fixtures/postgres.ts';
import {
  address,
  home,
  inSnapshotOrder,
  membership,
  recordOf,
  stationA,
  stationB,
} from '../fixtures/register-records.ts';
import { backends, codes, registryMigrations, startTestRegistry } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

/** The snapshot as its lines. */
async function snapshot(device: TestDevice): Promise<{ header: SnapshotHeader; records: VersionedRecord[] }> {
  const answer = await device.signed('GET', '/v1/snapshot');
  const [first = '', ...lines] = (await answer.text()).trimEnd().split('\n');
  return {
    header: SnapshotHeader.parse(JSON.parse(first)),
    records: lines.map((line) => VersionedRecord.parse(JSON.parse(line))),
  };
}

describe.each(backends)('the snapshot and the feed of a registry on %s', (backend) => {
  const city = address({ stationCode: null, level: 'division' });
  const ofA = home(stationA, 1);
  const ofB = home(stationB, 1);
  const left = {
    ...membership({ householdId: ofA.house.householdId, personId: ofB.head.personId }),
    untilOn: '2021-01-01',
  };
  let registry: RunningRegistry;
  let a: TestDevice;
  let b: TestDevice;

  beforeAll(async () => {
    const records = [recordOf.address(city), ...ofA.records, ...ofB.records, recordOf.membership(left)];
    registry = await startTestRegistry(backend, inSnapshotOrder(records));
    a = await TestDevice.enrol(registry.url, stationA, codes.a);
    b = await TestDevice.enrol(registry.url, stationB, codes.b);
  }, 60_000);
  afterAll(() => registry.stop());

  it('give a station its own records, the city’s addresses and whoever ever lived in its households', async () => {
    const { header, records } = await snapshot(a);
    const expected = inSnapshotOrder([
      recordOf.address(city),
      ...ofA.records,
      recordOf.person(ofB.head),
      recordOf.membership(left),
    ]);
    expect(records).toHaveLength(expected.length);
    expect(records).toEqual(expect.arrayContaining(expected));
    expect(records.map(({ kind }) => kind)).toEqual(expected.map(({ kind }) => kind));
    expect(header).toMatchObject({ cursor: 0, counts: { address: 2, person: 2, household: 1, membership: 2 } });
    expect((await snapshot(b)).records.map(({ id }) => id)).not.toContain(ofA.head.personId);
  });

  it('give a device of the whole city everything', async () => {
    const whole = await TestDevice.enrol(registry.url, stationB, codes.city);
    expect((await snapshot(whole)).records).toHaveLength(10);
  });

  it('send the snapshot compressed when the device takes gzip', async () => {
    const authorization = await a.authorization('GET', '/v1/snapshot', '');
    const bytes = await new Promise<Buffer>((resolve, reject) => {
      get(`${registry.url}/v1/snapshot`, { headers: { authorization, 'accept-encoding': 'gzip' } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).once('end', () => resolve(Buffer.concat(chunks)));
      }).once('error', reject);
    });
    expect(gunzipSync(bytes).toString()).toContain('"format":"luohu-snapshot-1"');
  });

  it('tell a station of a person who lived there when another station changes them', async () => {
    const cursor = await a.head();
    const renamed = { ...ofB.head, name: '周新名' };
    await b.pushOne(b.event([{ kind: 'person', id: renamed.personId, basedOn: 1, after: renamed }]));
    expect((await a.changes(cursor)).changes).toEqual([recordOf.person(renamed, 2)]);
  });

  it('do not tell a station what happens in another’s households, and its cursor goes on all the same', async () => {
    const cursor = await a.head();
    await b.pushOne(b.event(await b.settling(ofB.at.addressId)));
    const page = await a.changes(cursor);
    expect(page).toMatchObject({ changes: [], next: cursor + 1, hasMore: false });
  });

  it('do not tell a station what an event of its own changed at another, whose records it does not read', async () => {
    const whole = await TestDevice.enrol(registry.url, stationA, codes.cityA);
    const [mover, house, place] = await b.settling(ofB.at.addressId);
    if (mover?.kind !== 'person' || house?.kind !== 'household' || place?.kind !== 'membership')
      throw new Error('effects');
    await b.pushOne(b.event([mover, house, place]));
    const [ofStation, ofOther] = [await a.head(), await b.head()];
    const moved = membership({ householdId: ofA.house.householdId, personId: mover.id, relation: '97' });
    const arrival = whole.event([
      { kind: 'membership', id: place.id, basedOn: 1, after: { ...place.after, untilOn: '2026-11-23' } },
      { kind: 'membership', id: moved.membershipId, basedOn: 0, after: moved },
    ]);
    expect(await whole.pushOne(arrival)).toMatchObject({ outcome: 'confirmed' });
    const told = async (device: TestDevice, cursor: number) =>
      (await device.changes(cursor)).changes.map(({ id, version }) => [id, version]);
    expect(await told(a, ofStation)).toEqual([
      [mover.id, 1],
      [moved.membershipId, 1],
    ]);
    expect(await told(b, ofOther)).toEqual([[place.id, 2]]);
  });

  it('give a place a mark that does not change, and refuse a reader who knows that place by another', async () => {
    await a.pushOne(a.event(await a.settling(ofA.at.addressId)));
    const { next, mark } = await a.changes(0, 5000);
    expect(mark).toMatch(/^[0-9a-f]{64}$/);
    expect((await snapshot(b)).header).toMatchObject({ cursor: next, mark });
    const status = async (place: string, path = '/v1/changes?') => (await a.signed('GET', `${path}${place}`)).status;
    expect(await status(`cursor=${next}&mark=${mark}`)).toBe(200);
    const another = '0'.repeat(64);
    expect(await status(`cursor=${next}&mark=${another}`)).toBe(409);
    expect(await status(`cursor=${next - 1}&mark=${mark}`)).toBe(409);
    expect(await status(`afterSeq=0&cursor=${next}&mark=${mark}`, '/v1/devices/self?')).toBe(200);
    expect(await status(`afterSeq=0&cursor=${next}&mark=${another}`, '/v1/devices/self?')).toBe(409);
    expect(await status(`afterSeq=0&cursor=${next + 1}&mark=${mark}`, '/v1/devices/self?')).toBe(409);
  });

  it('give ended memberships before new ones, so that nobody is in two places in between', async () => {
    const cursor = await a.head();
    const [mover, house, place] = await a.settling(ofA.at.addressId);
    if (mover?.kind !== 'person' || house?.kind !== 'household' || place?.kind !== 'membership')
      throw new Error('effects');
    await a.pushOne(a.event([mover, house, place]));
    const moved = membership({ householdId: ofA.house.householdId, personId: mover.id, relation: '30' });
    const outcome = await a.pushOne(
      a.event([
        { kind: 'membership', id: moved.membershipId, basedOn: 0, after: moved },
        { kind: 'membership', id: place.id, basedOn: 1, after: { ...place.after, untilOn: '2026-11-23' } },
      ]),
    );
    expect(outcome).toMatchObject({ outcome: 'confirmed' });
    const { changes, events } = await a.changes(cursor + 1);
    expect(changes.map(({ kind, id }) => [kind, id])).toEqual([
      ['person', mover.id],
      ['membership', place.id],
      ['membership', moved.membershipId],
    ]);
    // The person is told to who may not know them; it was not this event that made them so.
    expect(events[0]?.records.map(({ id }) => id)).toEqual([place.id, moved.membershipId]);
  });

  it('never cut an event in two, however small the page', async () => {
    const start = await a.head();
    for (let index = 0; index < 4; index++) await a.pushOne(a.event(await a.settling(ofA.at.addressId)));
    const sizes: number[] = [];
    let cursor = start;
    for (let hasMore = true; hasMore; ) {
      const page = await a.changes(cursor, 4);
      sizes.push(page.changes.length);
      cursor = page.next;
      hasMore = page.hasMore;
    }
    expect(sizes).toEqual([6, 6]);
    expect(cursor).toBe(start + 4);
  });

  it('never let a reader step over a change, however many stations push at once', async () => {
    const devices = await Promise.all([1, 2, 3, 4].map(() => TestDevice.enrol(registry.url, stationA, codes.a)));
    const start = await a.head();
    const seen: string[] = [];
    let isPushing = true;
    const reading = (async () => {
      let cursor = start;
      for (let last = false; !last; ) {
        last = !isPushing;
        const page = await a.changes(cursor, 7);
        seen.push(...page.changes.map(({ id }) => id));
        cursor = page.next;
        last &&= !page.hasMore;
      }
    })();
    const pushed = await Promise.all(
      devices.map(async (device) => {
        const ids: string[] = [];
        for (let index = 0; index < 5; index++) {
          const effects = await device.settling(ofA.at.addressId);
          await device.pushOne(device.event(effects));
          ids.push(...effects.map(({ id }) => id));
        }
        return ids;
      }),
    );
    isPushing = false;
    await reading;
    expect(seen.sort()).toEqual(pushed.flat().sort());
    expect(await a.head()).toBe(start + 20);
  });

  it.runIf(backend === 'PostgreSQL')('let a later change wait until the earlier one can be read', async () => {
    const database = openPostgres((await makeSharedDatabase()) ?? '');
    await migrate(database, registryMigrations);
    const line = { record: recordOf.person(ofA.head), isMade: true, readers: null };
    const entry = { eventId: uuidv7(), stationCode: stationA, lines: [line] };
    const { sql, values } = appendingFeed([entry], () => false);
    const order: string[] = [];
    let letGo = () => {};
    const isHeld = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let tell = () => {};
    const isTold = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const early = database.transaction(async (transaction) => {
      await transaction.query(sql, values);
      tell();
      await isHeld;
      order.push('early');
    });
    await isTold;
    const late = database.transaction((transaction) => transaction.query(sql, values)).then(() => order.push('late'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    letGo();
    await Promise.all([early, late]);
    expect(order).toEqual(['early', 'late']);
    await database.close();
  });

  it('begin the feed where the snapshot ended', async () => {
    const { header, records } = await snapshot(a);
    expect(header.cursor).toBe(await a.head());
    const effects = await a.settling(ofA.at.addressId);
    await a.pushOne(a.event(effects));
    const { changes } = await a.changes(header.cursor);
    expect(changes.map(({ id }) => id)).toEqual(effects.map(({ id }) => id));
    expect(records.map(({ id }) => id)).not.toContain(effects[0]?.id);
  });
});
