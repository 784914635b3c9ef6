import { z } from 'zod';
import { Chance } from '../../chaos/chance.ts';
import { FaultyLine, type LineFault, noFault } from '../../fixtures/faulty-line.ts';

/** The lines of all stations in one process: `seed count`. Told where the registry is, and when all faults are to end. */
const [seed = '1', count = '1'] = process.argv.slice(2);
const Told = z.union([z.strictObject({ target: z.number().int() }), z.strictObject({ calm: z.literal(true) })]);
const weights: Readonly<Record<LineFault['kind'], number>> = {
  ...{ none: 50, cut: 14, truncate: 12, delay: 14 },
  'black-hole': 10,
};

const chance = new Chance(Number(seed));
let target = 1;
let isCalm = false;

function nextFault(): LineFault {
  if (isCalm) return noFault;
  return {
    kind: chance.weighed(weights),
    direction: chance.pick(['up', 'down'] as const),
    afterBytes: chance.below(chance.pick([100, 1500, 12_000])),
    ms: 20 + chance.below(500),
  };
}

const say = (message: unknown) => process.send?.(message, () => {});
const lines = Array.from(
  { length: Number(count) },
  () => new FaultyLine({ target: () => target, nextFault, onFault: (fault) => say({ fault }) }),
);
process.on('message', (message) => {
  const told = Told.parse(message);
  if ('target' in told) target = told.target;
  else {
    isCalm = true;
    for (const line of lines) line.cutAll();
  }
});
say({ ports: await Promise.all(lines.map((line) => line.listen())) });
