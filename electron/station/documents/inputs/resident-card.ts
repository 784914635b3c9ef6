import type { FormInput } from '../../../../shared/domain/form.ts';
import type { Membership, Person } from '../../../../shared/domain/records.ts';
import { itemWords } from './card-items.ts';
import { officerName, orNothing, type Paper, type PaperInput, personOfPaper } from './paper.ts';
import { identityOf, lastPlaceOf, type Place, word } from './person-words.ts';
import { relationWords } from './relation-words.ts';

/** What stands on the 登记卡 and on the 登记表 of a person alike. */
export function particularsOf(person: Person, membership: Membership, head: Person | null) {
  return {
    ...identityOf(person),
    relationToHead: relationWords(membership.relation, person, head),
    formerName: orNothing(person.formerName),
    birthplace: orNothing(person.birthplace),
    ethnicity: word('ethnicity', person.ethnicity),
    nativePlace: orNothing(person.nativePlace),
    otherAddress: orNothing(person.otherAddress),
    religion: orNothing(person.religion),
    height: itemWords('heightCm', person.heightCm),
    bloodType: word('blood', person.bloodType),
    education: word('education', person.education),
    maritalStatus: word('marital', person.maritalStatus),
    militaryStatus: word('military', person.military),
    workplace: orNothing(person.workplace),
    occupation: orNothing(person.occupation),
    movedToCity: itemWords('arrivedInCity', person.arrivedInCity),
    movedToAddress: itemWords('arrivedAtAddress', person.arrivedAtAddress),
  };
}

function cardOf(paper: Paper, person: Person, { membership, head }: Place): FormInput {
  return {
    ...particularsOf(person, membership, head),
    officer: officerName(paper),
    registeredOn: membership.sinceOn,
  };
}

interface Registered {
  readonly person: Person;
  readonly place: Place;
}

function findRegistered(paper: Paper): Registered | null {
  const person = personOfPaper(paper);
  const place = person && lastPlaceOf(paper.program.database, person.personId);
  return person && place?.membership.untilOn === null ? { person, place } : null;
}

/** 常住人口登记卡 from the register itself, not from the draft: what was registered is what is printed. */
export const residentCard: PaperInput = (paper) => {
  const found = findRegistered(paper);
  return found && cardOf(paper, found.person, found.place);
};

/** The same of a collective household, where everybody keeps an own card: unit, 户号 and address stand on it too. */
export const collectiveResidentCard: PaperInput = (paper) => {
  const found = findRegistered(paper);
  if (!found) return null;
  const { household, address } = found.place;
  return {
    ...cardOf(paper, found.person, found.place),
    unitName: household.unitName ?? address.fullName,
    householdNumber: household.number,
    address: address.fullName,
  };
};
