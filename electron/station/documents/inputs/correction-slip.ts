import type { FormInput } from '../../../../shared/domain/form.ts';
import type { MigrationPaper } from '../../../../shared/domain/paper-records.ts';
import { registerView } from '../../store/register-view.ts';
import { stationOfCode } from './authority.ts';
import {
  approverName,
  caseNumberOf,
  fieldText,
  officerName,
  orNothing,
  type PaperInput,
  recordOfPaper,
} from './paper.ts';

const paperNames: Readonly<Record<MigrationPaper['kind'], string>> = {
  'move-in-permit': '准予迁入证明',
  'migration-certificate': '户口迁移证',
};
const causes: Readonly<Record<string, string>> = { lost: '遗失', damaged: '损坏', expired: '超过有效期' };

const compared = [
  { item: '原住址', textOf: (paper: MigrationPaper) => paper.fromAddress },
  { item: '迁往地址', textOf: (paper: MigrationPaper) => paper.toAddress },
  { item: '迁移原因', textOf: (paper: MigrationPaper) => paper.reason },
  { item: '迁移人', textOf: (paper: MigrationPaper) => paper.holders.map(({ name }) => name).join('、') },
] as const;

function correctionsOf(old: MigrationPaper, paper: MigrationPaper): FormInput[] {
  return compared
    .map(({ item, textOf }) => ({ item, before: textOf(old), after: textOf(paper) }))
    .filter(({ before, after }) => before !== after);
}

const numberOf = ({ number, printYear }: MigrationPaper): string => `${number}（${printYear}）`;

/** 更正、作废说明 of a migration paper that another one replaces: the old number is good no longer (N21 §47). */
export const correctionSlip: PaperInput = (paper) => {
  const record = recordOfPaper(paper, 'migration-paper');
  const old = record?.replacesId
    ? registerView(paper.program.database).find('migration-paper', record.replacesId)?.data
    : null;
  const [holder] = record?.holders ?? [];
  if (!record || !old || !holder) return null;
  return {
    slipNumber: caseNumberOf(paper),
    paper: paperNames[record.kind],
    kind: '作废重开',
    certificateNumber: numberOf(old),
    newCertificateNumber: numberOf(record),
    issuedOn: old.issuedOn,
    holder: { name: holder.name, citizenNumber: holder.citizenId },
    reason: causes[fieldText(paper, 'cause')] ?? old.endReason ?? '补领、换领',
    corrections: correctionsOf(old, record),
    notified: orNothing(record.otherAuthority),
    station: stationOfCode(record.stationCode),
    officer: officerName(paper),
    approver: orNothing(approverName(paper)),
    correctedOn: record.issuedOn,
  };
};
