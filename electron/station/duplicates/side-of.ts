import type { DuplicateParticulars, DuplicateSide } from '../../../shared/contract/duplicate.ts';
import type { PersonRow } from '../../../shared/contract/person.ts';
import { maskCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import type { Person } from '../../../shared/domain/records.ts';
import type { Calling, Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import { findHousehold, findOpenMembership } from '../store/households.ts';
import { findPerson } from '../store/persons.ts';
import type { Stored } from '../store/rows.ts';

function rowOf({ database, stationCode }: Program, { id, data, provisionalEventId }: Stored<Person>): PersonRow {
  const place = findOpenMembership(database, id);
  const household = place && findHousehold(database, place.data.householdId)?.data;
  return {
    personId: id,
    name: data.name,
    citizenId: data.citizenId,
    sex: data.sex,
    bornOn: data.bornOn,
    status: data.status,
    address: household ? (findAddress(database, household.addressId)?.data.fullName ?? '') : '',
    householdId: household?.householdId ?? null,
    householdNumber: household?.number ?? null,
    relation: place?.data.relation ?? null,
    isHere: household?.stationCode === stationCode,
    isProvisional: provisionalEventId !== null || (place?.provisionalEventId ?? null) !== null,
  };
}

function particularsOf({ database }: Program, { data: person }: Stored<Person>): DuplicateParticulars {
  const nameOf = (personId: string | null) =>
    (personId === null ? null : findPerson(database, personId)?.data.name) ?? null;
  const { formerName, namePinyin, ethnicity, maritalStatus, education, birthplace, nativePlace, otherAddress } = person;
  const { workplace, occupation, phone, hukouAddress, fatherId, motherId, spouseId } = person;
  return {
    formerName,
    namePinyin,
    ethnicity,
    maritalStatus,
    education,
    birthplace,
    nativePlace,
    otherAddress,
    workplace,
    occupation,
    phone,
    hukouAddress,
    father: nameOf(fatherId),
    mother: nameOf(motherId),
    spouse: nameOf(spouseId),
  };
}

/** Somebody of the register as one of two who are compared; an assistant sees the number masked (N21 §7). Null: not in this copy. */
export function findSide(program: Program, { operator }: Calling, personId: string): DuplicateSide | null {
  const person = findPerson(program.database, personId);
  if (!person) return null;
  const row = rowOf(program, person);
  const citizenId = operator.role === 'assistant' ? maskCitizenNumber(row.citizenId) : row.citizenId;
  return { row: { ...row, citizenId }, particulars: particularsOf(program, person) };
}
