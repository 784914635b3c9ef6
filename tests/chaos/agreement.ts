import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBeginning } from './beginning.ts';
import { addCounts, type Counts, tellCounts } from './counts.ts';
import { failingSeeds } from './failing-seeds.ts';
import type { Beginning, Outcome } from './outcome.ts';
import { Schedule } from './schedule.ts';

const minutes = 60_000;

/**
 * The check of a commit goes through the same schedules every time, so that it tells what the commit did. Elsewhere each run goes where
 * nobody has been.
 */
const seedOfChecks = 7_000_000;
const seedOfRun = process.env.CI ? seedOfChecks : Math.floor(Math.random() * 1e9);

function expectNoFault({ seed, faults, steps }: Outcome): void {
  expect(faults, `seed ${seed}:\n${steps.join('\n')}\n`).toEqual([]);
}

/** A part of the schedules of a run of the tests: two files share them, as Vitest gives each file a process of its own. */
interface Part {
  readonly index: number;
  readonly parts: number;
}

/** Says that the counters agree in the schedules that have shown something before, and in hundreds of others, in this part of both. */
export function itAgrees({ index, parts }: Part): void {
  const share = Math.ceil(Number(process.env.LUOHU_SCHEDULES ?? 500) / parts);
  const firstSeed = Number(process.env.LUOHU_SEED ?? seedOfRun) + index * share;
  let beginning: Beginning;

  beforeAll(async () => {
    beginning = await makeBeginning();
  }, 3 * minutes);
  afterAll(() => beginning?.registry.close());

  it.each(failingSeeds.filter((_, at) => at % parts === index))(
    'agree in the schedule $seed, which shows when $found',
    async ({ seed }) => expectNoFault(await new Schedule(beginning, seed).run()),
    minutes,
  );

  it(
    `agree in ${share} schedules from seed ${firstSeed}`,
    async () => {
      const counts: Counts = {};
      for (let at = 0; at < share; at += 1) {
        const outcome = await new Schedule(beginning, firstSeed + at).run();
        expectNoFault(outcome);
        addCounts(counts, outcome.counts);
      }
      console.log(`from seed ${firstSeed}: ${tellCounts(share, counts)}`);
    },
    25 * minutes,
  );
}
