import { z } from 'zod';
import { Blank, Certificate, MigrationPaper } from './paper-records.ts';
import { Address, Day, Division, Household, Instant, Membership, Person, RecordId, StationCode } from './records.ts';
import { Permit, Residence } from './residence-records.ts';

const effect = {
  id: RecordId,
  basedOn: z.number().int().min(0),
  /** The own event that made the version it is based on, while the registry had not confirmed that one; absent: a confirmed version. */
  basedOnEvent: RecordId.optional(),
};

/**
 * What an event does to one record: the version it was based on (0: the record is new) and the record afterwards.
 * The registry confirms an event only if every `basedOn` is still the version it holds and, with `basedOnEvent`, made by that event:
 * another station's change of the same number is never taken for the own one.
 */
export const Effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('address'), ...effect, after: Address }),
  z.strictObject({ kind: z.literal('person'), ...effect, after: Person }),
  z.strictObject({ kind: z.literal('household'), ...effect, after: Household }),
  z.strictObject({ kind: z.literal('membership'), ...effect, after: Membership }),
  z.strictObject({ kind: z.literal('residence'), ...effect, after: Residence }),
  z.strictObject({ kind: z.literal('permit'), ...effect, after: Permit }),
  z.strictObject({ kind: z.literal('migration-paper'), ...effect, after: MigrationPaper }),
  z.strictObject({ kind: z.literal('certificate'), ...effect, after: Certificate }),
  z.strictObject({ kind: z.literal('blank'), ...effect, after: Blank }),
]);
export type Effect = z.infer<typeof Effect>;

/** One person of a settlement and where they were registered before; null where they were not or it is not known. */
const Mover = z.strictObject({
  personId: RecordId,
  fromDivision: Division.nullable(),
  fromClass: z.enum(['urban', 'rural']).nullable(),
});

/** What a settlement says beyond its effects: what the monthly report and 公业58表 count. */
export const SettlementFacts = z.strictObject({
  procedure: z.string().regex(/^settle\.[a-z-]+$/),
  acceptanceNumber: z.string(),
  registeredOn: Day,
  destination: z.strictObject({ division: Division, urbanRural: z.enum(['urban', 'town', 'rural']) }),
  /** Who moved in, and from where: families come from more than one place, and 公业58表 counts persons. */
  movers: z.array(Mover).min(1),
  householdId: RecordId,
  isNewHousehold: z.boolean(),
  /** Why it was registered although the register warned of something, as in the details of other procedures. */
  reasons: z.record(z.string().max(60), z.string().max(200)).optional(),
});
export type SettlementFacts = z.infer<typeof SettlementFacts>;

/** A value of a change's details, as statistics and the history read it; never a person's data that the effects do not hold. */
const Detail = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);

/** What any other procedure says beyond its effects. Bitemporal: `happenedOn` is when it was true, the event's `occurredAt` when we learnt it. */
export const ChangeFacts = z.strictObject({
  procedure: z.string().max(60),
  acceptanceNumber: z.string(),
  registeredOn: Day,
  happenedOn: Day,
  /** The persons and households it is about, the first one first. */
  personIds: z.array(RecordId).max(60),
  householdIds: z.array(RecordId).max(60),
  details: z.record(z.string().max(60), Detail),
});
export type ChangeFacts = z.infer<typeof ChangeFacts>;

/** A reversal (冲销): one event and everything it touched is undone. */
export const ReversalFacts = z.strictObject({
  reversedEventId: RecordId,
  procedure: z.string().max(60),
  registeredOn: Day,
  reason: z.string().min(1).max(200),
});
export type ReversalFacts = z.infer<typeof ReversalFacts>;

/**
 * How a refused event was settled at the conflict desk. `ours`: sent again with everything it says. `mix`: sent again with some of it.
 * `theirs`: what the registry holds stands. `withdrawn`: given up.
 */
export const ConflictChoice = z.enum(['ours', 'theirs', 'mix', 'withdrawn']);
export type ConflictChoice = z.infer<typeof ConflictChoice>;

/** The settlement of an own event that the registry refused. Nothing is deleted: the refused event stays as it was sent, and this one says what became of it. */
export const ConflictFacts = z.strictObject({
  settledEventId: RecordId,
  choice: ConflictChoice,
  /** Why, as the officer wrote it. */
  reason: z.string().min(1).max(200),
  /** Procedure and number of the settled event. */
  procedure: z.string().max(60),
  acceptanceNumber: z.string(),
  registeredOn: Day,
  happenedOn: Day,
  /** What the settled event said, as far as it was sent again: reports and histories count it as if it had come at first. Null: not sent again. */
  restates: z.union([SettlementFacts, ChangeFacts]).nullable(),
});
export type ConflictFacts = z.infer<typeof ConflictFacts>;

const common = {
  eventId: RecordId,
  deviceId: RecordId,
  seq: z.number().int().positive(),
  stationCode: StationCode,
  operatorId: RecordId,
  caseId: RecordId,
  occurredAt: Instant,
  effects: z.array(Effect).min(1).max(120),
  prevHash: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
};

/** The settlement of a conflict has effects exactly when something is sent again. */
const conflictSettled = z
  .strictObject({
    kind: z.literal('conflict.settled'),
    facts: ConflictFacts,
    ...common,
    effects: z.array(Effect).max(120),
  })
  .refine(({ facts, effects }) => (facts.choice === 'ours' || facts.choice === 'mix') === effects.length > 0, {
    path: ['effects'],
  });

/**
 * One fact that changed the register, append-only. `seq` counts the device's events without gaps;
 * `hash` = SHA-256 over the canonical JSON of all other fields, `prevHash` the hash of the device's event before (64 zeros for the first).
 */
export const RegisterEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('settlement.registered'), facts: SettlementFacts, ...common }),
  z.strictObject({ kind: z.literal('register.changed'), facts: ChangeFacts, ...common }),
  z.strictObject({ kind: z.literal('event.reversed'), facts: ReversalFacts, ...common }),
  conflictSettled,
]);
export type RegisterEvent = z.infer<typeof RegisterEvent>;

/** A settlement: what the settlement reports count. */
export type SettlementEvent = Extract<RegisterEvent, { kind: 'settlement.registered' }>;

const told = {
  eventId: RecordId,
  deviceId: RecordId,
  stationCode: StationCode,
  operatorId: RecordId,
  caseId: RecordId,
  occurredAt: Instant,
};

/** What an event says, without what it does: enough for the histories and reports of other computers. */
export const ToldEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('settlement.registered'), facts: SettlementFacts, ...told }),
  z.strictObject({ kind: z.literal('register.changed'), facts: ChangeFacts, ...told }),
  z.strictObject({ kind: z.literal('event.reversed'), facts: ReversalFacts, ...told }),
  z.strictObject({ kind: z.literal('conflict.settled'), facts: ConflictFacts, ...told }),
]);
export type ToldEvent = z.infer<typeof ToldEvent>;
