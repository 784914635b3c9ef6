import { codeName } from '../../../../shared/domain/codes.ts';
import type { Membership, Person } from '../../../../shared/domain/records.ts';
import { findOpenMembership } from '../../store/households.ts';
import { findPerson } from '../../store/persons.ts';
import { officerName, orNothing, type Paper, type PaperInput } from './paper.ts';

const word = (
  table: 'sex' | 'ethnicity' | 'education' | 'marital' | 'military' | 'blood' | 'relation',
  code: string | null,
): string | undefined => (code ? codeName(table, code, 'zh') : undefined);

function cardOf(paper: Paper, person: Person, membership: Membership) {
  return {
    name: person.name,
    relationToHead: word('relation', membership.relation) ?? '',
    formerName: orNothing(person.formerName),
    sex: word('sex', person.sex) ?? '',
    birthplace: orNothing(person.birthplace),
    ethnicity: word('ethnicity', person.ethnicity) ?? '',
    nativePlace: orNothing(person.nativePlace),
    birthDate: person.bornOn,
    otherAddress: orNothing(person.otherAddress),
    religion: orNothing(person.religion),
    citizenNumber: person.citizenId,
    height: person.heightCm ? `${person.heightCm}厘米` : undefined,
    bloodType: word('blood', person.bloodType),
    education: word('education', person.education),
    maritalStatus: word('marital', person.maritalStatus),
    militaryStatus: word('military', person.military),
    workplace: orNothing(person.workplace),
    occupation: orNothing(person.occupation),
    movedToCity: orNothing(person.arrivedInCity),
    movedToAddress: orNothing(person.arrivedAtAddress),
    officer: officerName(paper),
    registeredOn: membership.sinceOn,
  };
}

/** 常住人口登记卡 from the register itself, not from the draft: what was registered is what is printed. */
export const residentCard: PaperInput = (paper) => {
  const { database } = paper.program;
  const { personId } = paper.document;
  if (!personId) return null;
  const person = findPerson(database, personId);
  const membership = findOpenMembership(database, personId);
  return person && membership ? cardOf(paper, person.data, membership.data) : null;
};
