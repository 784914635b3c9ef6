import { z } from 'zod';
import type { Counted } from './stage.ts';

const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/**
 * Counts the tests of vitest's JSON report. A file that could not be loaded has no failed test of its own and counts as one;
 * so does a run that found no test, or one that failed for a reason outside any test.
 */
export function countTests(reportText: string): Counted {
  const report = Report.parse(JSON.parse(reportText));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  const isEmpty = report.numPassedTests + failed === 0;
  return { passed: report.numPassedTests, failed: failed === 0 && (isEmpty || !report.success) ? 1 : failed };
}
