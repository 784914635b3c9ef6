import { readSnapshot } from '../city.ts';
import { type Clause, equal, hold, refused } from '../clause.ts';
import { arrival, settled } from './homes.ts';

const wrongMark = '0'.repeat(64);

/** What tells a feed from another one, and who is told of an arrival. */
export const markRules: readonly Clause[] = [
  {
    id: 'P108',
    says: 'each place of the feed has a mark that never changes; a cursor with another mark is CURSOR_INVALID',
    check: async ({ a, atA }) => {
      const start = await a.head();
      await settled(a, atA.addressId);
      await settled(a, atA.addressId);
      const [first, whole] = [await a.changes(start, 1), await a.changes(start)];
      hold('marks of two places', first.mark !== whole.mark, 'two marks', first.mark);
      equal('one mark, read again', (await a.changes(start, 1)).mark, first.mark);
      const { header } = await readSnapshot(a);
      equal('in a snapshot', [header.cursor, header.mark], [whole.next, whole.mark]);
      const ask = (mark: string | null | undefined) => a.signed('GET', `/v1/changes?cursor=${first.next}&mark=${mark}`);
      await refused('the mark of the cursor', ask(first.mark), '200');
      await refused('the mark of another place', ask(whole.mark), '409 CURSOR_INVALID');
      await refused('the mark of no place', ask(wrongMark), '409 CURSOR_INVALID');
    },
  },
  {
    id: 'P109',
    says: 'a device’s own chain is refused, too, with a place that the feed has not',
    check: async ({ a, atA }) => {
      await settled(a, atA.addressId);
      const { next, mark } = await a.changes((await a.head()) - 1);
      const ask = (cursor: number, given: unknown) =>
        a.signed('GET', `/v1/devices/self?afterSeq=0&cursor=${cursor}&mark=${given}`);
      await refused('a place with its mark', ask(next, mark), '200');
      await refused('with another mark', ask(next, wrongMark), '409 CURSOR_INVALID');
      await refused('beyond the end', ask(next + 1_000_000, mark), '409 CURSOR_INVALID');
    },
  },
  {
    id: 'P110',
    says: 'what an event changes at another station is told to that station, and to no other',
    check: async (city) => {
      const { a, b } = city;
      const { to, effects } = await arrival(city);
      const [startA, startB] = [await a.head(), await b.head()];
      await b.make(effects);
      const told = async (device: typeof a, start: number) => (await device.changes(start)).changes.map(({ id }) => id);
      const left = effects.slice(2).map(({ id }) => id);
      equal(
        'at the station left',
        (await told(a, startA)).filter((id) => id !== to.person.personId).sort(),
        left.sort(),
      );
      const expected = [to.person.personId, to.house.householdId, to.place.membershipId];
      equal('at the station of arrival', (await told(b, startB)).sort(), expected.sort());
    },
  },
];
