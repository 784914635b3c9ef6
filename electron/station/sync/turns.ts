import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * The registry's answers come in pieces of 64 KiB, at most one in each turn of Node's loop, a dozen for a page that is written in a few slices.
 * With a single turn between slices the next page would stay on its way until nothing is left to do.
 */
const turnsBetween = 8;

/** Lets everybody else do what waits: commits of the counter, answers from the registry. */
export async function giveTurns(): Promise<void> {
  for (let turn = 0; turn < turnsBetween; turn += 1) await nextTurn();
}
