import type { DraftPerson } from '../../../../shared/contract/draft.ts';
import { codeName } from '../../../../shared/domain/codes.ts';
import { findHousehold } from '../../store/households.ts';
import { findPerson } from '../../store/persons.ts';
import {
  formerAddressOf,
  opinionOf,
  orNothing,
  type Paper,
  type PaperInput,
  procedureBasis,
  procedureName,
  targetAddress,
} from './paper.ts';

const relationWords = { spouse: '配偶', child: '子女', parent: '父母', other: '其他', '': '本人' } as const;

function landingHousehold({ program, open }: Paper): string | undefined {
  const { household, householdId } = open.draft.target;
  if (household !== 'join') return '立新户';
  const joined = findHousehold(program.database, householdId)?.data;
  const head = joined && findPerson(program.database, joined.headPersonId);
  return joined && head ? `${head.data.name}（户号 ${joined.number}）` : undefined;
}

const moverOf = (person: DraftPerson) => ({
  name: person.name,
  relation: relationWords[person.relationToApplicant],
  sex: codeName('sex', person.sex, 'zh'),
  birthDate: person.bornOn,
  citizenNumber: person.citizenId,
});

/** 入户申请审批表: the applicant, who moves, what the levels that agreed wrote, and room for the officer's finding and the signatures. */
export const settlementApplication: PaperInput = (paper) => {
  const { open } = paper;
  const [applicant] = open.draft.people;
  if (!applicant || !open.stored.acceptanceNumber) return null;
  return {
    acceptanceNumber: open.stored.acceptanceNumber,
    applicant: {
      name: applicant.name,
      sex: codeName('sex', applicant.sex, 'zh'),
      ethnicity: codeName('ethnicity', applicant.ethnicity, 'zh'),
      birthDate: applicant.bornOn,
      citizenNumber: applicant.citizenId,
      phone: orNothing(applicant.phone),
      hukouAddress: formerAddressOf(applicant),
    },
    destinationAddress: targetAddress(paper),
    landingHousehold: landingHousehold(paper),
    procedure: procedureName(paper),
    movers: open.draft.people.map(moverOf),
    reason: open.draft.note || `${procedureName(paper)}，本人自愿申请`,
    legalBasis: procedureBasis(paper),
    chiefOpinion: opinionOf(paper, 'station'),
    countyOpinion: opinionOf(paper, 'county'),
  };
};
