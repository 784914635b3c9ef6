import { maskCitizenNumber } from '../../../../shared/domain/citizen-number.ts';
import { maskName } from '../../../../shared/domain/masking.ts';
import { stationInFull } from './authority.ts';
import { materialsAtHand, officerName, type Paper, type PaperInput, procedureName, stationPhone } from './paper.ts';

/** The promised time in words. */
export function limitWords({ route }: Paper): string {
  if (!route?.limit) return '按规定时限';
  if (route.limit.days === 0) return '当场办结';
  return `${route.limit.days}个${route.limit.kind === 'working' ? '工作日' : '自然日'}`;
}

/** A child that is about to be registered has no number yet. */
const noNumberYet = '尚未编号';

/** 受理回执单: name and number are masked, as the sheet is carried about (PIPL §51). */
export const acceptanceReceipt: PaperInput = (paper) => {
  const { program, open } = paper;
  const [applicant] = open.draft.people;
  if (!applicant || !open.stored.acceptanceNumber || !open.stored.acceptedAt) return null;
  return {
    acceptanceNumber: open.stored.acceptanceNumber,
    procedure: procedureName(paper),
    applicant: {
      nameMasked: maskName(applicant.name),
      numberMasked: maskCitizenNumber(applicant.citizenId) || noNumberYet,
    },
    station: stationInFull(program),
    officer: officerName(paper),
    acceptedAt: open.stored.acceptedAt,
    timeLimit: limitWords(paper),
    dueOn: open.stored.dueOn ?? undefined,
    phone: stationPhone,
    materials: materialsAtHand(paper),
  };
};
