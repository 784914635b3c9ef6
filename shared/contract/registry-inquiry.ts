import { z } from 'zod';
import { Department, OfficeCode } from '../domain/offices.ts';
import { MigrationPaper } from '../domain/paper-records.ts';
import { CitizenId, Day, Division, Instant, RecordId, StationCode } from '../domain/records.ts';
import { LookupPurpose } from './person.ts';
import { Role } from './roles.ts';

/** How many inquiries a case may make, how many a station in a minute, and how many an answer page holds. */
export const inquiriesPerCase = 30;
export const inquiriesPerMinute = 60;
export const inquiryPageLimit = 100;

const words = (most: number) => z.string().min(1).max(most);

/** Somebody of a case as an office has to know them to decide. */
const NamedPerson = z.strictObject({ name: words(50), citizenId: z.string().max(18), relation: z.string().max(20) });

/**
 * A decision of the county or prefecture is asked for (N21 §9): the case as the chief of the station sees it. `materialsDigest` is the
 * SHA-256 over the canonical JSON of the materials with the hashes of their pictures, so that what was decided on can be shown later.
 */
export const ApprovalAsk = z.strictObject({
  kind: z.literal('approval'),
  level: z.enum(['county', 'prefecture']),
  procedure: words(60),
  acceptanceNumber: words(40),
  summary: z.strictObject({
    procedureName: words(120),
    people: z.array(NamedPerson).max(20),
    address: z.string().max(120),
    reasons: z.array(z.string().max(400)).max(40),
    materials: z.array(z.strictObject({ name: words(120), state: z.enum(['paper', 'verified', 'promised']) })).max(60),
    /** What the station's chief wrote. */
    opinion: z.string().max(200),
  }),
  materialsDigest: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * A department is asked to confirm one statement about one person (article 9). It answers yes, no or not known and hands out nothing: by
 * ethnic group nobody can be looked for, only a stated value confirmed.
 */
export const VerificationAsk = z.strictObject({
  kind: z.literal('verification'),
  department: Department,
  person: z.strictObject({ name: words(50), citizenId: CitizenId }),
  statement: words(200),
});

/** The registry of the place that issued a migration paper is asked whether it stands, and whether it names these persons (N21 §43). */
export const PaperAsk = z.strictObject({
  kind: z.literal('paper'),
  paperKind: MigrationPaper.shape.kind,
  printYear: MigrationPaper.shape.printYear,
  number: MigrationPaper.shape.number,
  holders: z.array(CitizenId).min(1).max(20),
  /** Where it was issued. */
  division: Division,
});

export const InquiryAsk = z.discriminatedUnion('kind', [ApprovalAsk, VerificationAsk, PaperAsk]);
export type InquiryAsk = z.infer<typeof InquiryAsk>;
export const InquiryKind = z.enum(['approval', 'verification', 'paper']);
export type InquiryKind = z.infer<typeof InquiryKind>;

/** An inquiry (函询): what one case asks of an office outside the station, with who asked and why. Sent again it gets the first answer. */
export const InquiryRequest = z.strictObject({
  inquiryId: RecordId,
  stationCode: StationCode,
  caseId: RecordId,
  askedAt: Instant,
  askedByRole: Role,
  purpose: LookupPurpose,
  ask: InquiryAsk,
});
export type InquiryRequest = z.infer<typeof InquiryRequest>;

/** The registry has it; `office` is who will answer. */
export const InquiryReceipt = z.strictObject({ inquiryId: RecordId, receivedAt: Instant, office: OfficeCode });
export type InquiryReceipt = z.infer<typeof InquiryReceipt>;

const ApprovalAnswer = z
  .strictObject({
    kind: z.literal('approval'),
    decision: z.enum(['approve', 'return', 'refuse']),
    decisionNumber: z.string().max(40),
    reason: z.string().max(200),
  })
  .refine(({ decision, decisionNumber }) => decision !== 'approve' || decisionNumber.trim() !== '', {
    message: 'an approval has a number',
    path: ['decisionNumber'],
  })
  .refine(({ decision, reason }) => decision === 'approve' || reason.trim() !== '', {
    message: 'a reason is needed',
    path: ['reason'],
  });

const VerificationAnswer = z.strictObject({
  kind: z.literal('verification'),
  result: z.enum(['confirmed', 'not-confirmed', 'unknown']),
  validOn: Day,
  /** Under which the department finds its answer again. */
  reference: words(60),
});

/** `other-holders`: it does not name these persons. `not-connected`: no registry of that place can be asked. */
export const PaperState = z.enum(['valid', 'used', 'voided', 'expired', 'unknown', 'other-holders', 'not-connected']);
export type PaperState = z.infer<typeof PaperState>;

export const PaperAnswer = z.strictObject({
  kind: z.literal('paper'),
  state: PaperState,
  /** The authority that issued it; empty where the paper is not known. */
  issuer: z.string().max(60),
  validUntil: Day.nullable(),
});
export type PaperAnswer = z.infer<typeof PaperAnswer>;

/** What an office says, of the kind that was asked. */
export const InquiryAnswer = z.discriminatedUnion('kind', [ApprovalAnswer, VerificationAnswer, PaperAnswer]);
export type InquiryAnswer = z.infer<typeof InquiryAnswer>;

/** An answer as the station fetches it; `answeredBy` is the office. */
export const AnsweredInquiry = z.strictObject({
  inquiryId: RecordId,
  answer: InquiryAnswer,
  answeredAt: Instant,
  answeredBy: OfficeCode,
});
export type AnsweredInquiry = z.infer<typeof AnsweredInquiry>;

/** An inquiry without an answer: for whom it waits and, where another system is asked by itself, when it was and will be. */
export const WaitingInquiry = z.strictObject({
  inquiryId: RecordId,
  office: OfficeCode,
  tries: z.number().int().min(0),
  lastAskedAt: Instant.nullable(),
  nextAskAt: Instant.nullable(),
});
export type WaitingInquiry = z.infer<typeof WaitingInquiry>;

export const AnswersQuery = z.strictObject({ cursor: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });

/** The answers given to the station after `cursor`, in their order, and what still waits (the oldest hundred). `next` is asked with again. */
export const AnswersAnswer = z.strictObject({
  answers: z.array(AnsweredInquiry),
  waiting: z.array(WaitingInquiry),
  next: z.number().int().min(0),
  hasMore: z.boolean(),
});
export type AnswersAnswer = z.infer<typeof AnswersAnswer>;

/** What waits for an office, the oldest first. */
export const OpenInquiries = z.strictObject({
  inquiries: z.array(z.strictObject({ ...InquiryRequest.shape, receivedAt: Instant })),
});
export type OpenInquiries = z.infer<typeof OpenInquiries>;

export const OfficeAnswer = z.strictObject({ answer: InquiryAnswer });
export type OfficeAnswer = z.infer<typeof OfficeAnswer>;

/**
 * One registry asks another whether a paper stands. `holders`: for each person the SHA-256 of `kind:printYear:number:citizenId`, joined by
 * commas, so that no citizen number stands in an address line.
 */
export const PeerPaperQuery = z.strictObject({
  kind: MigrationPaper.shape.kind,
  printYear: z.coerce.number().int().min(1990).max(2150),
  number: MigrationPaper.shape.number.regex(/^[^\p{Cc}\p{Cs}]+$/u),
  holders: z.string().regex(/^[0-9a-f]{64}(,[0-9a-f]{64}){0,19}$/),
});
export type PeerPaperQuery = z.infer<typeof PeerPaperQuery>;
