import { afterEach, beforeEach, expect } from 'vitest';
import type { FuzzTrial } from './trial.ts';

/** Says of every test of a file that the registry answers quickly after it; `nothingChanged` that its tables are as before the test. */
export function staysSound(trial: () => FuzzTrial): { readonly nothingChanged: () => Promise<void> } {
  let before: Record<string, string> = {};
  beforeEach(async () => {
    before = await trial().dump();
  });
  afterEach(async () => {
    expect(await trial().healthMs()).toBeLessThan(5000);
  });
  return { nothingChanged: async () => expect(await trial().dump()).toEqual(before) };
}
