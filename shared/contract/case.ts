import { z } from 'zod';
import { Day, Instant, RecordId } from '../domain/records.ts';
import { Bytes } from './bytes.ts';
import { DocumentRow } from './document.ts';
import { Draft, DraftSubject, WarningReasons } from './draft.ts';
import { endpoint } from './endpoint.ts';
import { LookupPurpose } from './person.ts';
import { Problem } from './problems.ts';
import { ProcedurePage } from './procedure.ts';
import { chiefOnly, counterRoles, officers } from './roles.ts';
import { Question, RouteAdvice, VerdictReport } from './verdict.ts';

/**
 * State of a case. `provisional`: registered here, not yet confirmed by the registry. `confirmed`: confirmed and something is
 * left to print; it becomes `closed` by itself when nothing is.
 */
export const CaseState = z.enum([
  'draft',
  'accepted',
  'returned',
  'approved',
  'refused',
  'provisional',
  'confirmed',
  'conflict',
  'closed',
  'withdrawn',
]);
export type CaseState = z.infer<typeof CaseState>;

export const CaseAction = z.enum([
  'edit',
  'accept',
  'withdraw',
  'approve',
  'return',
  'refuse',
  'register',
  'release',
  'begin-again',
]);
export type CaseAction = z.infer<typeof CaseAction>;

