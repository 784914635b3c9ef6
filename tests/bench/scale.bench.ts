import { parseArgs } from 'node:util';
import { Random, seedNumber } from '../../shared/town/random.ts';
import { percentiles } from './measure.ts';

/*
 * How long a station waits for the registry's answer when many stations share one database: a simulation of the busiest hour of the year and
 * of the first minutes after a day without a line. The traffic is made from yearly figures (docs/scale.md has their sources), the times
 * are those the benchmark `sync` measures; a group of pushes is written while the next one gathers. Seeded; prints one JSON object.
 * Run: node tests/bench/scale.bench.ts [--stations 10000] [--group-ms 19] [--event-ms 0.8] [--poll-ms 3] [--seed scale]
 */
const { values: asked } = parseArgs({
  options: {
    stations: { type: 'string', default: '10000' },
    'group-ms': { type: 'string', default: '19' },
    'event-ms': { type: 'string', default: '0.8' },
    'poll-ms': { type: 'string', default: '3' },
    seed: { type: 'string', default: 'scale' },
  },
});
const groupMs = Number(asked['group-ms']);
const eventMs = Number(asked['event-ms']);
const pollMs = Number(asked['poll-ms']);
const seed = seedNumber(asked.seed);

/** People of an urban and of a county station, and how many of 34 are urban (Liaoyuan 2022). */
const sizes = { urban: 62_000, county: 25_800, urbanOf34: 7 };
/** 200,000 registrations of all kinds a year for 1,131,400 people, the upper end of the estimate. */
const eventsAPersonYear = 200_000 / 1_131_400;
const workingDays = 250;
/** School season and the Spring Festival. */
const peakDay = 3;
const busiestHour = 0.2;
const windows = 3;
const pollEveryS = 10;
const eventsAtOnce = 200;
const eventsAPush = 100;

interface Push {
  readonly atMs: number;
  readonly events: number;
}

interface Waited {
  readonly waitMs: number[];
  readonly busyMs: number;
  readonly endMs: number;
  readonly longestQueue: number;
}

function eventsADay(station: number): number {
  const isUrban = new Random(seed, 1, station).below(34) < sizes.urbanOf34;
  return ((isUrban ? sizes.urban : sizes.county) * eventsAPersonYear) / workingDays;
}

/** Registrations at random moments of the hour, each pushed at once. */
function busyHour(stations: number): Push[] {
  const pushes: Push[] = [];
  for (let station = 0; station < stations; station += 1) {
    const random = new Random(seed, 2, station);
    const meanGapMs = 3_600_000 / (eventsADay(station) * peakDay * busiestHour);
    const gap = () => -Math.log(1 - random.fraction()) * meanGapMs;
    for (let atMs = gap(); atMs < 3_600_000; atMs += gap()) pushes.push({ atMs, events: 1 });
  }
  return pushes.sort((a, b) => a.atMs - b.atMs);
}

/** Every station has a busiest day's registrations to send, and tries again at a moment of its own within the longest back-off (30–60 s). */
function afterADay(stations: number): Push[] {
  const pushes: Push[] = [];
  for (let station = 0; station < stations; station += 1) {
    const atMs = 60_000 * (0.5 + new Random(seed, 3, station).fraction() / 2);
    for (let left = Math.round(eventsADay(station) * peakDay); left > 0; left -= eventsAPush)
      pushes.push({ atMs, events: Math.min(left, eventsAPush) });
  }
  return pushes.sort((a, b) => a.atMs - b.atMs);
}

function nextGroup(pushes: readonly Push[], from: number, nowMs: number): { count: number; events: number } {
  let [count, events] = [0, 0];
  for (let push = pushes[from]; push && push.atMs <= nowMs; push = pushes[from + count]) {
    if (count > 0 && events + push.events > eventsAtOnce) break;
    events += push.events;
    count += 1;
  }
  return { count, events };
}

/** One registry takes them as registry/together.ts does, a group at a time. */
function serve(pushes: readonly Push[]): Waited {
  const waitMs: number[] = [];
  let [nowMs, busyMs, longestQueue, from, arrived] = [0, 0, 0, 0, 0];
  while (from < pushes.length) {
    nowMs = Math.max(nowMs, pushes[from]?.atMs ?? nowMs);
    const { count, events } = nextGroup(pushes, from, nowMs);
    while ((pushes[arrived]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs) arrived += 1;
    longestQueue = Math.max(longestQueue, arrived - from);
    const takesMs = groupMs + eventMs * events;
    [nowMs, busyMs] = [nowMs + takesMs, busyMs + takesMs];
    for (const push of pushes.slice(from, from + count)) waitMs.push(nowMs - push.atMs);
    from += count;
  }
  return { waitMs, busyMs, endMs: nowMs, longestQueue };
}

function scenario(name: string, stations: number) {
  const hour = busyHour(stations);
  const served = serve(hour);
  const backlog = afterADay(stations);
  const drained = serve(backlog);
  const events = backlog.reduce((sum, push) => sum + push.events, 0);
  const round = (value: number, digits = 0) => Number(value.toFixed(digits));
  return {
    ...{ name, stations },
    busiestHour: {
      eventsASecond: round(hour.length / 3600, 1),
      busy: round(served.busyMs / 3_600_000, 3),
      longestQueue: served.longestQueue,
      answerMs: percentiles(served.waitMs.map((ms) => round(ms, 1))),
    },
    afterADayWithoutALine: {
      ...{ events, pushes: backlog.length },
      lastAnswerAfterS: round((drained.endMs - 30_000) / 1000, 1),
      answerMs: percentiles(drained.waitMs.map((ms) => round(ms))),
    },
    polls: {
      aSecond: round((stations * windows) / pollEveryS),
      processors: round((stations * windows * pollMs) / pollEveryS / 1000, 2),
    },
  };
}

const all = Number(asked.stations);
const result = {
  bench: 'scale',
  seed: asked.seed,
  measured: { groupMs, eventMs, pollMs },
  scenarios: [
    scenario('a city', 34),
    scenario('a province', Math.min(all, 1000)),
    scenario('all in one database', all),
  ],
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
