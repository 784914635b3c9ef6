import { z } from 'zod';
import type { Counted } from './stage.ts';

const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

type ReportedFile = z.infer<typeof Report>['testResults'][number];

/**
 * Counts the tests of vitest's JSON report, and says of each failed one its file, its name and its message. A file that could
 * not be loaded has no failed test of its own and counts as one; so does a run that found no test, or one that failed for a
 * reason outside any test.
 */
export function countTests(reportText: string): Counted {
  const report = Report.parse(JSON.parse(reportText));
  const failures = report.testResults.flatMap(failuresOf);
  const isEmpty = report.numPassedTests + failures.length === 0;
  if (failures.length === 0 && isEmpty) failures.push('no test was found');
  else if (failures.length === 0 && !report.success) failures.push('an error outside the tests');
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

function failuresOf({ name, status, message, assertionResults }: ReportedFile): string[] {
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${name}\n${message}`] : [];
  return failed.map((one) => `${name}: ${one.fullName}\n${one.failureMessages?.join('\n') ?? ''}`);
}
