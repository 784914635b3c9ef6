import { stationInFull } from './authority.ts';
import { formerAddressOf, orNothing, type PaperInput, procedureName, targetAddress } from './paper.ts';

const relationWords = { spouse: '配偶', child: '子女', parent: '父母', other: '其他', '': '' } as const;

/** 自愿落户声明: settling is the person's own wish (意见第（二）条, 不得采取强制落户措施). */
export const voluntaryStatement: PaperInput = (paper) => {
  const { program, open } = paper;
  const [applicant, ...companions] = open.draft.people;
  if (!applicant?.name || !open.draft.procedure) return null;
  return {
    acceptanceNumber: orNothing(open.stored.acceptanceNumber),
    applicant: {
      name: applicant.name,
      citizenNumber: applicant.citizenId,
      hukouAddress: formerAddressOf(applicant),
      phone: orNothing(applicant.phone),
    },
    destinationAddress: targetAddress(paper),
    procedure: procedureName(paper),
    companions: companions.map(({ name, relationToApplicant, citizenId }) => ({
      name,
      relation: relationWords[relationToApplicant],
      citizenNumber: citizenId,
    })),
    station: stationInFull(program),
  };
};
