import type { FormInput } from '../../../../shared/domain/form.ts';
import { permitStateOn } from '../../../../shared/domain/permit-function.ts';
import { Permit } from '../../../../shared/domain/residence-records.ts';
import { findAddress } from '../../store/addresses.ts';
import type { Database } from '../../store/database.ts';
import { type HistoryLine, listHistory } from '../../store/happenings.ts';
import { findOperator } from '../../store/operators.ts';
import { registerView } from '../../store/register-view.ts';
import { stationInFull } from './authority.ts';
import { type PaperInput, personOfPaper, recordOfPaper, stationPhone } from './paper.ts';
import { groundWords } from './residence-words.ts';

/** Where this copy does not know who did it. */
const unknownOfficer = '——';

/** The permit as the history has it right after its first so many endorsements; null: from before this copy. */
function lineAfter(lines: readonly HistoryLine[], endorsed: number): { permit: Permit; line: HistoryLine } | null {
  for (const line of lines) {
    const read = Permit.safeParse(line.after);
    if (read.success && read.data.endorsements.length === endorsed) return { permit: read.data, line };
  }
  return null;
}

function rowOf(database: Database, permit: Permit, lines: readonly HistoryLine[], endorsed: number): FormInput {
  const endorsement = permit.endorsements[endorsed - 1];
  const on = endorsement?.on ?? permit.firstIssuedOn;
  const known = lineAfter(lines, endorsed);
  const operatorId = known?.line.operatorId ?? null;
  const kinds = { endorsed: '签注', late: '补办签注' } as const;
  return {
    endorsedOn: on,
    kind: endorsement ? kinds[endorsement.kind] : '签发',
    validUntil: permitStateOn({ ...permit, endorsements: permit.endorsements.slice(0, endorsed) }, on).coveredUntil,
    ground: groundWords[known?.permit.ground ?? permit.ground],
    officer: (operatorId === null ? null : findOperator(database, operatorId)?.name) || unknownOfficer,
  };
}

/** 居住证签注记录: the issue and every endorsement, and when the next one is due (D663 §10). */
export const endorsementRecord: PaperInput = (paper) => {
  const { database } = paper.program;
  const permit = recordOfPaper(paper, 'permit');
  const person = personOfPaper(paper);
  const residence = permit && registerView(database).find('residence', permit.residenceId)?.data;
  const address = residence && findAddress(database, residence.addressId)?.data;
  if (!permit || !person || !address) return null;
  const today = paper.program.today();
  const { coveredUntil, windowFrom, residenceYearsFrom, fullYears } = permitStateOn(permit, today);
  const lines = listHistory(database, 'permit', permit.permitId).toReversed();
  return {
    permitNumber: permit.number,
    holder: { name: person.name, citizenNumber: person.citizenId },
    residence: { address: address.fullName },
    issuedOn: permit.issuedOn,
    residenceSince: residenceYearsFrom,
    residenceYears: fullYears,
    endorsements: [0, ...permit.endorsements.map((_, index) => index + 1)].map((count) =>
      rowOf(database, permit, lines, count),
    ),
    nextFrom: windowFrom,
    nextUntil: coveredUntil,
    station: stationInFull(paper.program),
    phone: stationPhone,
    recordedOn: today,
  };
};
