import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../../chaos/chance.ts';
import type { Clerks } from './clerk.ts';
import type { World } from './world.ts';

/** A station is killed least: it costs as much to begin as all the others, and there are two to choose from. */
const victimWeights = { registry: 4, backend: 5, postmaster: 2, station: 1, line: 4 } as const;
type Victim = keyof typeof victimWeights;

/** Between two kills at least. */
const shortestMs = 80;
const longestMs = 320;
/** A round goes on until somebody has registered something, but not longer. */
const workLimitMs = 10_000;

/** Most are killed at their work, a station after it has registered something; some while they are still starting. */
const startingPercent = 15;

interface Killable {
  readonly isAtWork: boolean;
  readonly isBegun: boolean;
  kill(): void;
}

/** Kills one process; false: there is none of that kind just now. */
function kill(world: World, victim: Victim, chance: Chance): boolean {
  if (victim === 'backend') return killBackend(world, chance);
  const { registry, line, cluster, counters } = world;
  const all: Readonly<Record<Exclude<Victim, 'backend'>, readonly Killable[]>> = {
    ...{ registry: [registry], postmaster: [cluster.server], line: [line], station: counters },
  };
  const isAnyState = chance.happens(startingPercent);
  const there = all[victim].filter(({ isAtWork, isBegun }) => isAtWork || (isAnyState && isBegun));
  if (there.length > 0) chance.pick(there).kill();
  return there.length > 0;
}

function killBackend({ cluster }: World, chance: Chance): boolean {
  const pids = cluster.listBackends();
  if (pids.length === 0) return false;
  try {
    return process.kill(chance.pick(pids), 'SIGKILL');
  } catch {
    return false;
  }
}

/** Round after round one process is killed, whatever it is just doing; the counters work on all the while. Answers how many of each kind. */
export async function goThroughStorm(
  world: World,
  clerks: readonly Clerks[],
  { rounds, chance, onRound }: { rounds: number; chance: Chance; onRound: (round: number) => void },
): Promise<Record<Victim, number>> {
  const kills = { registry: 0, backend: 0, postmaster: 0, station: 0, line: 0 };
  const countTold = () => clerks.reduce((sum, { told }) => sum + told.length, 0);
  let told = countTold();
  for (let round = 0; round < rounds; ) {
    const victim = chance.weighed(victimWeights);
    if (!kill(world, victim, chance)) {
      await pause(10);
      continue;
    }
    kills[victim] += 1;
    round += 1;
    onRound(round);
    const until = performance.now() + workLimitMs;
    await pause(shortestMs + chance.below(longestMs - shortestMs));
    while (countTold() === told && performance.now() < until) await pause(10);
    told = countTold();
  }
  return kills;
}

/** Everything is up again and the line is sound: all is exchanged and what was refused is given up. Answers what does not come to rest. */
export async function heal(world: World, clerks: readonly Clerks[], limitMs: number): Promise<string[]> {
  const until = performance.now() + limitMs;
  await world.allUp();
  world.calmLine();
  let left: string[] = [];
  for (let quietRounds = 0; quietRounds < 2; ) {
    if (performance.now() > until) return ['the counters do not come to rest', ...left];
    const all = await Promise.all(clerks.map((clerk) => clerk.comeToRest()));
    left = all.filter((each) => each !== null);
    quietRounds = left.length === 0 ? quietRounds + 1 : 0;
    if (quietRounds === 0) await pause(50);
  }
  return [];
}
