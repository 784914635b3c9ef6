import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/** Tests of the whole program or of several processes; everything else is a unit test. */
const integration = ['tests/integration/**/*.test.ts', 'tests/conformance/**/*.test.ts'];
const endToEnd = ['tests/e2e/**/*.test.ts'];
const globalSetup = 'tests/shared-postgres.ts';

export default defineConfig({
  test: {
    // Vitest leaves one core free for the one who types; on a machine of two that doubles the time of the whole check.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // What is polled for comes in a moment, on a busy machine in several; a second is too short for a verdict.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...integration, ...endToEnd, 'tests/bench/**'],
          globalSetup,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'integration', include: integration, globalSetup, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'e2e', include: endToEnd, testTimeout: 180_000, hookTimeout: 180_000 },
      },
    ],
  },
});
