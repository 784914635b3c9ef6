import type { DraftPerson } from '../../../shared/contract/draft.ts';
import { normalizeName } from '../../../shared/domain/names.ts';
import { bareParticulars, type Person } from '../../../shared/domain/records.ts';
import type { EnteredPerson } from '../../../shared/register/entered.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const nameOrNull = (text: string): string | null => orNull(normalizeName(text));

/** What the register holds of a person who is entered in a case; null: not known here. */
export type Known = Person | null;

type Particulars = 'guardians' | 'fatherId' | 'motherId' | 'spouseId' | 'capacity' | 'adoptionIsSecret';

/** What a case does not ask for: as the register has it, empty for somebody it does not know. */
function particularsOf(known: Known): Pick<Person, Particulars> {
  const { guardians, fatherId, motherId, spouseId, capacity, adoptionIsSecret } = known ?? bareParticulars;
  return { guardians: [...guardians], fatherId, motherId, spouseId, capacity, adoptionIsSecret };
}

/** A relation that is not said is null: of a child it is worked out from the parents. */
type EnteredForChange = Omit<EnteredPerson, 'relation'> & { readonly relation: string | null };

/**
 * A person of a draft as a change of the register takes them. Texts are trimmed, empty ones are null; what is half-typed stays as it is and
 * is refused there. No number is given for somebody who gets one by being registered.
 */
export function enteredPerson(person: DraftPerson, known: Known): EnteredForChange {
  const height = orNull(person.heightCm);
  const hukouClass = person.hukouClass === 'urban' || person.hukouClass === 'rural' ? person.hukouClass : null;
  return {
    ...particularsOf(known),
    personId: known?.personId ?? null,
    citizenId: orNull(person.citizenId),
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
    heightCm: height === null ? null : Number(height),
    bloodType: orNull(person.bloodType),
    education: orNull(person.education),
    maritalStatus: person.maritalStatus,
    military: orNull(person.military),
    workplace: orNull(person.workplace),
    occupation: orNull(person.occupation),
    arrivedInCity: known?.arrivedInCity ?? null,
    arrivedAtAddress: known?.arrivedAtAddress ?? null,
    phone: orNull(person.phone),
    photoId: orNull(person.photoId) ?? known?.photoId ?? null,
    hukouDivision: orNull(person.hukouDivision),
    hukouClass,
    hukouAddress: orNull(person.hukouAddress),
    relation: orNull(person.relationToHead),
    fromDivision: orNull(person.hukouDivision),
    fromClass: hukouClass,
  };
}
