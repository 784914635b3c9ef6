import { Draft } from '../../../shared/contract/draft.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import { findCase, type StoredCase } from '../store/cases.ts';
import type { Database } from '../store/database.ts';

/** A case with its draft read back. */
export interface OpenCase {
  readonly stored: StoredCase;
  readonly draft: Draft;
}

function parseDraft(text: string): Draft | null {
  try {
    const result = Draft.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

/** The case and its draft; NOT_FOUND, or CASE_UNREADABLE when the kept text is broken (it stays where it is). */
export function readCase(database: Database, caseId: string): Answer<OpenCase> {
  const stored = findCase(database, caseId);
  if (!stored) return fail('NOT_FOUND');
  const draft = parseDraft(stored.draft);
  return draft ? done({ stored, draft }) : fail('CASE_UNREADABLE', { caseId });
}
