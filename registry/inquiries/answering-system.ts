import type { InquiryAnswer, InquiryRequest } from '../../shared/contract/registry-inquiry.ts';
import type { OfficeCode } from '../../shared/domain/offices.ts';

/** What waits for an answer. */
export interface AskedInquiry {
  readonly request: InquiryRequest;
  readonly office: OfficeCode;
  /** How often it was asked in vain. */
  readonly tries: number;
}

/** A system that answers for an office by itself; offices without one have people at a computer of their own. */
export interface AnsweringSystem {
  answersFor(inquiry: Omit<AskedInquiry, 'tries'>): boolean;
  /** The answer, or null while the system is silent: then it is asked again later. */
  ask(inquiry: AskedInquiry): Promise<InquiryAnswer | null>;
}
