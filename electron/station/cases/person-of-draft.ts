import type { DraftPerson } from '../../../shared/contract/draft.ts';
import { normalizeName } from '../../../shared/domain/names.ts';
import { formatZh } from '../../../shared/domain/plain-date.ts';
import type { Person } from '../../../shared/domain/records.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const nameOrNull = (text: string): string | null => orNull(normalizeName(text));

/** `2026年11月22日由吉林省长春市农安县迁来`, as fields 19 and 20 of the card have it. */
function arrival(person: DraftPerson, day: string): string {
  return `${formatZh(day)}由${person.hukouAddress.trim() || person.hukouDivision}迁来`;
}

/** The register's record of an accepted person; the draft passed its checks before, so codes and dates are whole. */
export function personOfDraft(person: DraftPerson, personId: string, registeredOn: string): Person {
  return {
    personId,
    citizenId: person.citizenId,
    name: normalizeName(person.name),
    namePinyin: orNull(person.namePinyin),
    formerName: nameOrNull(person.formerName),
    sex: person.sex === '1' ? '1' : '2',
    bornOn: person.bornOn,
    ethnicity: person.ethnicity,
    birthplace: orNull(person.birthplace),
    nativePlace: orNull(person.nativePlace),
    otherAddress: orNull(person.otherAddress),
    religion: orNull(person.religion),
    heightCm: person.heightCm === '' ? null : Number(person.heightCm),
    bloodType: orNull(person.bloodType),
    education: orNull(person.education),
    maritalStatus: person.maritalStatus,
    military: orNull(person.military),
    workplace: orNull(person.workplace),
    occupation: orNull(person.occupation),
    arrivedInCity: arrival(person, registeredOn),
    arrivedAtAddress: arrival(person, registeredOn),
    phone: orNull(person.phone),
    status: 'registered',
  };
}
