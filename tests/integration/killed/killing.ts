import { Chance } from '../../chaos/chance.ts';
import { Clerks } from './clerk.ts';
import { listHomes } from './homes.ts';
import { goThroughStorm, heal } from './storm.ts';
import { judge } from './verdict.ts';
import { World } from './world.ts';

/** Far more than it takes: a machine may have a lot to do beside. */
const fillLimitMs = 120_000;
const healLimitMs = 120_000;

export interface KillingOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Told after each kill how many there were. */
  readonly onRound?: (round: number) => void;
}

export interface Killing {
  readonly seed: number;
  /** What went wrong, in sentences; empty: nothing. */
  readonly faults: readonly string[];
  /** How often which process was killed. */
  readonly kills: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Record<'start' | 'storm' | 'heal' | 'verdict', number>>;
}

/** Sums the counts of several. */
function together(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const counts of all) for (const [what, count] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + count;
  return sum;
}

/** So many rounds of kills, the healing, and the verdict. Leaves no process behind. */
export async function goThroughKilling({ rounds, seed, onRound = () => {} }: KillingOptions): Promise<Killing> {
  const marks = [performance.now()];
  const world = await World.open(seed);
  try {
    const clerks = world.counters.map((counter, index) => new Clerks(counter, new Chance(seed + index), listHomes()));
    await Promise.all(clerks.map((clerk) => clerk.becomeReady(fillLimitMs)));
    marks.push(performance.now());
    let isOver = false;
    const working = clerks.map((clerk) => clerk.work(() => isOver));
    const kills = await goThroughStorm(world, clerks, { rounds, chance: new Chance(seed + 1000), onRound });
    isOver = true;
    await Promise.all(working);
    marks.push(performance.now());
    const restless = await heal(world, clerks, healLimitMs);
    marks.push(performance.now());
    await world.stopPrograms();
    const { faults, counts } = await judge(world.cluster.url, world.counters, clerks);
    marks.push(performance.now());
    const [start = 0, storm = 0, healing = 0, verdict = 0] = marks.slice(1).map((mark, index) => {
      return Math.round((mark - (marks[index] ?? 0)) / 100) / 10;
    });
    return {
      seed,
      faults: [...clerks.flatMap(({ bugs }) => bugs), ...world.complaints, ...restless, ...faults],
      kills,
      counts: together([counts, ...clerks.map((clerk) => clerk.counts), world.lineFaults]),
      seconds: { start, storm, heal: healing, verdict },
    };
  } finally {
    await world.discard();
  }
}
