import { parseArgs } from 'node:util';
import { makeBeginning } from './beginning.ts';
import { Schedule } from './schedule.ts';

/**
 * `npm run chaos -- --schedules N --seed S [--from K] [--steps] [--first]`: schedules S+K to S+N-1, one after the other; prints what failed with
 * its seed, with --steps everything that happened in it; with --first it ends with the first that fails. Ends with 1 when one failed. May be
 * stopped at any time.
 */
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    steps: { type: 'boolean', default: false },
    first: { type: 'boolean', default: false },
  },
});
const [schedules, seed, from] = [values.schedules, values.seed, values.from].map(Number);
if (![schedules, seed, from].every(Number.isInteger))
  throw new RangeError('--schedules, --seed and --from are whole numbers');

let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    isStopped = true;
  });
const beginning = await makeBeginning();
const failed: number[] = [];
const counts: Record<string, number> = {};
const begunAt = performance.now();
let done = 0;
for (let index = from ?? 0; index < (schedules ?? 0) && !isStopped; index += 1) {
  const outcome = await new Schedule(beginning, (seed ?? 1) + index).run();
  done += 1;
  for (const [what, count] of Object.entries(outcome.counts)) counts[what] = (counts[what] ?? 0) + count;
  if (outcome.faults.length > 0) {
    failed.push(outcome.seed);
    console.log(`seed ${outcome.seed}:\n  ${outcome.faults.slice(0, 6).join('\n  ')}`);
  }
  isStopped ||= values.first && failed.length > 0;
  if (values.steps) console.log(outcome.steps.join('\n'));
  if (done % 100 === 0) console.error(`${done} schedules, ${failed.length} failed, ${rate()} a second`);
}

function rate(): string {
  return (done / ((performance.now() - begunAt) / 1000)).toFixed(1);
}

console.log(JSON.stringify({ schedules: done, perSecond: Number(rate()), counts, failed }));
await beginning.registry.close();
process.exit(failed.length > 0 ? 1 : 0);
