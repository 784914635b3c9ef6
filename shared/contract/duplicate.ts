import { z } from 'zod';
import { Instant, Person, RecordId } from '../domain/records.ts';
import { endpoint } from './endpoint.ts';
import { PersonRow } from './person.ts';
import { counterRoles, officers } from './roles.ts';

/**
 * Why somebody may be the same person. `same-sound`, `one-character`: a similar name and the same birth date; the name reads alike, or
 * differs by one character changed, left out or added.
 */
export const DuplicateReason = z.enum(['same-number', 'same-name-and-birth', 'same-sound', 'one-character']);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

/** What was found when two were compared. `unsure` stays open on the sweep page. */
export const DuplicateOutcome = z.enum(['same', 'different', 'unsure']);
export type DuplicateOutcome = z.infer<typeof DuplicateOutcome>;

/** A recorded comparison; the last one of a pair counts. */
export const DuplicateFinding = z.strictObject({
  outcome: DuplicateOutcome,
  note: z.string(),
  /** Name of the operator. */
  by: z.string(),
  at: Instant,
});
export type DuplicateFinding = z.infer<typeof DuplicateFinding>;

const { shape } = Person;

/** What tells two people of one name apart; relatives by name. */
export const DuplicateParticulars = z.strictObject({
  formerName: shape.formerName,
  namePinyin: shape.namePinyin,
  ethnicity: shape.ethnicity,
  maritalStatus: shape.maritalStatus,
  education: shape.education,
  birthplace: shape.birthplace,
  nativePlace: shape.nativePlace,
  otherAddress: shape.otherAddress,
  workplace: shape.workplace,
  occupation: shape.occupation,
  phone: shape.phone,
  hukouAddress: shape.hukouAddress,
  father: z.string().nullable(),
  mother: z.string().nullable(),
  spouse: z.string().nullable(),
});
export type DuplicateParticulars = z.infer<typeof DuplicateParticulars>;

/** One of the two who are compared. An assistant gets the number masked. */
export const DuplicateSide = z.strictObject({ row: PersonRow, particulars: DuplicateParticulars });
export type DuplicateSide = z.infer<typeof DuplicateSide>;

/** Somebody of the register who may be the person asked about. */
export const DuplicateCandidate = z.strictObject({
  ...DuplicateSide.shape,
  /** The strongest first. */
  why: z.array(DuplicateReason).min(1),
  /** What was recorded of the two, if anything. */
  finding: DuplicateFinding.nullable(),
});
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>;

/** Particulars as entered; what is not known is empty. */
const entered = {
  name: z.string().max(400).default(''),
  bornOn: z.string().max(400).default(''),
  citizenId: z.string().max(400).default(''),
};

export const duplicateEndpoints = {
  /** Who of the register may be this person: entered so, or held by the register as `personId` (then what it holds is asked about). */
  'duplicate.find': endpoint({
    input: z.strictObject({
      ...entered,
      personId: RecordId.nullable().default(null),
      exceptPersonIds: z.array(RecordId).max(60).default([]),
    }),
    output: z.strictObject({
      /** The person asked about, where the register holds them. */
      subject: DuplicateSide.nullable(),
      candidates: z.array(DuplicateCandidate),
    }),
    roles: counterRoles,
    audit: 'duplicate.find',
  }),
  /** Records what a comparison came to: of a person of the register, or of somebody entered in a case. Judging is an officer's. */
  'duplicate.record': endpoint({
    input: z.strictObject({
      about: z.union([z.strictObject({ personId: RecordId }), z.strictObject({ caseId: RecordId, ...entered })]),
      otherId: RecordId,
      outcome: DuplicateOutcome,
      note: z.string().trim().max(200).default(''),
    }),
    output: DuplicateFinding,
    roles: officers,
    audit: 'duplicate.record',
  }),
} as const;
