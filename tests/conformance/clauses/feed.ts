import { type ChangesAnswer, pageLimit } from '../../../shared/contract/registry.ts';
import { type City, readSnapshot, type Snapshot } from '../city.ts';
import { type Clause, equal, hold, refused } from '../clause.ts';
import { effectOf, inventedCitizenId, inventedPerson, inventedPlace } from '../invented.ts';
import type { KitDevice, SentEvent } from '../kit-device.ts';
import { settled } from './homes.ts';

const idsOf = ({ changes }: ChangesAnswer) => changes.map(({ id, version }) => `${id} ${version}`);
const madeBy = (event: SentEvent) => event.effects.map(({ id, basedOn }) => `${id} ${basedOn + 1}`);

/** Someone new in a household of their own at the first station. */
export async function settle({ a, atA }: City, device: KitDevice = a): Promise<SentEvent> {
  return device.make(await device.settling(atA.addressId, { citizenId: inventedCitizenId() }));
}

/** Everything behind a cursor, in pages of that size. */
export async function readAll(device: KitDevice, start: number, limit: number): Promise<ChangesAnswer[]> {
  const pages = [];
  for (let cursor = start; ; ) {
    const page = await device.changes(cursor, limit);
    pages.push(page);
    hold('`next`', page.next >= cursor, `at least ${cursor}`, page.next);
    if (!page.hasMore) return pages;
    hold('`next` when there is more', page.next > cursor, `more than ${cursor}`, page.next);
    cursor = page.next;
  }
}