/** A line of a list of cases. */
export const CaseRow = z.strictObject({
  caseId: RecordId,
  procedure: z.string(),
  state: CaseState,
  applicantName: z.string(),
  peopleCount: z.number().int(),
  acceptanceNumber: z.string().nullable(),
  handledBy: z.string(),
  changedAt: Instant,
  dueOn: Day.nullable(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** What the rules and checks say of the draft as it stands; made anew at every save. */
export const Assessment = z.strictObject({
  verdicts: VerdictReport,
  questions: z.array(Question),
  advice: z.array(RouteAdvice),
  problems: z.array(Problem),
});
export type Assessment = z.infer<typeof Assessment>;

/** An allowed or blocked act, with why not. */
export const CaseActionState = z.strictObject({
  action: CaseAction,
  isAllowed: z.boolean(),
  /** Code of errors.ts that the act would answer; null when allowed. */
  why: z.string().nullable(),
});

export const TimelineEntry = z.strictObject({
  at: Instant,
  act: z.enum([
    'started',
    'accepted',
    'returned',
    'resubmitted',
    'approved',
    'refused',
    'registered',
    'confirmed',
    'conflict',
    'printed',
    'released',
    'withdrawn',
    'closed',
    'signed',
    'reversed',
    'amended',
    'answered',
    'settled',
  ]),
  by: z.string(),
  note: z.string(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** What the applicant signed: the hash of the shown content and the drawing. */
export const Signature = z.strictObject({
  contentHash: z.string(),
  signedAt: Instant,
  png: z.string(),
  isCurrent: z.boolean(),
});

export const CaseView = z.strictObject({
  row: CaseRow,
  revision: z.number().int(),
  savedAt: Instant,
  pack: z.string(),
  draft: Draft,
  /** What the chosen procedure asks for beside people and papers; null while none is chosen. */
  page: ProcedurePage.nullable(),
  assessment: Assessment,
  actions: z.array(CaseActionState),
  documents: z.array(DocumentRow),
  timeline: z.array(TimelineEntry),
  signature: Signature.nullable(),
  /** Approvals of the procedure: who has decided, who is next. */
  approvals: z.array(
    z.strictObject({
      level: z.enum(['station', 'county', 'prefecture']),
      decidedBy: z.string().nullable(),
      decidedAt: Instant.nullable(),
    }),
  ),
});
export type CaseView = z.infer<typeof CaseView>;

const reason = z.string().trim().min(1).max(200);
const caseId = z.strictObject({ caseId: RecordId });

/** Everything that happens to a case. */
export const caseEndpoints = {
  /** Begins a draft; with a procedure and what it concerns where it is started from a page of the register. */
  'case.start': endpoint({
    input: z.strictObject({
      procedure: z.string().max(60).default(''),
      subject: DraftSubject.default(DraftSubject.parse({})),
    }),
    output: CaseView,
    roles: counterRoles,
    audit: 'case.start',
  }),
  /** Begins a draft with what was entered for a case that was withdrawn or refused. */
  'case.beginAgain': endpoint({ input: caseId, output: CaseView, roles: counterRoles, audit: 'case.beginAgain' }),
  /** What a case begins with about a subject chosen inside it: who stands first, and what the register answers for them. */
  'case.about': endpoint({
    input: z.strictObject({ procedure: z.string().max(60), subject: DraftSubject, purpose: LookupPurpose }),
    output: z.strictObject({ people: Draft.shape.people.unwrap(), answers: Draft.shape.answers.unwrap() }),
    roles: counterRoles,
    audit: 'case.about',
  }),
  'case.get': endpoint({ input: caseId, output: CaseView, roles: counterRoles, audit: 'case.read' }),
  /** Saves the whole draft (the renderer sends it at every pause of ≤ 300 ms) and answers what the rules say of it. */
  'case.save': endpoint({
    input: z.strictObject({ caseId: RecordId, revision: z.number().int(), draft: Draft }),
    output: z.strictObject({ revision: z.number().int(), savedAt: Instant, assessment: Assessment }),
    roles: counterRoles,
    audit: null,
  }),
  'case.list': endpoint({
    input: z.strictObject({
      queue: z.enum(['drafts', 'to-approve', 'to-register', 'to-print', 'to-send', 'unconfirmed', 'all']),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.array(CaseRow),
    roles: counterRoles,
    audit: 'case.list',
  }),
  'case.withdraw': endpoint({
    input: z.strictObject({ caseId: RecordId, reason }),
    output: CaseView,
    roles: counterRoles,
    audit: 'case.withdraw',
  }),
  'case.accept': endpoint({
    input: z.strictObject({ caseId: RecordId, revision: z.number().int() }),
    output: CaseView,
    roles: counterRoles,
    audit: 'case.accept',
  }),
  /** `decisionNumber` is the paper number of a county or prefecture decision; the station's own has none. */
  'case.approve': endpoint({
    input: z.strictObject({
      caseId: RecordId,
      opinion: z.string().max(50).default(''),
      decisionNumber: z.string().max(40).default(''),
    }),
    output: CaseView,
    roles: chiefOnly,
    audit: 'case.approve',
  }),
  'case.return': endpoint({
    input: z.strictObject({ caseId: RecordId, reason }),
    output: CaseView,
    roles: chiefOnly,
    audit: 'case.return',
  }),
  'case.refuse': endpoint({
    input: z.strictObject({ caseId: RecordId, reason }),
    output: CaseView,
    roles: chiefOnly,
    audit: 'case.refuse',
  }),
  /**
   * REASON_REQUIRED where the register warns of something it did not warn of at acceptance; `warnings` of its details are the params of
   * their sentences, and `reasons` answers them by their code.
   */
  'case.register': endpoint({
    input: z.strictObject({ caseId: RecordId, reasons: WarningReasons }),
    output: CaseView,
    roles: officers,
    audit: 'case.register',
  }),
  /** Lets the final papers print before the registry confirmed; the reason is audited. */
  'case.release': endpoint({
    input: z.strictObject({ caseId: RecordId, reason }),
    output: CaseView,
    roles: chiefOnly,
    audit: 'case.release',
  }),
  /** A photograph of a material, PNG or JPEG, at most 4 MB. */
  'case.attach': endpoint({
    input: z.strictObject({ caseId: RecordId, materialId: z.string().max(60), image: Bytes }),
    output: z.strictObject({ attachmentId: RecordId }),
    roles: counterRoles,
    audit: 'case.attach',
  }),
  'case.attachment': endpoint({
    input: z.strictObject({ attachmentId: RecordId }),
    output: z.strictObject({ image: Bytes, kind: z.enum(['image/png', 'image/jpeg']) }),
    roles: counterRoles,
    audit: 'case.attachment.read',
  }),
} as const;
