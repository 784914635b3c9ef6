import type { Database } from '../store/database.ts';
import { giveTurns } from './turns.ts';

/** After so long a slice is ended and committed, which takes half as long again, and everyone else gets a turn. */
const sliceMs = 12;
const itemsAtAStep = 20;

/** What comes between two slices, told how many items the one before did. */
export type Pause = (items: number) => Promise<unknown>;

/**
 * Does `work` for every item, in as many transactions as it takes to never keep the service from answering for more than a few tens of
 * milliseconds. Killed in between, some items are done and the others not; when the power goes, the last ones may be undone.
 */
export async function inSlices<T>(
  database: Database,
  items: readonly T[],
  work: (item: T) => void,
  pause: Pause = giveTurns,
): Promise<void> {
  await stepsInSlices(database, stepsOf(items, work), () => {}, pause);
}

function* stepsOf<T>(items: readonly T[], work: (item: T) => void): Generator<number> {
  for (let start = 0; start < items.length; start += itemsAtAStep) {
    const step = items.slice(start, start + itemsAtAStep);
    for (const item of step) work(item);
    yield step.length;
  }
}

/**
 * The same for work that comes in steps, each of which says how much it did; `advance` hears it after the commit. The commits do not wait
 * for the disk, which is most of their time: only what counts for nothing before a later commit may be done so. That later one, and any
 * other commit in between, waits for everything before it. `finish` does before each commit what its steps left to be done once for all
 * of them.
 */
export async function stepsInSlices(
  database: Database,
  steps: Iterator<number>,
  advance: (done: number) => void,
  pause: Pause = giveTurns,
  finish: () => void = () => {},
): Promise<void> {
  let isOver = false;
  const slice = database.transaction((): number => {
    const until = performance.now() + sliceMs;
    let done = 0;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done === true) {
        isOver = true;
        break;
      }
      done += step.value;
    }
    finish();
    return done;
  });
  while (!isOver) {
    const done = withoutWaiting(database, slice);
    advance(done);
    await pause(done);
  }
}

/** In WAL mode a database is whole whatever NORMAL loses, and a later FULL commit writes out all before it. */
function withoutWaiting(database: Database, act: () => number): number {
  database.pragma('synchronous = NORMAL');
  try {
    return act();
  } finally {
    database.pragma('synchronous = FULL');
  }
}
