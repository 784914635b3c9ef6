import { maskCitizenNumber } from '../../../../shared/domain/citizen-number.ts';
import { maskName } from '../../../../shared/domain/masking.ts';
import { todayIn } from '../../../../shared/domain/plain-date.ts';
import { feeWords } from '../../../../shared/policy/guide/guide-words.ts';
import { limitWords } from './acceptance-receipt.ts';
import { stationInFull } from './authority.ts';
import { officerName, orNothing, type Paper, type PaperInput, procedureName, stationPhone } from './paper.ts';

function feeOf({ pack, open }: Paper): string | undefined {
  const fees = pack.procedures.get(open.draft.procedure)?.fees ?? [];
  return orNothing(fees.map((fee) => feeWords(fee).zh).join('；'));
}

/** 居住证领取凭证 (N21 §68); name and number are masked as on the acceptance receipt. */
export const permitReceipt: PaperInput = (paper) => {
  const { program, open } = paper;
  const [applicant] = open.draft.people;
  const { acceptanceNumber, acceptedAt, dueOn } = open.stored;
  if (!applicant || acceptanceNumber === null || acceptedAt === null) return null;
  return {
    acceptanceNumber,
    procedure: procedureName(paper),
    applicant: { nameMasked: maskName(applicant.name), numberMasked: maskCitizenNumber(applicant.citizenId) },
    station: stationInFull(program),
    officer: officerName(paper),
    acceptedAt,
    timeLimit: limitWords(paper),
    dueOn: dueOn ?? todayIn(acceptedAt),
    pickupPlace: `${program.stationName}户籍窗口`,
    fee: feeOf(paper),
    phone: stationPhone,
  };
};
