import type { FormInput } from '../../../../shared/domain/form.ts';
import { certificateExamples } from './examples/certificates.ts';
import { moveExamples } from './examples/moves.ts';
import { officeExamples } from './examples/office.ts';
import { registerExamples } from './examples/register.ts';
import { residenceExamples } from './examples/residence.ts';
import { statisticsExamples } from './examples/statistics.ts';

const station = '辽源市公安局示例分局示例派出所';
const address = '吉林省辽源市龙山区示例街道示例社区示例大街100号示例小区3号楼2单元501室';
const opinion = '《辽源市关于进一步推进户籍制度改革的意见》第（四）条';

/** An input for every form, of invented people and numbers. */
export const exampleInputs: Readonly<Record<string, FormInput>> = {
  'resident-card': {
    name: '王示例',
    relationToHead: '户主',
    formerName: '王曾用',
    sex: '男',
    birthplace: '吉林省辽源市东丰县',
    ethnicity: '满族',
    nativePlace: '吉林省东丰县',
    birthDate: '1990-01-05',
    otherAddress: '辽源市西安区示例路8号',
    religion: '无',
    citizenNumber: '220421199001050015',
    height: '175厘米',
    bloodType: 'AB',
    education: '大学本科',
    maritalStatus: '已婚',
    militaryStatus: '未服兵役',
    workplace: '辽源市示例商贸有限公司',
    occupation: '会计',
    movedToCity: '2026年11月21日由四平市铁西区迁来',
    movedToAddress: '2026年11月21日由辽源市西安区迁来',
    officer: '李办',
    registeredOn: '2026-11-21',
  },
  'resident-card-back': {
    changes: [
      { item: '文化程度', newValue: '硕士研究生', changedOn: '2026-11-21', officer: '李办' },
      { item: '服务处所', newValue: '辽源市示例商贸有限公司', changedOn: '2026-12-01', officer: '张办' },
    ],
  },
  'household-book-first-page': {
    householdKind: '家庭户',
    headName: '王示例',
    householdNumber: '000123456',
    address,
    officer: '李办',
    issuedOn: '2026-01-05',
  },
  'acceptance-receipt': {
    acceptanceNumber: '220402-2026-000123',
    procedure: '合法稳定住所落户',
    applicant: { nameMasked: '王*例', numberMasked: '220421********0015' },
    station,
    officer: '李办',
    acceptedAt: '2026-11-21T01:30:00Z',
    timeLimit: '自受理之日起3个工作日',
    dueOn: '2026-11-26',
    phone: '0437-0000000',
    materials: [
      { name: '居民身份证', state: '核验' },
      { name: '经登记备案的房屋租赁合同', state: '原件', note: '验后退还' },
      { name: '结婚证', state: '承诺', note: '2026年12月5日前补交' },
    ],
  },
  'one-time-notice': {
    noticeNumber: '220402-2026-G-000045',
    applicant: { name: '王示例', citizenNumber: '220421199001050015' },
    procedure: '合法稳定住所落户',
    appliedOn: '2026-11-21',
    missing: [
      { name: '结婚证', remedy: '提交原件，或者签署告知承诺', basis: opinion },
      { name: '房屋租赁合同', remedy: '提交登记备案的合同', basis: opinion },
    ],
    received: [{ name: '居民身份证', state: '核验' }],
    completeBy: '2026-12-05',
    guarantee: '现阶段不允许以收回土地承包经营权、宅基地使用权、集体收益分配权作为农民进城落户的条件',
    station,
    phone: '0437-0000000',
    noticedOn: '2026-11-21',
  },
  'voluntary-statement': {
    acceptanceNumber: '220402-2026-000123',
    applicant: {
      name: '王示例',
      citizenNumber: '220421199001050015',
      hukouAddress: '吉林省四平市铁西区示例街道示例委一组',
      phone: '0437-0000001',
    },
    destinationAddress: address,
    procedure: '合法稳定住所落户',
    companions: [{ name: '李示例', relation: '配偶', citizenNumber: '220302199103030028' }],
    station,
  },
  'settlement-application': {
    acceptanceNumber: '220402-2026-000123',
    applicant: {
      name: '王示例',
      sex: '男',
      ethnicity: '满族',
      birthDate: '1990-01-05',
      citizenNumber: '220421199001050015',
      phone: '0437-0000001',
      hukouAddress: '吉林省四平市铁西区示例街道示例委一组',
    },
    destinationAddress: address,
    landingHousehold: '新立户',
    procedure: '合法稳定住所落户',
    movers: [
      { name: '王示例', relation: '本人', sex: '男', birthDate: '1990-01-05', citizenNumber: '220421199001050015' },
      { name: '李示例', relation: '配偶', sex: '女', birthDate: '1991-03-03', citizenNumber: '220302199103030028' },
    ],
    reason: '本人租赁住房居住，合同已经登记备案，自愿申请将户口迁入现住址。',
    legalBasis: opinion,
    stationFinding: '经核实，材料齐全，符合条件。',
    chiefOpinion: '同意。',
    countyOpinion: '准予迁入。',
  },
  'ineligible-notice': {
    title: '不予受理告知书',
    decision: '不予受理',
    noticeNumber: '220402-2026-B-000007',
    applicant: { name: '王示例', citizenNumber: '220421199001050015' },
    procedure: '合法稳定住所落户',
    appliedOn: '2026-11-21',
    reasons: [{ text: '住所为临时工棚，不属于合法稳定住所', basis: opinion }],
    alternatives: [{ text: '办理居住登记' }],
    reviewOrgan: '示例区人民政府',
    court: '示例区人民法院',
    station,
    phone: '0437-0000000',
    noticedOn: '2026-11-21',
  },
  'entitlement-notice': {
    noticeNumber: '220402-2026-Q-000012',
    holder: { name: '王示例', basis: '落户人员', since: '2026-11-21', residenceYears: 2, insuranceYears: 1 },
    services: [
      { name: '义务教育', status: '享有', office: '教育局', basis: '意见第（十一）条' },
      { name: '住房保障', status: '待条件具备', condition: '按市规定', office: '住建局', basis: '意见第（七）条' },
    ],
    station,
    phone: '0437-0000000',
    noticedOn: '2026-11-21',
  },
  guide: {
    procedure: '合法稳定住所落户',
    code: 'C01',
    pack: '辽源市户籍政策包 2026.1（2026年1月1日起施行）',
    applicants: [{ text: '本人', basis: opinion }],
    conditions: [{ text: '在城区有合法稳定住所（含租赁住房）', basis: opinion }],
    companions: [{ text: '共同居住的配偶、未婚子女、父母可以随迁', basis: opinion }],
    materials: [
      { text: '居民身份证', basis: opinion },
      { text: '结婚证或者居民户口簿', when: '随迁人与申请人关系为配偶', basis: opinion },
    ],
    checks: [{ text: '有疑义时走访调查', basis: opinion }],
    steps: [{ text: '受理', by: '民警或者辅警' }],
    limits: [{ text: '3个工作日', basis: opinion }],
    fees: [{ text: '居民户口簿首次发放：免费', basis: opinion }],
    papers: [{ text: '受理回执单' }],
    guarantee: '现阶段不允许以收回土地承包经营权、宅基地使用权、集体收益分配权作为农民进城落户的条件',
    station,
    window: '户籍窗口',
    phone: '0437-0000000',
    printedOn: '2026-11-21',
  },
  'settlement-report': monthlyReport(31),
  ...certificateExamples,
  ...moveExamples,
  ...officeExamples,
  ...registerExamples,
  ...residenceExamples,
  ...statisticsExamples,
};

/** A report of so many days from 1 October 2026. */
export function monthlyReport(dayCount: number): FormInput {
  const amounts = { cases: 12, persons: 25, ruralPersons: 11 };
  const days = Array.from({ length: dayCount }, (_, index) => {
    const day = new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10);
    return { day, cases: index % 7, persons: (index % 7) * 2, ruralPersons: index % 5 };
  });
  return {
    station,
    periodFrom: '2026-10-01',
    periodTo: '2026-10-31',
    filters: '本所辖区；含随迁人员；不含冲销业务',
    generatedAt: '2026-11-01T00:30:00Z',
    totals: { cases: 93, households: 80, persons: 186, ruralPersons: 61, talents: 14, pending: 7 },
    byRoute: [
      { name: '合法稳定住所落户', share: '50.0%', ...amounts },
      { name: '人才落户', share: '50.0%', ...amounts },
    ],
    byOrigin: [{ name: '外省：辽宁省', share: '100.0%', ...amounts }],
    byDay: days,
    preparedBy: '李办',
    checkedBy: '张审',
    reportedOn: '2026-11-01',
  };
}
