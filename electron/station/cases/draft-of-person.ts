import { type Draft, DraftPerson } from '../../../shared/contract/draft.ts';
import type { Address, Person } from '../../../shared/domain/records.ts';
import { findAddress } from '../store/addresses.ts';
import type { Database } from '../store/database.ts';
import { findHousehold, findOpenMembership } from '../store/households.ts';
import { findPerson } from '../store/persons.ts';

type Origin = Pick<DraftPerson, 'hukouDivision' | 'hukouClass' | 'hukouAddress'>;

function homeOf(database: Database, personId: string): Address | null {
  const place = findOpenMembership(database, personId);
  const household = place && findHousehold(database, place.data.householdId);
  return household ? (findAddress(database, household.data.addressId)?.data ?? null) : null;
}

/** Where the person is registered: here, where their household is, otherwise where the register says. */
function originOf(database: Database, person: Person): Origin {
  const home = homeOf(database, person.personId);
  if (home)
    return {
      hukouDivision: home.division,
      hukouClass: home.urbanRural === 'rural' ? 'rural' : 'urban',
      hukouAddress: home.fullName,
    };
  return {
    hukouDivision: person.hukouDivision ?? '',
    hukouClass: person.hukouClass ?? '',
    hukouAddress: person.hukouAddress ?? '',
  };
}

/** A draft whose applicant was picked without saying where they are registered: the register knows. */
export function withKnownOrigin(database: Database, draft: Draft): Draft {
  const [applicant, ...others] = draft.people;
  if (applicant?.source !== 'register' || applicant.hukouDivision !== '' || applicant.hukouClass !== '') return draft;
  const person = findPerson(database, applicant.personId)?.data;
  return person ? { ...draft, people: [{ ...applicant, ...originOf(database, person) }, ...others] } : draft;
}

/** A person of the register as a case shows them: particulars as registered, and where they are registered now. */
export function draftOfPerson(database: Database, person: Person): DraftPerson {
  return DraftPerson.parse({
    personId: person.personId,
    source: 'register',
    citizenId: person.citizenId,
    name: person.name,
    namePinyin: person.namePinyin ?? '',
    formerName: person.formerName ?? '',
    sex: person.sex,
    bornOn: person.bornOn,
    ethnicity: person.ethnicity,
    maritalStatus: person.maritalStatus,
    birthplace: person.birthplace ?? '',
    nativePlace: person.nativePlace ?? '',
    otherAddress: person.otherAddress ?? '',
    religion: person.religion ?? '',
    heightCm: person.heightCm === null ? '' : String(person.heightCm),
    bloodType: person.bloodType ?? '',
    education: person.education ?? '',
    military: person.military ?? '',
    workplace: person.workplace ?? '',
    occupation: person.occupation ?? '',
    phone: person.phone ?? '',
    photoId: person.photoId ?? '',
    ...originOf(database, person),
  });
}
