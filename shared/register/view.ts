import type { RecordKind, RecordOf } from '../domain/register-records.ts';

/**
 * A record as it is kept. `version` is the one the registry gave it or, while an own event waits, the one it will give; `waitsFor` is
 * that event.
 */
export interface Kept<K extends RecordKind> {
  readonly version: number;
  readonly waitsFor?: string;
  readonly data: RecordOf<K>;
}

/**
 * The fields by which records of a kind can be listed; `holderIds` are the persons on a migration paper, `formerCitizenIds` each number a
 * person gave up.
 */
export interface RecordLinks {
  readonly address: 'parentId';
  readonly person: 'citizenId' | 'formerCitizenIds' | 'fatherId' | 'motherId' | 'spouseId';
  readonly household: 'addressId' | 'headPersonId';
  readonly membership: 'personId' | 'householdId';
  readonly residence: 'personId' | 'addressId';
  readonly permit: 'personId' | 'residenceId' | 'number';
  readonly 'migration-paper': 'number' | 'holderIds';
  readonly certificate: 'personId' | 'number';
  readonly blank: 'form' | 'number';
}

/** The register as a change may look at it: the station's tables, or a register in memory. */
export interface RegisterView {
  find<K extends RecordKind>(kind: K, id: string): Kept<K> | null;
  /** Records whose link has this value, ended ones included. */
  list<K extends RecordKind>(kind: K, link: RecordLinks[K], value: string): readonly Kept<K>[];
}

/** A register that can also be gone through from end to end. */
export interface WholeRegister extends RegisterView {
  /** Every record of a kind. */
  listAll<K extends RecordKind>(kind: K): Iterable<Kept<K>>;
}

/** The values of a record's link; a migration paper has one for each holder known here, a person one for each former number. */
export function linkValues<K extends RecordKind>(kind: K, data: RecordOf<K>, link: RecordLinks[K]): readonly string[] {
  if (kind === 'migration-paper' && link === 'holderIds')
    return (data as RecordOf<'migration-paper'>).holders.flatMap(({ personId }) => personId ?? []);
  if (kind === 'person' && link === 'formerCitizenIds') return (data as RecordOf<'person'>).formerCitizenIds;
  const value = (data as unknown as Readonly<Record<string, unknown>>)[link];
  return typeof value === 'string' ? [value] : [];
}
