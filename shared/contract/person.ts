import { z } from 'zod';
import { Day, Household, Instant, Membership, Person, RecordId } from '../domain/records.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';

/** A line of a search. An assistant gets `citizenId` masked in the middle. */
export const PersonRow = z.strictObject({
  personId: RecordId,
  name: z.string(),
  citizenId: z.string(),
  sex: z.enum(['1', '2']),
  bornOn: z.string(),
  status: Person.shape.status,
  address: z.string(),
  householdId: RecordId.nullable(),
  householdNumber: z.string().nullable(),
  relation: z.string().nullable(),
  isHere: z.boolean(),
  isProvisional: z.boolean(),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const LookupPurpose = z.enum(['counter', 'verify', 'correction', 'own-request', 'official-request']);
export type LookupPurpose = z.infer<typeof LookupPurpose>;

/**
 * What the form looks for; an empty or null field says nothing. By ethnic group or religion nobody can be looked for
 * (architecture, chapter 9).
 */
export const PersonCriteria = z
  .strictObject({
    name: z.string().trim().max(50).default(''),
    pinyin: z.string().trim().max(60).default(''),
    sex: Person.shape.sex.nullable().default(null),
    bornFrom: Day.nullable().default(null),
    bornUntil: Day.nullable().default(null),
    /** The whole number or four and more of its characters in a row. */
    number: z
      .string()
      .trim()
      .regex(/^(\d{4,17}|\d{3,17}[\dXx])?$/)
      .default(''),
    address: z.string().trim().max(60).default(''),
    householdNumber: z
      .string()
      .trim()
      .regex(/^(\d{9})?$/)
      .default(''),
    status: Person.shape.status.nullable().default(null),
  })
  .refine(({ sex: _sex, status: _status, ...narrowing }) => Object.values(narrowing).some((value) => value), {
    message: 'sex and status alone fit half of the city',
  });
export type PersonCriteria = z.infer<typeof PersonCriteria>;

/** A person on a page. An assistant gets the numbers masked in the middle. */
export const ShownPerson = z.strictObject({
  ...Person.shape,
  citizenId: z.string(),
  formerCitizenIds: z.array(z.string()),
});
export type ShownPerson = z.infer<typeof ShownPerson>;

export const HouseholdView = z.strictObject({
  household: Household,
  address: z.string(),
  members: z.array(z.strictObject({ person: ShownPerson, membership: Membership, isProvisional: z.boolean() })),
});
export type HouseholdView = z.infer<typeof HouseholdView>;

export const personEndpoints = {
  /**
   * Name, pinyin, initials, number or ≥ 4 digits of one, birth year or day, household number, acceptance number, number of a
   * paper, permit or certificate, address words. Exact first, then prefix, then part; own station first.
   */
  'person.search': endpoint({
    input: z.strictObject({
      text: z.string().trim().min(1).max(60),
      purpose: LookupPurpose,
      limit: z.number().int().min(1).max(50).default(50),
    }),
    output: z.strictObject({ rows: z.array(PersonRow), copyAsOf: Instant.nullable() }),
    roles: counterRoles,
    audit: 'person.search',
  }),
  /** People who fit all fields of the form, ordered like those of the box. `isCut`: too many fit each field to look at all of them. */
  'person.searchBy': endpoint({
    input: z.strictObject({
      criteria: PersonCriteria,
      purpose: LookupPurpose,
      limit: z.number().int().min(1).max(50).default(50),
    }),
    output: z.strictObject({ rows: z.array(PersonRow), copyAsOf: Instant.nullable(), isCut: z.boolean() }),
    roles: counterRoles,
    audit: 'person.search',
  }),
  'person.get': endpoint({
    input: z.strictObject({ personId: RecordId, purpose: LookupPurpose }),
    output: z.strictObject({ person: Person, household: HouseholdView.nullable(), isProvisional: z.boolean() }),
    roles: counterRoles,
    audit: 'person.read',
  }),
  'household.get': endpoint({
    input: z.strictObject({ householdId: RecordId }),
    output: HouseholdView,
    roles: counterRoles,
    audit: 'household.read',
  }),
  /** Open households at an address. */
  'household.listAtAddress': endpoint({
    input: z.strictObject({ addressId: RecordId }),
    output: z.array(HouseholdView),
    roles: counterRoles,
    audit: 'household.read',
  }),
} as const;
