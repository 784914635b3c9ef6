import { z } from 'zod';
import { ConflictChoice } from '../domain/events.ts';
import { Day, Instant, RecordId } from '../domain/records.ts';
import { recordKinds } from '../domain/register-records.ts';
import { endpoint } from './endpoint.ts';
import { RejectionReason } from './registry.ts';
import { officers } from './roles.ts';
import { Bilingual } from './verdict.ts';

/** Why the registry did not take an event: another one came first, or a rule. */
export const RefusedBecause = z.enum(['conflict', ...RejectionReason.options]);
export type RefusedBecause = z.infer<typeof RefusedBecause>;

/** A printed copy that may say what never came true. */
export const PrintToRecall = z.strictObject({
  printId: z.number().int(),
  caseId: RecordId,
  title: Bilingual,
  /** Whose paper it is. */
  subject: z.string(),
  copy: z.number().int(),
  blankNumber: z.string().nullable(),
  by: z.string(),
  at: Instant,
  recall: z.strictObject({ isRecalled: z.boolean(), reason: z.string(), by: z.string(), at: Instant }).nullable(),
});
export type PrintToRecall = z.infer<typeof PrintToRecall>;

/** An event that the registry refused and nobody has settled. */
export const ConflictRow = z.strictObject({
  eventId: RecordId,
  /** Null: the event belongs to no case of this computer (stock). */
  caseId: RecordId.nullable(),
  eventKind: z.enum(['settlement.registered', 'register.changed', 'event.reversed', 'conflict.settled']),
  procedure: z.string(),
  acceptanceNumber: z.string(),
  /** Names of those it is about; for stock the numbers of the sheets. */
  people: z.array(z.string()),
  because: RefusedBecause,
  registeredAt: Instant,
  refusedAt: Instant.nullable(),
  /** The refused event on which it builds; that one is settled first. */
  buildsOn: RecordId.nullable(),
  /** How many later events build on it. */
  behind: z.number().int(),
});
export type ConflictRow = z.infer<typeof ConflictRow>;

/** Whose event came first. Other stations' people are told by their post, never by name. */
export const OtherSide = z.strictObject({
  eventId: RecordId,
  station: Bilingual,
  isOwnStation: z.boolean(),
  isThisComputer: z.boolean(),
  /** Registering is an officer's post, undoing a chief's (N21 §7). */
  post: z.enum(['officer', 'chief']),
  /** Only of the own station, and where this computer knows the account; empty otherwise. */
  operator: z.string(),
  occurredAt: Instant,
  registeredOn: Day,
  procedure: z.string(),
});
export type OtherSide = z.infer<typeof OtherSide>;

/** One field of a record; values as the history tells them, null: nothing there. */
export const ConflictField = z.strictObject({
  field: z.string(),
  base: z.string().nullable(),
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
  isDifferent: z.boolean(),
  /** Both sides changed it, each to something else. */
  isClash: z.boolean(),
  /** The side it takes when nobody says. */
  side: z.enum(['ours', 'theirs']),
});
export type ConflictField = z.infer<typeof ConflictField>;

/** One record of the refused event: what it was based on, what the event made of it, what the registry holds. */
export const ConflictRecord = z.strictObject({
  kind: z.enum(recordKinds),
  id: RecordId,
  subject: z.string(),
  /** The event made it. */
  isNew: z.boolean(),
  /** The registry holds it. */
  isHeld: z.boolean(),
  /** The other side's event that made the registry's version, where this computer was told of it. */
  madeBy: RecordId.nullable(),
  fields: z.array(ConflictField),
});
export type ConflictRecord = z.infer<typeof ConflictRecord>;

/** A record that holds what the event claims: the number, the person's place. */
export const Claimant = z.strictObject({
  kind: z.enum(recordKinds),
  id: RecordId,
  subject: z.string(),
  madeBy: RecordId.nullable(),
});
export type Claimant = z.infer<typeof Claimant>;

