import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of the whole program or of several processes; everything else is a unit test. */
const integration = ['tests/integration/**/*.test.ts', 'tests/conformance/**/*.test.ts'];
const endToEnd = ['tests/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    // Vitest leaves one core free for the one who types; on a machine of two that doubles the time of the whole check.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...integration, ...endToEnd, 'tests/bench/**'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'integration', include: integration, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        // One window at a time: a machine of two cores that draws two programs at once is slow enough to fail a test.
        test: { name: 'e2e', include: endToEnd, testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false },
      },
    ],
  },
});
