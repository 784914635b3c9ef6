import { z } from 'zod';
import { Address, Day, Division, Household, Instant, Membership, Person, RecordId, StationCode } from './records.ts';

const effect = { id: RecordId, basedOn: z.number().int().min(0) };

/**
 * What an event does to one record: the version it was based on (0: the record is new) and the record afterwards.
 * The registry confirms an event only if every `basedOn` is still the version it holds.
 */
export const Effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('address'), ...effect, after: Address }),
  z.strictObject({ kind: z.literal('person'), ...effect, after: Person }),
  z.strictObject({ kind: z.literal('household'), ...effect, after: Household }),
  z.strictObject({ kind: z.literal('membership'), ...effect, after: Membership }),
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
});
export type SettlementFacts = z.infer<typeof SettlementFacts>;

/**
 * One fact that changed the register, append-only. `seq` counts the device's events without gaps;
 * `hash` = SHA-256 over the canonical JSON of all other fields, `prevHash` the hash of the device's event before (64 zeros for the first).
 */
export const RegisterEvent = z.strictObject({
  eventId: RecordId,
  deviceId: RecordId,
  seq: z.number().int().positive(),
  kind: z.literal('settlement.registered'),
  stationCode: StationCode,
  operatorId: RecordId,
  caseId: RecordId,
  occurredAt: Instant,
  facts: SettlementFacts,
  effects: z.array(Effect).min(1).max(60),
  prevHash: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RegisterEvent = z.infer<typeof RegisterEvent>;
