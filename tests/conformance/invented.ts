import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { checkDigit } from '../../shared/domain/citizen-number.ts';
import { Effect } from '../../shared/domain/events.ts';
import type { Blank, Certificate, MigrationPaper } from '../../shared/domain/paper-records.ts';
import type { Household, Membership, Person } from '../../shared/domain/records.ts';
import { idFields, type RecordKind, type RecordOf } from '../../shared/domain/register-records.ts';
import type { Permit, Residence } from '../../shared/domain/residence-records.ts';
import { membership, person } from '../fixtures/register-records.ts';

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');

/** A number of a region that does not exist, drawn at random: a registry may be tried more than once. */
export function inventedCitizenId(): string {
  const born = `${randomInt(1900, 2026)}${pad(randomInt(1, 13), 2)}${pad(randomInt(1, 29), 2)}`;
  const digits = `990000${born}${pad(randomInt(1000), 3)}`;
  return digits + checkDigit(digits);
}

export function inventedPerson(change: Partial<Person> = {}): Person {
  return person({ citizenId: inventedCitizenId(), name: '符试验', ...change });
}

/** What an event does to one record. */
export function effectOf<K extends RecordKind>(
  kind: K,
  after: RecordOf<K>,
  basedOn = 0,
  basedOnEvent?: string,
): Effect {
  const id = (after as Readonly<Record<string, unknown>>)[idFields[kind]];
  return Effect.parse({ kind, id, basedOn, after, ...(basedOnEvent === undefined ? {} : { basedOnEvent }) });
}

export function inventedPlace(household: Pick<Household, 'householdId'>, { personId }: Person): Membership {
  return membership({ householdId: household.householdId, personId });
}

const anyNumber = () => `K-${randomInt(1e9)}-${randomInt(1e9)}`;

export function inventedResidence(stationCode: string, addressId: string, personId: string): Residence {
  return {
    ...{ residenceId: uuidv7(), personId, stationCode, addressId, basis: 'rented', purpose: 'work' },
    ...{ landlord: null, employer: null, firstRegisteredOn: '2026-01-05', registeredOn: '2026-01-05' },
    ...{ endedOn: null, endReason: null },
  };
}

export function inventedPermit({ residenceId, personId, stationCode }: Residence): Permit {
  return {
    ...{ permitId: uuidv7(), number: anyNumber(), personId, residenceId, stationCode, ground: 'job', medium: 'card' },
    ...{ issuedOn: '2026-08-05', firstIssuedOn: '2026-08-05', endorsements: [], status: 'active' },
    ...{ endedOn: null, endReason: null, replacesId: null },
  };
}

export function inventedPaper(stationCode: string, change: Partial<MigrationPaper> = {}): MigrationPaper {
  return {
    ...{ paperId: uuidv7(), kind: 'migration-certificate', number: anyNumber(), printYear: 2026, stationCode },
    ...{ issuedOn: '2026-11-20', validUntil: '2026-12-20', fromAddress: '试验路1号', toAddress: '试验街2号' },
    holders: [{ personId: null, name: '符试验', citizenId: inventedCitizenId(), relation: '02' }],
    ...{ otherAuthority: '试验派出所', reason: '工作调动', status: 'issued', endReason: null, replacesId: null },
    ...change,
  };
}

export function inventedCertificate(stationCode: string, personId: string): Certificate {
  return {
    ...{ certificateId: uuidv7(), number: anyNumber(), kind: 'kinship', personId, stationCode },
    ...{ issuedOn: '2026-11-20', body: '兹证明。', purpose: '试验', recipient: '试验单位' },
    ...{ status: 'issued', endReason: null },
  };
}

export function inventedBlank(stationCode: string): Blank {
  return {
    ...{ blankId: uuidv7(), stationCode, form: 'household-book', printYear: 2026, number: anyNumber() },
    ...{ status: 'stocked', documentId: null, changedOn: '2026-11-20' },
  };
}

/** Facts of a procedure that is none, for events whose effects alone matter. */
export function anyFacts(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ procedure: 'conformance.trial', acceptanceNumber: 'K-1', registeredOn: '2026-11-23' },
    ...{ happenedOn: '2026-11-23', personIds: [], householdIds: [], details: {}, ...change },
  };
}
