import type { FormInput } from '../../../../shared/domain/form.ts';
import type { Residence } from '../../../../shared/domain/residence-records.ts';
import { findAddress } from '../../store/addresses.ts';
import { findPerson } from '../../store/persons.ts';
import { photoOf } from '../../store/photos.ts';
import { stationInFull } from './authority.ts';
import {
  caseEvent,
  materialsAtHand,
  officerName,
  orNothing,
  type Paper,
  type PaperInput,
  personOfPaper,
  recordOfPaper,
  registeredOn,
} from './paper.ts';
import { identityOf, registeredAddress, word } from './person-words.ts';
import { basisWords, purposeWords } from './residence-words.ts';

const relationWords = { spouse: '配偶', child: '子女', parent: '父母', other: '其他', '': '同住' } as const;

/** Lines of the form; everybody registered has a form of their own. */
const mostCompanions = 8;

/** Everybody else whom the case entered at the same address. */
function companionsOf(paper: Paper, { residenceId, addressId }: Residence): FormInput[] {
  const { database } = paper.program;
  return (caseEvent(paper)?.effects ?? []).flatMap((effect) => {
    if (effect.kind !== 'residence' || effect.id === residenceId || effect.after.addressId !== addressId) return [];
    const person = findPerson(database, effect.after.personId)?.data;
    if (!person) return [];
    const drafted = paper.open.draft.people.find(({ citizenId }) => citizenId === person.citizenId);
    const { name, sex, citizenNumber } = identityOf(person);
    return [{ name, sex, citizenNumber, relation: relationWords[drafted?.relationToApplicant ?? ''] }];
  });
}

/** 居住登记表, filled in for everybody registered (N21 §59). */
export const residenceForm: PaperInput = (paper) => {
  const { database } = paper.program;
  const residence = recordOfPaper(paper, 'residence');
  const person = personOfPaper(paper);
  const address = residence && findAddress(database, residence.addressId)?.data;
  if (!residence || !person || !address) return null;
  return {
    registrationNumber: paper.open.stored.acceptanceNumber,
    applicant: {
      ...identityOf(person),
      photo: photoOf(database, person),
      formerName: orNothing(person.formerName),
      ethnicity: word('ethnicity', person.ethnicity),
      education: word('education', person.education),
      maritalStatus: word('marital', person.maritalStatus),
      phone: orNothing(person.phone),
      hukouAddress: registeredAddress(database, person),
      workplace: orNothing(residence.employer ?? person.workplace),
      occupation: orNothing(person.occupation),
    },
    residence: {
      address: address.fullName,
      kind: basisWords[residence.basis],
      reason: purposeWords[residence.purpose],
      since: residence.registeredOn,
    },
    landlord: { name: orNothing(residence.landlord) },
    companions: companionsOf(paper, residence).slice(0, mostCompanions),
    proof:
      materialsAtHand(paper)
        .map(({ name }) => name)
        .join('、') || '申请人陈述',
    station: stationInFull(paper.program),
    officer: officerName(paper),
    registeredOn: registeredOn(paper),
  };
};
