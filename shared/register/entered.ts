import { z } from 'zod';
import { CitizenId, Division, Person, RecordId } from '../domain/records.ts';

/** A person as entered in a case: the whole record but for what registering gives. */
export const EnteredPerson = Person.omit({
  personId: true,
  citizenId: true,
  status: true,
  endedOn: true,
  endReason: true,
  formerCitizenIds: true,
}).extend({
  /** Null: not in the register yet. */
  personId: RecordId.nullable(),
  /** Null: a number is allotted by registering (births, late registration). */
  citizenId: CitizenId.nullable(),
  /** GB/T 4761, in the household they enter; `02` for the head of a new one. */
  relation: z.string().regex(/^\d{2}$/),
  /** Where they were registered before; null where nowhere or not known. */
  fromDivision: Division.nullable(),
  fromClass: z.enum(['urban', 'rural']).nullable(),
});
export type EnteredPerson = z.infer<typeof EnteredPerson>;

/** Where persons of a case go: a new household at an address, or one that is there. */
export const Target = z.discriminatedUnion('household', [
  z.strictObject({ household: z.literal('new'), addressId: RecordId }),
  z.strictObject({ household: z.literal('join'), householdId: RecordId }),
]);
export type Target = z.infer<typeof Target>;
