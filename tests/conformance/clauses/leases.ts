import { uuidv7 } from 'uuidv7';
import { type Clause, equal, hold, refused } from '../clause.ts';
import { leaseOf } from './ground-rules.ts';

/** Numbers for offline days. */
export const leaseRules: readonly Clause[] = [
  {
    id: 'P87',
    says: 'a block has as many serials as asked for, both ends included, and no serial is given twice',
    check: async ({ a, a2 }) => {
      for (const kind of ['household-number', 'acceptance-number', 'paper-number'] as const) {
        const blocks = await Promise.all([a, a2, a, a2].map((device) => device.lease(kind, 7)));
        equal(
          `sizes, ${kind}`,
          blocks.map(({ from, until }) => until - from + 1),
          [7, 7, 7, 7],
        );
        const serials = blocks.flatMap(({ from }) => Array.from({ length: 7 }, (_, index) => from + index));
        equal(`serials, ${kind}, asked for at the same moment`, new Set(serials).size, 28);
      }
      for (const count of [0, 1001, 1.5, -1, '1'])
        await refused(`a count of ${count}`, a.signed('POST', '/v1/leases', leaseOf({ count })), '400 BODY_INVALID');
    },
  },
  {
    id: 'P88',
    says: '受理编号 and paper numbers are shared by the stations of a county',
    needs: ['same-county'],
    check: async ({ a, b }) => {
      for (const kind of ['acceptance-number', 'paper-number'] as const) {
        const [one, two, three] = [await a.lease(kind, 3), await b.lease(kind, 3), await a.lease(kind, 3)];
        const isApart = one.until < two.from && two.until < three.from;
        hold(`${kind} of two stations`, isApart, 'blocks that do not meet', [one, two, three]);
      }
    },
  },
  {
    id: 'P89',
    says: 'the first block of 户号 begins behind the highest number in use',
    check: async ({ a, highestSerial }) => {
      const { from } = await a.lease('household-number', 1);
      hold('a block', from > highestSerial, `from more than ${highestSerial}`, from);
    },
  },
  {
    id: 'P90',
    says: 'the same `requestId` with the same kind and count gets the same block',
    check: async ({ a, a2, b }) => {
      const requestId = uuidv7();
      const blocks = await Promise.all([1, 2, 3].map(() => a.lease('paper-number', 5, requestId)));
      equal('three times at the same moment', blocks.slice(1), [blocks[0], blocks[0]]);
      const first = leaseOf({ kind: 'paper-number', count: 5, requestId });
      const others = { count: { ...first, count: 6 }, kind: { ...first, kind: 'acceptance-number' } };
      for (const [what, other] of Object.entries(others))
        await refused(`another ${what}`, a.signed('POST', '/v1/leases', other), '422 IDEMPOTENCY_MISMATCH');
      for (const device of [a2, b])
        await refused('another device', device.signed('POST', '/v1/leases', first), '422 IDEMPOTENCY_MISMATCH');
    },
  },
];
