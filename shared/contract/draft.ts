import { z } from 'zod';

/** Text as typed, whatever it is: a draft keeps what stands in the field, right or wrong, so that nothing typed is ever lost. */
const Typed = z.string().max(400).default('');

/** One person of a case as entered so far. Index 0 of `people` is the applicant. */
export const DraftPerson = z.strictObject({
  /** Set when picked from the local register; typed and card people have none until registration. */
  personId: z.string().default(''),
  source: z.enum(['typed', 'card', 'register']).default('typed'),
  citizenId: Typed,
  name: Typed,
  namePinyin: Typed,
  formerName: Typed,
  sex: Typed,
  bornOn: Typed,
  ethnicity: Typed,
  maritalStatus: Typed,
  birthplace: Typed,
  nativePlace: Typed,
  otherAddress: Typed,
  religion: Typed,
  heightCm: Typed,
  bloodType: Typed,
  education: Typed,
  military: Typed,
  workplace: Typed,
  occupation: Typed,
  phone: Typed,
  /** A kept photograph's id. */
  photoId: Typed,
  /** Where registered now: division (six digits), class and address in words. `none`: registered nowhere, so that there is no division. */
  hukouDivision: Typed,
  hukouClass: z.enum(['', 'urban', 'rural', 'none']).default(''),
  hukouAddress: Typed,
  /** Seen from the applicant; empty for the applicant. */
  relationToApplicant: z.enum(['', 'spouse', 'child', 'parent', 'other']).default(''),
  livesTogether: z.boolean().nullable().default(null),
  /** GB/T 4761, in the target household. */
  relationToHead: Typed,
});
export type DraftPerson = z.infer<typeof DraftPerson>;

export const MaterialState = z.enum(['missing', 'paper', 'verified', 'promised']);
export type MaterialState = z.infer<typeof MaterialState>;

/** A material of the checklist: its state and the pictures taken of it. */
export const DraftMaterial = z.strictObject({
  materialId: z.string().max(60),
  state: MaterialState,
  attachmentIds: z.array(z.string()).max(20).default([]),
  note: Typed,
});
export type DraftMaterial = z.infer<typeof DraftMaterial>;

export const DraftTarget = z.strictObject({
  addressId: z.string().default(''),
  household: z.enum(['', 'new', 'join']).default(''),
  householdId: z.string().default(''),
});
export type DraftTarget = z.infer<typeof DraftTarget>;

/** What a case concerns: it was started from this person, household or address. */
export const DraftSubject = z.strictObject({
  kind: z.enum(['none', 'person', 'household', 'address']).default('none'),
  id: z.string().default(''),
});
export type DraftSubject = z.infer<typeof DraftSubject>;

/** A field of a procedure's own page as entered: text, yes or no, chosen persons, or a relation for each person. */
export const FieldValue = z.union([
  z.string().max(400),
  z.boolean(),
  z.array(z.string().max(60)).max(60),
  z.record(z.string().max(60), z.string().max(60)),
]);
export type FieldValue = z.infer<typeof FieldValue>;

/** Why a change is made although the register warns of it: code of the warning → the officer's reason. */
export const WarningReasons = z.record(z.string().max(60), z.string().max(200)).default({});

/** Everything entered for a case. `Draft.parse({})` is the empty one. */
export const Draft = z.strictObject({
  /** Chosen route; empty while the situation questions are being answered. */
  procedure: z.string().max(60).default(''),
  subject: DraftSubject.default(DraftSubject.parse({})),
  /** Values of the procedure's own page, by the key of the field. */
  fields: z.record(z.string().max(60), FieldValue).default({}),
  /** Answers to the situation questions: fact path of the policy → value, e.g. `residence.basis` → `rented`. */
  answers: z.record(z.string().max(80), z.union([z.string().max(200), z.boolean(), z.number()])).default({}),
  people: z.array(DraftPerson).max(20).default([]),
  materials: z.array(DraftMaterial).max(60).default([]),
  target: DraftTarget.default(DraftTarget.parse({})),
  /** The applicant confirmed in writing to settle of their own will (article 2.2). */
  isVoluntary: z.boolean().default(false),
  reasons: WarningReasons,
  note: Typed,
  /** Where the operator was, so that a restart opens the same step. */
  step: z.string().max(40).default('applicant'),
});
export type Draft = z.infer<typeof Draft>;
