import type { MigrationPaper } from '../../../shared/domain/paper-records.ts';
import { formatZh } from '../../../shared/domain/plain-date.ts';
import { stationOfCode } from '../documents/inputs/authority.ts';

const paperNames: Readonly<Record<MigrationPaper['kind'], string>> = {
  'move-in-permit': '准予迁入证明',
  'migration-certificate': '户口迁移证',
};

const compared = [
  { item: '原住址', of: (paper: MigrationPaper) => paper.fromAddress },
  { item: '迁往地址', of: (paper: MigrationPaper) => paper.toAddress },
  { item: '迁移原因', of: (paper: MigrationPaper) => paper.reason },
  { item: '迁移人', of: (paper: MigrationPaper) => paper.holders.map(({ name }) => name).join('、') },
] as const;

/** A letter of three lines, what the registration authority at the other end is told: which number is good no longer, what replaces it, and what reads otherwise. */
export function noticeOf(old: MigrationPaper, paper: MigrationPaper): string {
  const name = paperNames[paper.kind];
  const changes = compared
    .filter(({ of }) => of(old) !== of(paper))
    .map(({ item, of }) => `${item}由“${of(old)}”更正为“${of(paper)}”`);
  const [issuedOn, voidFrom] = [formatZh(old.issuedOn), formatZh(paper.issuedOn)];
  const what = `我所签发的${name}（编号 ${old.number}，${issuedOn}签发）因填写有误，自${voidFrom}起作废`;
  const instead = `改用${name}（编号 ${paper.number}）。${changes.length > 0 ? `${changes.join('；')}。` : ''}`;
  return [
    `${paper.otherAuthority || '户口登记机关'}：`,
    `${what}，${instead}请按新证件办理，旧证件交来时收回。`,
    `${stationOfCode(paper.stationCode)} ${voidFrom}`,
  ].join('\n');
}
