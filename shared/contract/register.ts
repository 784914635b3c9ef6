import { z } from 'zod';
import { ConflictChoice } from '../domain/events.ts';
import { Certificate, MigrationPaper } from '../domain/paper-records.ts';
import { Address, Day, Household, Instant, Membership, Person, RecordId } from '../domain/records.ts';
import { recordKinds } from '../domain/register-records.ts';
import { Permit, Residence } from '../domain/residence-records.ts';
import { CaseRow } from './case.ts';
import { RefusedBecause } from './conflict.ts';
import { endpoint } from './endpoint.ts';
import { HouseholdView, LookupPurpose, ShownPerson } from './person.ts';
import { chiefOnly, counterRoles, Role } from './roles.ts';
import { Bilingual } from './verdict.ts';

/** Someone named beside a record. */
export const PersonLink = z.strictObject({ personId: RecordId, name: z.string(), status: Person.shape.status });
export type PersonLink = z.infer<typeof PersonLink>;

/** A permit with what its dates say of it today (permit-function.ts). */
export const PermitView = z.strictObject({
  permit: Permit,
  state: z.enum(['functioning', 'due', 'suspended', 'ended']),
  coveredUntil: Day,
  /** First day of the month in which it can be endorsed next. */
  windowFrom: Day,
  residenceYearsFrom: Day,
  fullYears: z.number().int(),
});
export type PermitView = z.infer<typeof PermitView>;

/** Everything the register has of a person, for their page. */
export const PersonPage = z.strictObject({
  person: ShownPerson,
  isProvisional: z.boolean(),
  /** The day on which the end of the registration was registered, where it came true earlier; null otherwise. */
  endRegisteredOn: Day.nullable(),
  household: HouseholdView.nullable(),
  father: PersonLink.nullable(),
  mother: PersonLink.nullable(),
  spouse: PersonLink.nullable(),
  children: z.array(PersonLink),
  residences: z.array(z.strictObject({ residence: Residence, address: z.string() })),
  permits: z.array(PermitView),
  papers: z.array(MigrationPaper),
  certificates: z.array(Certificate),
  /** Cases of this computer that are about the person, newest first. */
  cases: z.array(CaseRow),
  copyAsOf: Instant.nullable(),
});
export type PersonPage = z.infer<typeof PersonPage>;

/**
 * Someone who was in a household. Bitemporal: the membership's `untilOn` is the day on which their leaving was registered, `leftOn` when it
 * came true, such as the day of a death.
 */
const Stay = z.strictObject({ person: ShownPerson, membership: Membership, leftOn: Day });

export const HouseholdPage = z.strictObject({
  view: HouseholdView,
  former: z.array(Stay),
  copyAsOf: Instant.nullable(),
});
export type HouseholdPage = z.infer<typeof HouseholdPage>;

/** Everyone who is or was at an address: households with members, households closed or moved away, residents from elsewhere. */
export const AddressPage = z.strictObject({
  address: Address,
  path: z.array(Address),
  households: z.array(HouseholdView),
  formerHouseholds: z.array(Household),
  residents: z.array(z.strictObject({ residence: Residence, person: PersonLink })),
  copyAsOf: Instant.nullable(),
});
export type AddressPage = z.infer<typeof AddressPage>;

/** A field before and after: codes stay codes, ids of others are told as their names or numbers; null: nothing there. */
export const FieldChange = z.strictObject({
  kind: z.enum(recordKinds),
  recordId: RecordId,
  /** Whose record it is, in words. */
  subject: z.string(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** One thing that happened to a record. Bitemporal: when it was true, when it was registered, when this computer learnt it. */
export const HistoryEntry = z.strictObject({
  eventId: RecordId,
  eventKind: z.enum(['settlement.registered', 'register.changed', 'event.reversed', 'conflict.settled']),
  procedure: z.string(),
  acceptanceNumber: z.string(),
  happenedOn: Day,
  registeredOn: Day,
  learntAt: Instant,
  station: Bilingual,
  isHere: z.boolean(),
  /** Name and role of the operator where this computer knows them; empty and null otherwise. */
  operator: z.string(),
  role: Role.nullable(),
  /** Registered at this computer. */
  isThisWindow: z.boolean(),
  /** Why it was done in spite of what the register warned of, or why it was reversed; in the officer's words. */
  reasons: z.array(z.string()),
  caseId: RecordId.nullable(),
  isProvisional: z.boolean(),
  isReversed: z.boolean(),
  /** The registry did not take it; `settlement` null: it waits at the conflict desk. Null: it was not refused. */
  refusal: z
    .strictObject({
      because: RefusedBecause,
      settlement: z
        .strictObject({ choice: ConflictChoice, reason: z.string(), operator: z.string(), at: Instant })
        .nullable(),
    })
    .nullable(),
  /** The refused event that it settles, with the choice and why; null: it settles none. */
  settles: z.strictObject({ eventId: RecordId, choice: ConflictChoice, reason: z.string() }).nullable(),
  changes: z.array(FieldChange),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const registerEndpoints = {
  'person.page': endpoint({
    input: z.strictObject({ personId: RecordId, purpose: LookupPurpose }),
    output: PersonPage,
    roles: counterRoles,
    audit: 'person.read',
  }),
  'household.page': endpoint({
    input: z.strictObject({ householdId: RecordId, purpose: LookupPurpose }),
    output: HouseholdPage,
    roles: counterRoles,
    audit: 'household.read',
  }),
  'address.page': endpoint({
    input: z.strictObject({ addressId: RecordId, purpose: LookupPurpose }),
    output: AddressPage,
    roles: counterRoles,
    audit: 'address.read',
  }),
  /** What happened to a person, household or address and everything that hangs on it, newest first. */
  'history.get': endpoint({
    input: z.strictObject({ kind: z.enum(['person', 'household', 'address']), id: RecordId, purpose: LookupPurpose }),
    output: z.array(HistoryEntry),
    roles: counterRoles,
    audit: 'history.read',
  }),
  /** Undoes one event and everything it touched (冲销), as an event of its own. CHANGE_REFUSED says why where it can't be. */
  'register.reverse': endpoint({
    input: z.strictObject({ eventId: RecordId, reason: z.string().trim().min(1).max(200) }),
    output: z.strictObject({ eventId: RecordId }),
    roles: chiefOnly,
    audit: 'register.reverse',
  }),
} as const;
