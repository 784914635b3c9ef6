import type { InquiryAnswer } from '../../shared/contract/registry-inquiry.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { Refusal } from '../refusal.ts';
import type { RegistryDatabase } from '../store/database.ts';
import { findInquiry, noteAct, putAnswer } from '../store/inquiries.ts';

interface Given {
  readonly inquiryId: string;
  /** Only this office may answer. */
  readonly office: string;
  readonly answer: InquiryAnswer;
  readonly at: string;
  /** The computer at the office; null where another system answered by itself. */
  readonly deviceId: string | null;
}

/**
 * Keeps the answer of an office, once: the same again is as the first. Answers when it was given first.
 * @throws Refusal NOT_FOUND when nothing of that id waits for this office, BODY_INVALID for an answer of another kind,
 * IDEMPOTENCY_MISMATCH when another answer was given before
 */
export function giveAnswer(database: RegistryDatabase, given: Given): Promise<string> {
  const { inquiryId, office, answer, at, deviceId } = given;
  return database.transaction(async (transaction) => {
    const kept = await findInquiry(transaction, inquiryId, { lock: true });
    if (kept === null || kept.office !== office) throw new Refusal('NOT_FOUND');
    if (kept.request.ask.kind !== answer.kind) throw new Refusal('BODY_INVALID', 'answer.kind');
    if (kept.answer !== null && kept.answeredAt !== null) {
      if (canonicalJson(kept.answer) !== canonicalJson(answer)) throw new Refusal('IDEMPOTENCY_MISMATCH', 'answer');
      return kept.answeredAt;
    }
    await putAnswer(transaction, { inquiryId, stationCode: kept.stationCode, answer, at });
    if (deviceId !== null) await noteAct(transaction, { inquiryIds: [inquiryId], act: 'answered', deviceId, at });
    return at;
  });
}