/** The change feed. */
export const feedRules: readonly Clause[] = [
  {
    id: 'P74',
    says: 'the feed tells the records as the events after the cursor made them, the oldest event first, each as of that event',
    check: async ({ a, atA }) => {
      const { person } = await settled(a, atA.addressId);
      const start = await a.head();
      const names = ['符甲', '符乙', '符丙'];
      for (const [index, name] of names.entries()) await a.make([effectOf('person', { ...person, name }, index + 1)]);
      const { changes, next, hasMore } = await a.changes(start);
      const made = names.map((name, index) => ({ version: index + 2, data: { ...person, name } }));
      const expected = made.map((each) => ({ kind: 'person', id: person.personId, ...each }));
      equal('three events with one record', changes, expected);
      equal('the end', [next, hasMore], [await a.head(), false]);
      equal(
        'the rest behind the first',
        idsOf(await a.changes(start + 1)),
        idsOf({ changes: changes.slice(1) } as ChangesAnswer),
      );
    },
  },
  {
    id: 'P75',
    says: '`events` tells of each event all but effects, `seq` and hashes, and which versions it made',
    check: async (city) => {
      const { a } = city;
      const start = await a.head();
      const event = await settle(city);
      const { effects, seq: _s, prevHash: _p, hash: _h, ...told } = event;
      const records = effects.map(({ kind, id }) => ({ kind, id, version: 1 }));
      equal('a settlement', (await a.changes(start)).events, [{ event: told, records }]);
      const rejected = a.next([]);
      await a.take(rejected);
      hold(
        'an event that was rejected',
        !JSON.stringify((await a.changes(start)).events).includes(rejected.eventId),
        'not told',
        rejected.eventId,
      );
    },
  },
  {
    id: 'P76',
    says: 'a page never ends inside an event',
    check: async (city) => {
      const { a } = city;
      const start = await a.head();
      const events = [];
      for (let count = 0; count < 4; count += 1) events.push(await settle(city));
      for (const limit of [1, 4]) {
        const pages = await readAll(a, start, limit);
        const whole = pages.flatMap(({ events: told }) => told.map(({ records }) => records.length));
        equal(`records of each event, limit ${limit}`, whole, [3, 3, 3, 3]);
        equal(`all pages, limit ${limit}`, pages.flatMap(idsOf), events.flatMap(madeBy));
        hold(
          `pages, limit ${limit}`,
          pages.every(({ changes }) => changes.length <= limit + 2),
          `at most ${limit + 2} records`,
          pages.length,
        );
      }
    },
  },
  {
    id: 'P77',
    says: 'numbers become visible in their order: a reader steps over nothing while others push',
    check: async (city) => {
      const { a, a2, b } = city;
      const start = await a.head();
      const pushed = Promise.all(
        [a, a2].map(async (device) => {
          const made: string[] = [];
          for (let count = 0; count < 5; count += 1) made.push(...madeBy(await settle(city, device)));
          return made;
        }),
      );
      const meanwhile = (async () => {
        for (let count = 0; count < 5; count += 1) await b.make([effectOf('person', inventedPerson())]);
      })();
      const seen: string[] = [];
      let isPushing = true;
      const end = Promise.all([pushed, meanwhile]).finally(() => {
        isPushing = false;
      });
      const reading = (async () => {
        for (let cursor = start, isLast = false; !isLast; ) {
          isLast = !isPushing;
          const page = await a.changes(cursor, 4);
          seen.push(...idsOf(page));
          cursor = page.next;
          isLast &&= !page.hasMore;
        }
      })();
      const [made] = await end;
      await reading;
      equal('what was read while two devices pushed', seen.sort(), made.flat().sort());
    },
  },
  {
    id: 'P78',
    says: 'within an event a record that gives up a claim comes before the one that takes it',
    check: async (city) => {
      const { a } = city;
      const home = await settle(city);
      const target = await settle(city);
      const [mover, , place] = home.effects;
      if (mover?.kind !== 'person' || place?.kind !== 'membership') throw new Error('effects');
      const next = inventedPlace({ householdId: target.effects[1]?.id ?? '' }, mover.after);
      const start = await a.head();
      await a.make([
        effectOf('membership', next),
        effectOf('membership', { ...place.after, untilOn: '2026-11-22' }, 1),
      ]);
      const told = (await a.changes(start)).changes.filter(({ kind }) => kind === 'membership');
      equal(
        'a move',
        told.map(({ id }) => id),
        [place.id, next.membershipId],
      );
    },
  },
  {
    id: 'P79',
    says: 'a station reads its own records and addresses, those above all stations, and persons with something of its own',
    check: async (city) => {
      const { a, b, atB, trial } = city;
      const start = await a.head();
      const foreign = await b.make(await b.settling(atB.addressId, { citizenId: inventedCitizenId() }));
      const page = await a.changes(start);
      equal('what another station settled', [page.changes, page.events], [[], []]);
      equal('the cursor goes on all the same', page.next > start, true);
      const { records } = await readSnapshot(a);
      const ids = new Set(records.map(({ id }) => id));
      equal(
        'in the snapshot',
        foreign.effects.filter(({ id }) => ids.has(id)),
        [],
      );
      const strange = records.filter(
        ({ data }) => 'stationCode' in data && data.stationCode !== null && data.stationCode !== trial.station,
      );
      equal(
        'records of other stations in the snapshot',
        strange.map(({ kind, id }) => [kind, id]),
        [],
      );
      checkPersons({ records });
    },
  },
  {
    id: 'P80',
    says: 'a person who gets something at the station is told, under no event, though the event did not change them',
    check: async (city) => {
      const { a, b } = city;
      const stranger = inventedPerson();
      await b.make([effectOf('person', stranger)]);
      const home = await settle(city);
      const start = await a.head();
      const place = inventedPlace({ householdId: home.effects[1]?.id ?? '' }, stranger);
      await a.make([effectOf('membership', place)]);
      const { changes, events } = await a.changes(start);
      equal(
        'told',
        changes.map(({ id }) => id),
        [stranger.personId, place.membershipId],
      );
      equal(
        'under the event',
        events[0]?.records.map(({ id }) => id),
        [place.membershipId],
      );
    },
  },
  {
    id: 'P81',
    says: 'a device’s own events come back to it, and to the other computers of its station',
    check: async (city) => {
      const { a, a2 } = city;
      const [start, other] = [await a.head(), await a2.head()];
      const event = await settle(city);
      equal('to itself', idsOf(await a.changes(start)), madeBy(event));
      equal('to its neighbour', idsOf(await a2.changes(other)), madeBy(event));
    },
  },
  {
    id: 'P82',
    says: 'the cursor is a number from 0, the limit 1 to 5000, by default 1000',
    check: async ({ a }) => {
      for (const query of [
        '',
        '?cursor=-1',
        '?cursor=x',
        '?cursor=1.5',
        '?cursor=NaN',
        '?cursor=0&limit=0',
        `?cursor=0&limit=${pageLimit + 1}`,
      ])
        await refused(`/v1/changes${query}`, a.signed('GET', `/v1/changes${query}`), '400 BODY_INVALID');
      await refused('without a limit', a.signed('GET', '/v1/changes?cursor=0'), '200');
    },
  },
];

/** Persons that nothing in a station's part names have no business there. */
function checkPersons({ records }: Pick<Snapshot, 'records'>): void {
  const tied = new Set(
    records.flatMap(({ data }) => ('personId' in data && !('citizenId' in data) ? [data.personId] : [])),
  );
  const persons = records.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  equal(
    'persons with nothing at the station',
    persons.filter((id) => !tied.has(id)),
    [],
  );
  equal(
    'persons named and not there',
    [...tied].filter((id) => !persons.includes(id)),
    [],
  );
}
