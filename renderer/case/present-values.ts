import type { Guardian, Person } from '../../shared/domain/records.ts';

/** Fields of the guardians: which of the two, which item. */
const guardianItems: Readonly<Record<string, readonly [0 | 1, keyof Guardian]>> = {
  guardianName: [0, 'name'],
  guardianRelation: [0, 'relation'],
  guardianNumber: [0, 'citizenId'],
  otherGuardianName: [1, 'name'],
  otherGuardianRelation: [1, 'relation'],
  otherGuardianNumber: [1, 'citizenId'],
};

/** What the register has now of an item that a page may change, as the field keeps it; empty where it has nothing. */
export function presentValue(person: Person | null, key: string): string {
  if (person === null) return '';
  const ofGuardian = guardianItems[key];
  const value =
    ofGuardian === undefined
      ? Object.entries(person).find(([item]) => item === key)?.[1]
      : person.guardians[ofGuardian[0]]?.[ofGuardian[1]];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
