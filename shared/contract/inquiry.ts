import { z } from 'zod';
import { Department } from '../domain/offices.ts';
import { Instant, RecordId } from '../domain/records.ts';
import { endpoint } from './endpoint.ts';
import { LookupPurpose } from './person.ts';
import { InquiryAnswer, InquiryAsk, InquiryKind, PaperAsk } from './registry-inquiry.ts';
import { counterRoles, everyRole, officers } from './roles.ts';
import { Bilingual } from './verdict.ts';

/** `queued`: not sent yet. `waiting`: the registry has it. `refused`: the registry does not take it, see `cause`. */
export const InquiryState = z.enum(['queued', 'waiting', 'answered', 'refused']);
export type InquiryState = z.infer<typeof InquiryState>;

const progress = {
  inquiryId: RecordId,
  caseId: RecordId,
  kind: InquiryKind,
  state: InquiryState,
  askedAt: Instant,
  /** Who will answer or did, by name. */
  office: Bilingual,
  /** When the other system was asked last and will be again; null where a person at the office answers. */
  lastAskedAt: Instant.nullable(),
  nextAskAt: Instant.nullable(),
  /** Code of the last failure; null when there was none. */
  cause: z.string().nullable(),
};

/** An inquiry as its case shows it. */
export const CaseInquiry = z.strictObject({
  ...progress,
  ask: InquiryAsk,
  /** The material that a good answer proves; null where none is meant. */
  materialId: z.string().nullable(),
  answer: InquiryAnswer.nullable(),
  answeredAt: Instant.nullable(),
});
export type CaseInquiry = z.infer<typeof CaseInquiry>;

/** An inquiry that waits, as the page of the synchronising shows it: nobody's data. */
export const OpenInquiry = z.strictObject({ ...progress, acceptanceNumber: z.string().nullable() });
export type OpenInquiry = z.infer<typeof OpenInquiry>;

/** What is asked; the rest the station knows from the case. */
export const NewInquiry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approval') }),
  z.strictObject({
    kind: z.literal('verification'),
    department: Department,
    materialId: z.string().min(1).max(60),
    /** Place among the people of the draft. */
    person: z.number().int().min(0).max(19),
    statement: z.string().trim().min(4).max(200),
    purpose: LookupPurpose.default('counter'),
  }),
  z.strictObject({ kind: z.literal('paper'), paperKind: PaperAsk.shape.paperKind }),
]);
export type NewInquiry = z.infer<typeof NewInquiry>;

const caseId = z.strictObject({ caseId: RecordId });

export const inquiryEndpoints = {
  /**
   * Asks an office outside the station; offline too, it goes out with the next exchange. INQUIRY_OPEN while the same is asked already,
   * INQUIRY_INCOMPLETE where the case lacks what has to be said, CASE_STATE where nothing is to be asked.
   */
  'inquiry.ask': endpoint({
    input: z.strictObject({ caseId: RecordId, ask: NewInquiry }),
    output: z.array(CaseInquiry),
    roles: officers,
    audit: 'inquiry.ask',
  }),
  /** What a case asked, the oldest first. */
  'inquiry.list': endpoint({
    input: caseId,
    output: z.array(CaseInquiry),
    roles: counterRoles,
    audit: 'inquiry.read',
  }),
  /** Everything of this computer that has no answer, the oldest first. */
  'inquiry.open': endpoint({
    input: z.strictObject({}),
    output: z.array(OpenInquiry),
    roles: everyRole,
    audit: null,
  }),
} as const;
