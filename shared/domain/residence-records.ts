import { z } from 'zod';
import { Day, RecordId, StationCode } from './records.ts';

/** A residence registration (居住登记) of someone registered elsewhere. Half a year for the permit counts from here only (Jilin, 2017-10-01). */
export const Residence = z.strictObject({
  residenceId: RecordId,
  personId: RecordId,
  stationCode: StationCode,
  addressId: RecordId,
  basis: z.enum(['owned', 'rented', 'employer', 'relative', 'other']),
  purpose: z.enum(['work', 'business', 'study', 'family', 'other']),
  landlord: z.string().max(50).nullable(),
  employer: z.string().max(80).nullable(),
  /** First registration in this city without a gap; a change of address inside it keeps the day. */
  firstRegisteredOn: Day,
  /** Registration at this address. */
  registeredOn: Day,
  endedOn: Day.nullable(),
  endReason: z.enum(['moved-away', 'settled', 'died', 'false', 'other']).nullable(),
});
export type Residence = z.infer<typeof Residence>;

/** One yearly endorsement (签注): `endorsed` in the month before the year is full, `late` afterwards, which restores the function. */
export const Endorsement = z.strictObject({ on: Day, kind: z.enum(['endorsed', 'late']) });
export type Endorsement = z.infer<typeof Endorsement>;

/** A residence permit (居住证, D663). Whether it functions follows from its dates (permit-function.ts), never from a flag. */
export const Permit = z.strictObject({
  permitId: RecordId,
  /** Printed number, unique in the city. */
  number: z.string().min(1).max(30),
  personId: RecordId,
  residenceId: RecordId,
  stationCode: StationCode,
  ground: z.enum(['job', 'home', 'school']),
  medium: z.enum(['paper', 'card']),
  issuedOn: Day,
  /** The first permit's day without a gap: a replaced permit hands it on. */
  firstIssuedOn: Day,
  endorsements: z.array(Endorsement).max(60),
  status: z.enum(['active', 'replaced', 'cancelled']),
  endedOn: Day.nullable(),
  endReason: z.string().max(60).nullable(),
  replacesId: RecordId.nullable(),
});
export type Permit = z.infer<typeof Permit>;
