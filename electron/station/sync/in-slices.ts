import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../store/database.ts';

/** After so long a slice is committed and everyone else gets a turn. */
const sliceMs = 25;

/**
 * Does `work` for every item, in as many transactions as it takes to never keep the service from answering for more than a few tens of
 * milliseconds. Killed in between, some items are done and the others not.
 */
export async function inSlices<T>(database: Database, items: readonly T[], work: (item: T) => void): Promise<void> {
  let next = 0;
  const slice = database.transaction(() => {
    const until = performance.now() + sliceMs;
    while (next < items.length && performance.now() < until) {
      const end = Math.min(items.length, next + 20);
      for (const item of items.slice(next, end)) work(item);
      next = end;
    }
  });
  while (next < items.length) {
    slice();
    await nextTurn();
  }
}
