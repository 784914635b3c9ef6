import { createHash } from 'node:crypto';
import type { InquiryAnswer } from '../../shared/contract/registry-inquiry.ts';
import { todayIn } from '../../shared/domain/plain-date.ts';
import type { AnsweringSystem, AskedInquiry } from './answering-system.ts';

/** So that everything can be practised: numbers that end in 7 are not confirmed, in 9 not known. */
const practiceResults: Readonly<Record<string, 'not-confirmed' | 'unknown'>> = { 7: 'not-confirmed', 9: 'unknown' };

function answerOf({ request: { ask, inquiryId, askedAt } }: AskedInquiry): InquiryAnswer | null {
  const year = askedAt.slice(0, 4);
  const serial =
    (Number.parseInt(createHash('sha256').update(inquiryId).digest('hex').slice(0, 8), 16) % 90_000) + 10_000;
  if (ask.kind === 'approval')
    return { kind: 'approval', decision: 'approve', decisionNumber: `练习〔${year}〕${serial}号`, reason: '' };
  if (ask.kind !== 'verification') return null;
  const result = practiceResults[ask.person.citizenId.slice(-1)] ?? 'confirmed';
  const reference = `练习-${year}-${serial}`;
  return { kind: 'verification', result, validOn: todayIn(askedAt), reference };
}

/**
 * The offices of practice mode: departments that confirm made-up statements at once, a county and a prefecture that approve at the second
 * question, so that the waiting is seen. Real departments' systems take their place behind the same interface.
 */
export const practiceOffices: AnsweringSystem = {
  answersFor: ({ request }) => request.ask.kind !== 'paper',
  ask: async (inquiry) => (inquiry.request.ask.kind === 'approval' && inquiry.tries === 0 ? null : answerOf(inquiry)),
};
