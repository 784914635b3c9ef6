import type { CaseState } from '../../../shared/contract/case.ts';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { NewInquiry } from '../../../shared/contract/inquiry.ts';
import { VerificationAsk } from '../../../shared/contract/registry-inquiry.ts';
import type { OpenCase } from '../cases/read-draft.ts';
import type { Asking } from './ask.ts';

/** States in which a material can still be proved. */
export const provableStates: readonly CaseState[] = ['draft', 'returned', 'accepted', 'approved'];

/** One statement about one person of the case. INQUIRY_INCOMPLETE while that person's name or number is not whole. */
export function askForVerification(
  { stored, draft }: OpenCase,
  { department, materialId, person: place, statement }: Extract<NewInquiry, { kind: 'verification' }>,
): Answer<Asking> {
  if (!provableStates.includes(stored.state)) return fail('CASE_STATE');
  const { name, citizenId } = draft.people[place] ?? {};
  const ask = VerificationAsk.safeParse({ kind: 'verification', department, person: { name, citizenId }, statement });
  return ask.success ? done({ ask: ask.data, materialId }) : fail('INQUIRY_INCOMPLETE');
}
