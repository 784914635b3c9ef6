import type { FormInput } from '../../../../../shared/domain/form.ts';
import {
  address,
  childNumber,
  citizenNumber,
  county,
  formerAddress,
  seal,
  spouseNumber,
  station,
  today,
} from './values.ts';

const movers = [
  { relation: '本人', name: '王示例', sex: '男', birthDate: '1990-01-05', citizenNumber },
  { relation: '配偶', name: '李示例', sex: '女', birthDate: '1991-03-03', citizenNumber: spouseNumber },
  { relation: '子', name: '王小例', sex: '男', birthDate: '2016-02-02', citizenNumber: childNumber },
];

const details = {
  ethnicity: '满族',
  birthplace: '吉林省东丰县',
  nativePlace: '吉林省东丰县',
  education: '大学本科',
  maritalStatus: '已婚',
  occupation: '会计',
  reason: '购房',
};

/** Papers of moving. */
export const moveExamples: Readonly<Record<string, FormInput>> = {
  'move-in-permit': {
    certificateNumber: '22040200012345',
    sheetNumber: 1,
    sheetCount: 1,
    applicant: { name: '王示例', citizenNumber, phone: '0437-0000001', address },
    movers,
    origin: { division: '辽宁省沈阳市和平区', address: '示例街道示例路1号', station: '沈阳市公安局示例分局示例派出所' },
    destination: { division: '吉林省辽源市龙山区', address: '示例街道示例大街100号3号楼2单元501室', station },
    reason: '购房落户',
    issuer: county,
    officer: '李办',
    issuedOn: today,
    validUntil: '2026-12-31',
    note: '随迁二人',
    seal,
  },
  'migration-certificate': {
    certificateNumber: '00012345',
    printYear: '2026',
    holder: { name: '王示例', citizenNumber },
    origin: { address: formerAddress, urbanRural: '城镇' },
    destination: { address: '辽宁省沈阳市和平区示例街道示例路1号' },
    issuer: station,
    officer: '李办',
    issuedOn: today,
    validUntil: '2026-12-21',
    note: '准予迁入证明编号 21010200054321',
    movers: movers.map((mover) => ({ ...mover, ...details, formerName: '王曾用' })),
    seal,
  },
  'correction-slip': {
    slipNumber: '220402-2026-Z-000002',
    paper: '户口迁移证',
    kind: '作废重开',
    certificateNumber: '00012345（2026）',
    newCertificateNumber: '00012346（2026）',
    issuedOn: '2026-11-20',
    holder: { name: '王示例', citizenNumber },
    reason: '迁往地址打印有误，原证件已经收回',
    corrections: [{ item: '迁往地址', before: '沈阳市和平区示例路1号', after: '沈阳市和平区示例路11号' }],
    notified: '沈阳市公安局示例分局',
    station,
    officer: '李办',
    approver: '张所',
    correctedOn: today,
  },
};
