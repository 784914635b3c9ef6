import type { Draft } from '../../../shared/contract/draft.ts';
import { isStillMeant } from '../../../shared/contract/inquiry-proof.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { PaperState } from '../../../shared/contract/registry-inquiry.ts';
import { problem } from '../cases/checks/check.ts';
import type { Database } from '../store/database.ts';
import { listInquiries } from '../store/inquiries.ts';

/** What the place of issue says of a paper with which nobody may be settled. One it does not know may be typed wrongly: that is shown only. */
const unusable: readonly PaperState[] = ['used', 'voided', 'expired', 'other-holders'];

/** Migration papers entered in a draft that their place of issue calls unusable (N21 §43: both papers are checked before moving in). */
export function listPaperProblems(database: Database, caseId: string, draft: Draft): Problem[] {
  const newest = new Map<string, PaperState>();
  for (const { request, answer } of listInquiries(database, caseId))
    if (request.ask.kind === 'paper' && answer?.kind === 'paper' && isStillMeant(request.ask, draft))
      newest.set(request.ask.paperKind, answer.state);
  return [...newest].flatMap(([paperKind, state]) =>
    unusable.includes(state)
      ? [problem(`materials.${paperKind}`, 'paper-not-valid', { step: 'materials', params: { state } })]
      : [],
  );
}
