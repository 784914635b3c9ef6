import { z } from 'zod';
import { Blank, Certificate, MigrationPaper } from './paper-records.ts';
import { Address, Household, Membership, Person, RecordId } from './records.ts';
import { Permit, Residence } from './residence-records.ts';

/** The kinds of records that stations and the registry share, each with its schema, in the order in which they lean on each other. */
export const recordSchemas = {
  address: Address,
  person: Person,
  household: Household,
  membership: Membership,
  residence: Residence,
  permit: Permit,
  'migration-paper': MigrationPaper,
  certificate: Certificate,
  blank: Blank,
} as const;
export type RecordKind = keyof typeof recordSchemas;
export const recordKinds = Object.keys(recordSchemas) as [RecordKind, ...RecordKind[]];

/** The record of each kind. */
export type RecordOf<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>;

/** The field that holds a record's own id. */
export const idFields = {
  address: 'addressId',
  person: 'personId',
  household: 'householdId',
  membership: 'membershipId',
  residence: 'residenceId',
  permit: 'permitId',
  'migration-paper': 'paperId',
  certificate: 'certificateId',
  blank: 'blankId',
} as const satisfies Record<RecordKind, string>;

/** The id a record itself says it has. */
export function idOfRecord(kind: RecordKind, data: RecordOf<RecordKind>): string {
  return (data as Readonly<Record<string, unknown>>)[idFields[kind]] as string;
}

const version = z.number().int().min(0);

/** A record with the version the registry gave it (0: not yet confirmed). */
export const VersionedRecord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('address'), id: RecordId, version, data: Address }),
  z.strictObject({ kind: z.literal('person'), id: RecordId, version, data: Person }),
  z.strictObject({ kind: z.literal('household'), id: RecordId, version, data: Household }),
  z.strictObject({ kind: z.literal('membership'), id: RecordId, version, data: Membership }),
  z.strictObject({ kind: z.literal('residence'), id: RecordId, version, data: Residence }),
  z.strictObject({ kind: z.literal('permit'), id: RecordId, version, data: Permit }),
  z.strictObject({ kind: z.literal('migration-paper'), id: RecordId, version, data: MigrationPaper }),
  z.strictObject({ kind: z.literal('certificate'), id: RecordId, version, data: Certificate }),
  z.strictObject({ kind: z.literal('blank'), id: RecordId, version, data: Blank }),
]);
export type VersionedRecord = z.infer<typeof VersionedRecord>;

/**
 * What no two records may hold at a time; null when the record claims nothing. L58 §6: one person, one place; a citizen number is one
 * person's; a 户号 is one household's in its station; one open residence registration and one active permit a person; a number of a
 * paper, certificate or blank is used once. Registry and station refuse or wait by the same rule.
 */
export function claimOf(record: VersionedRecord): string | null {
  switch (record.kind) {
    case 'address':
      return null;
    case 'person':
      return `citizen:${record.data.citizenId}`;
    case 'household':
      return `number:${record.data.stationCode}:${record.data.number}`;
    case 'membership':
      return record.data.untilOn === null ? `place:${record.data.personId}` : null;
    case 'residence':
      return record.data.endedOn === null ? `residence:${record.data.personId}` : null;
    case 'permit':
      return record.data.status === 'active' ? `permit:${record.data.personId}` : null;
    case 'migration-paper':
      return `paper:${record.data.kind}:${record.data.printYear}:${record.data.number}`;
    case 'certificate':
      return `certificate:${record.data.stationCode}:${record.data.number}`;
    case 'blank':
      return `blank:${record.data.form}:${record.data.printYear}:${record.data.number}`;
  }
}

/**
 * Records in the order in which they can be written one by one: those that give up a claim first, then as they lean on each other.
 * Whoever writes them so never holds one place or number twice.
 */
export function inWritingOrder(
  records: readonly VersionedRecord[],
  findBefore: (record: VersionedRecord) => VersionedRecord | null,
): VersionedRecord[] {
  const rankOf = (record: VersionedRecord): number => {
    const before = findBefore(record);
    const claimed = before === null ? null : claimOf(before);
    const givesUp = claimed !== null && claimed !== claimOf(record);
    return (givesUp ? 0 : recordKinds.length) + recordKinds.indexOf(record.kind);
  };
  const ranked = records.map((record, position) => ({ record, position, rank: rankOf(record) }));
  return ranked.sort((a, b) => a.rank - b.rank || a.position - b.position).map(({ record }) => record);
}
