import { isDeepStrictEqual } from 'node:util';
import { readSnapshot } from '../city.ts';
import { type Clause, equal } from '../clause.ts';
import { readAll, settle } from './feed.ts';

const kindsInOrder = [
  'address',
  'person',
  'household',
  'membership',
  'residence',
  'permit',
  'migration-paper',
  'certificate',
  'blank',
];

/** The first fill. */
export const snapshotRules: readonly Clause[] = [
  {
    id: 'P83',
    says: 'a snapshot is NDJSON, compressed when the request takes gzip and only then',
    check: async ({ a }) => {
      const [packed, plain] = [
        await a.get('/v1/snapshot', { 'accept-encoding': 'gzip' }),
        await a.get('/v1/snapshot', { 'accept-encoding': 'identity' }),
      ];
      equal('its type', packed.headers.get('content-type')?.split(';')[0], 'application/x-ndjson');
      const encodings = [packed, plain].map(({ headers }) => headers.get('content-encoding') ?? 'identity');
      equal('with and without gzip', encodings, ['gzip', 'identity']);
      equal('the same lines', (await packed.text()).split('\n').length, (await plain.text()).split('\n').length);
    },
  },
  {
    id: 'P84',
    says: 'kind after kind, in the order of the records',
    check: async ({ a }) => {
      const { records } = await readSnapshot(a);
      const ranks = records.map(({ kind }) => kindsInOrder.indexOf(kind));
      const first = ranks.findIndex((rank, index) => rank < (ranks[index - 1] ?? 0));
      equal('the first line that stands before its turn', first === -1 ? null : records[first], null);
      equal('lines that stand twice', records.length - new Set(records.map(({ kind, id }) => `${kind} ${id}`)).size, 0);
    },
  },
  {
    id: 'P85',
    says: '`counts` has how many records of each kind follow',
    check: async ({ a }) => {
      const { header, records } = await readSnapshot(a);
      const counted = Object.fromEntries(
        kindsInOrder.map((kind) => [kind, records.filter((each) => each.kind === kind).length]),
      );
      for (const kind of kindsInOrder) equal(`counts of ${kind}`, header.counts[kind] ?? 0, counted[kind]);
      equal(
        'kinds the protocol does not know',
        Object.keys(header.counts).filter((kind) => !kindsInOrder.includes(kind)),
        [],
      );
    },
  },
  {
    id: 'P86',
    says: 'one state of the register at one moment; the feed goes on from its cursor',
    check: async (city) => {
      const { a, a2 } = city;
      const [before] = await Promise.all([readSnapshot(a), settle(city), settle(city, a2)]);
      await settle(city);
      const after = await readSnapshot(a);
      const copy = new Map(before.records.map((record) => [`${record.kind} ${record.id}`, record]));
      for (const page of await readAll(a, before.header.cursor, 2))
        for (const record of page.changes) copy.set(`${record.kind} ${record.id}`, record);
      const wrong = after.records.filter(
        (record) => !isDeepStrictEqual(copy.get(`${record.kind} ${record.id}`), record),
      );
      equal(
        'records that a snapshot and its feed have otherwise than a new snapshot',
        wrong.map(({ kind, id }) => [kind, id]),
        [],
      );
      equal('how many there are', copy.size, after.records.length);
      equal('where the newer one ends', after.header.cursor, await a.head());
    },
  },
];
