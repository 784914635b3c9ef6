import { parseArgs } from 'node:util';
import { goThroughKilling } from './killing.ts';

/** `npm run killed -- --rounds N --seed S`: as many rounds as one likes; prints what happened and ends with 1 when something was wrong. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [rounds = 0, seed = 0] = [values.rounds, values.seed].map(Number);
if (![rounds, seed].every(Number.isInteger)) throw new RangeError('--rounds and --seed are whole numbers');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

console.error(`${rounds} rounds, seed ${seed}`);
const killing = await goThroughKilling({
  ...{ rounds, seed },
  onRound: (round) => {
    if (round % 50 === 0) console.error(`${round} rounds`);
  },
});
console.log(JSON.stringify(killing, null, 2));
process.exit(killing.faults.length > 0 ? 1 : 0);
