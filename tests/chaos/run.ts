import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { makeBeginning } from './beginning.ts';
import { addCounts, type Counts, tellCounts } from './counts.ts';
import { Schedule } from './schedule.ts';

/**
 * `npm run chaos -- --schedules N --seed S [--from K] [--workers W] [--steps] [--first]`: schedules S+K to S+N-1, by so many processes side by side;
 * prints what failed with its seed, with --steps everything that happened in it, and what happened in all of them together; with --first it ends
 * with the first that fails. Ends with 1 when one failed. May be stopped at any time.
 */
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    workers: { type: 'string', default: '1' },
    steps: { type: 'boolean', default: false },
    first: { type: 'boolean', default: false },
  },
});
const [schedules = 0, seed = 1, from = 0, workers = 1] = [
  values.schedules,
  values.seed,
  values.from,
  values.workers,
].map(Number);
if (![schedules, seed, from, workers].every(Number.isInteger))
  throw new RangeError('--schedules, --seed, --from and --workers are whole numbers');

interface Done {
  readonly schedules: number;
  readonly failed: readonly number[];
  readonly counts: Counts;
}

const begunAt = performance.now();
let isStopped = false;

function rateOf(done: number): number {
  return Number((done / ((performance.now() - begunAt) / 1000)).toFixed(1));
}

async function runHere(): Promise<Done> {
  const beginning = await makeBeginning();
  const [failed, counts]: [number[], Counts] = [[], {}];
  let done = 0;
  for (let index = from; index < schedules && !isStopped; index += 1) {
    const outcome = await new Schedule(beginning, seed + index).run();
    done += 1;
    addCounts(counts, outcome.counts);
    if (outcome.faults.length > 0) {
      failed.push(outcome.seed);
      console.log(`seed ${outcome.seed}:\n  ${outcome.faults.slice(0, 6).join('\n  ')}`);
    }
    isStopped ||= values.first && failed.length > 0;
    if (values.steps) console.log(outcome.steps.join('\n'));
    if (done % 100 === 0) console.error(`${done} schedules, ${failed.length} failed, ${rateOf(done)} a second`);
  }
  await beginning.registry.close();
  return { schedules: done, failed, counts };
}

/** A process of its own for a part of the schedules; what it prints is passed on, but for its last line. */
function runElsewhere(part: { readonly from: number; readonly until: number }): Promise<Done> {
  const flags = [...(values.steps ? ['--steps'] : []), ...(values.first ? ['--first'] : [])];
  const range = ['--schedules', `${part.until}`, '--from', `${part.from}`, '--seed', `${seed}`];
  const worker = spawn(process.execPath, [import.meta.filename, ...range, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = '';
  createInterface({ input: worker.stdout }).on('line', (line) => {
    if (last !== '') console.log(last);
    last = line;
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('close', () => {
      if (last.startsWith('{')) resolve(JSON.parse(last));
      else reject(new Error('a part broke off'));
    });
  });
}

function runAll(): Promise<Done[]> {
  if (workers <= 1) return Promise.all([runHere()]);
  const each = Math.ceil((schedules - from) / workers);
  const parts = Array.from({ length: workers }, (_, index) => from + index * each);
  return Promise.all(parts.map((start) => runElsewhere({ from: start, until: Math.min(schedules, start + each) })));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    isStopped = true;
  });
const all = await runAll();
const counts: Counts = {};
for (const part of all) addCounts(counts, part.counts);
const done = all.reduce((sum, part) => sum + part.schedules, 0);
const failed = all.flatMap((part) => part.failed);
console.error(tellCounts(done, counts));
console.log(JSON.stringify({ schedules: done, perSecond: rateOf(done), failed, counts }));
process.exit(failed.length > 0 ? 1 : 0);
