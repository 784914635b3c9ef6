import type { Problem } from '../../../shared/contract/problems.ts';
import { problem } from '../cases/checks/check.ts';
import type { Database } from '../store/database.ts';
import { findPrefilledCase } from '../store/prefilled-cases.ts';

/** What somebody else filled in is not accepted before whoever sits here has gone through it with the applicant. */
export function listPrefilledProblems(database: Database, caseId: string): Problem[] {
  const from = findPrefilledCase(database, caseId);
  return from && from.checkedAt === null ? [problem('prefilled', 'prefilled-unchecked', { step: 'check' })] : [];
}
