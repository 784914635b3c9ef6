import type { Database } from '../store/database.ts';
import { mergeGrams } from '../store/person-entries.ts';
import { buildPersonIndex } from '../store/person-index-build.ts';
import { type Pause, stepsInSlices } from './in-slices.ts';

/** About so many households are made findable at a step: a few milliseconds. */
const householdsAtAStep = 20;

/**
 * Builds the person search anew after a first fill; needs the register's indexes. `advance` hears how many more can be found. Broken off,
 * the search finds only some.
 */
export async function buildPersonSearch(
  database: Database,
  advance: (persons: number) => void,
  pause: Pause,
): Promise<void> {
  const steps = buildPersonIndex(database, householdsAtAStep);
  await stepsInSlices(database, steps, advance, pause, () => mergeGrams(database));
}
