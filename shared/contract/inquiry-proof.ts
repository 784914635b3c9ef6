import type { Draft, DraftMaterial } from './draft.ts';
import type { InquiryAnswer, InquiryAsk } from './registry-inquiry.ts';

/** What an office confirmed of a case: the material it proves and the words that go with it. */
export interface InquiryProof {
  readonly materialId: string;
  /** Who confirmed it, and the reference there. */
  readonly note: string;
}

interface Answered {
  readonly ask: InquiryAsk;
  readonly materialId: string | null;
  readonly answer: InquiryAnswer | null;
}

/** Whether the draft still speaks of what was asked: another number entered afterwards is proved by nothing. */
export function isStillMeant(ask: InquiryAsk, draft: Draft): boolean {
  if (ask.kind === 'verification') return draft.people.some(({ citizenId }) => citizenId === ask.person.citizenId);
  return ask.kind === 'paper' && Object.values(draft.fields).some((value) => value === ask.number);
}

/** What an inquiry proves of a draft; null when nothing (yet). `officeZh` is what the office is called. */
export function proofOf({ ask, materialId, answer }: Answered, officeZh: string, draft: Draft): InquiryProof | null {
  if (materialId === null || answer === null || !isStillMeant(ask, draft)) return null;
  if (answer.kind === 'paper') return answer.state === 'valid' ? { materialId, note: officeZh } : null;
  const isConfirmed = answer.kind === 'verification' && answer.result === 'confirmed';
  return isConfirmed ? { materialId, note: `${officeZh} ${answer.reference}` } : null;
}

/** A paper that somebody saw stays what it is; only what is missing or promised gets better by a proof. */
export function isImprovedByProof(state: DraftMaterial['state']): boolean {
  return state === 'missing' || state === 'promised';
}
