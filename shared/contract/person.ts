import { z } from 'zod';
import { Household, Instant, Membership, Person, RecordId } from '../domain/records.ts';
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

export const HouseholdView = z.strictObject({
  household: Household,
  address: z.string(),
  members: z.array(z.strictObject({ person: Person, membership: Membership, isProvisional: z.boolean() })),
});
export type HouseholdView = z.infer<typeof HouseholdView>;

export const personEndpoints = {
  /** Name, pinyin, initials, number or ≥ 4 digits of one, household number. Exact first, then prefix, then part; own station first. */
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
