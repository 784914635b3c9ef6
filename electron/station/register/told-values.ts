import { findPoliceOrg } from '../../../shared/domain/police-orgs.ts';
import type { Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import { findHousehold } from '../store/households.ts';
import { findPerson } from '../store/persons.ts';

/** Names and numbers of records that stand in no table just now, by id. */
export type NamedRecords = ReadonlyMap<string, string>;

const nobody: NamedRecords = new Map();

/** A value of a record as the history tells it: fields that name another record by its name, number or address; null: nothing there. */
export function toldValue(program: Program, field: string, value: unknown, named = nobody): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value);
  const { database } = program;
  if (field === 'addressId') return findAddress(database, value)?.data.fullName ?? value;
  if (field === 'householdId') return findHousehold(database, value)?.data.number ?? named.get(value) ?? value;
  if (/^(person|headPerson|father|mother|spouse)Id$/.test(field))
    return findPerson(database, value)?.data.name ?? named.get(value) ?? value;
  return value;
}

/** Whose record it is, in words; empty where this copy does not say. */
export function toldSubject(program: Program, record: Readonly<Record<string, unknown>>, named = nobody): string {
  const personId = record.personId ?? record.headPersonId;
  if (typeof personId === 'string')
    return findPerson(program.database, personId)?.data.name ?? named.get(personId) ?? '';
  return typeof record.number === 'string' ? record.number : '';
}

/** A station's name in both languages; its code where it is unknown. */
export function stationWords(code: string): { zh: string; en: string } {
  const org = findPoliceOrg(code);
  return { zh: org?.zh ?? code, en: org?.en ?? code };
}

/** Whether two values of a field are the same. */
export const isSameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