/** What happens to an event that builds on a settled one. `again`: sent again on the new state. `stays`: waits at the desk. */
export const Behind = z.strictObject({
  eventId: RecordId,
  procedure: z.string(),
  acceptanceNumber: z.string(),
  people: z.array(z.string()),
  outcome: z.enum(['again', 'stays', 'withdrawn']),
});
export type Behind = z.infer<typeof Behind>;

/** Everything the desk shows of a refused event. */
export const ConflictView = z.strictObject({
  row: ConflictRow,
  others: z.array(OtherSide),
  records: z.array(ConflictRecord),
  claimants: z.array(Claimant),
  prints: z.array(PrintToRecall),
  /** A death or an identity is at stake: a chief settles it. */
  needsChief: z.boolean(),
  /** What the broken rule named and can be given anew here. */
  remedies: z.array(z.enum(['number', 'address'])),
});
export type ConflictView = z.infer<typeof ConflictView>;

/** What is kept of a record; by field where it is not the default side. */
const RecordPick = z.strictObject({
  id: RecordId,
  isLeftOut: z.boolean().default(false),
  fields: z.record(z.string().max(60), z.enum(['ours', 'theirs'])).default({}),
});

/** What becomes of a refused event. Withdrawn: the picks say nothing. */
export const ConflictDecision = z.strictObject({
  isWithdrawn: z.boolean().default(false),
  picks: z.array(RecordPick).max(120).default([]),
  remedies: z
    .strictObject({ isNumberRenewed: z.boolean().default(false), addressId: RecordId.nullable().default(null) })
    .default({ isNumberRenewed: false, addressId: null }),
});
export type ConflictDecision = z.infer<typeof ConflictDecision>;

/** What a decision would do, without doing it. */
export const ConflictCheck = z.strictObject({
  /** What stands against it; the params of a refusal of the register, or null. */
  refusal: z.record(z.string(), z.string()).nullable(),
  choice: ConflictChoice.nullable(),
  /** Records sent again. */
  effects: z.number().int(),
  behind: z.array(Behind),
});
export type ConflictCheck = z.infer<typeof ConflictCheck>;

const reason = z.string().trim().min(1).max(200);

/** The conflict desk: own events that the registry refused, and papers to be called back. */
export const conflictEndpoints = {
  /** Refused events, newest trouble first, and the printed papers of settled ones that nobody has accounted for. */
  'conflict.list': endpoint({
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(ConflictRow), recalls: z.array(PrintToRecall) }),
    roles: officers,
    audit: 'conflict.list',
  }),
  'conflict.get': endpoint({
    input: z.strictObject({ eventId: RecordId }),
    output: ConflictView,
    roles: officers,
    audit: 'conflict.read',
  }),
  /** Plans a decision through every invariant of the register; changes nothing. Asked at every change of a choice. */
  'conflict.check': endpoint({
    input: z.strictObject({ eventId: RecordId, decision: ConflictDecision }),
    output: ConflictCheck,
    roles: officers,
    audit: null,
  }),
  /**
   * Settles a refused event by an event of its own. CONFLICT_ORDER: it builds on another refused one. CONFLICT_WAITS: what builds on it is
   * not answered yet. CHANGE_REFUSED with what the register has against it. ROLE_REFUSED where a chief is needed.
   */
  'conflict.settle': endpoint({
    input: z.strictObject({ eventId: RecordId, decision: ConflictDecision, reason }),
    output: z.strictObject({ eventId: RecordId, choice: ConflictChoice, behind: z.array(Behind) }),
    roles: officers,
    audit: 'conflict.settle',
  }),
  /** Notes what became of a printed paper. REASON_REQUIRED for one that can't be called back. */
  'conflict.recall': endpoint({
    input: z.strictObject({
      printId: z.number().int(),
      isRecalled: z.boolean(),
      reason: z.string().trim().max(200).default(''),
    }),
    output: z.strictObject({}),
    roles: officers,
    audit: 'conflict.recall',
  }),
} as const;
