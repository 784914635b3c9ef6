import type { FormInput } from '../../../../../shared/domain/form.ts';
import { address, childNumber, citizenNumber, phone, photo, seal, spouseNumber, station, today } from './values.ts';

const person = { name: '王示例', sex: '男', birthDate: '1990-01-05', citizenNumber, hukouAddress: address };
const child = { name: '不详', sex: '女', birthWords: '推断年龄三岁', citizenNumber: childNumber };
const baby = { ...child, birthWords: '推断出生三日' };

/** What every certificate has. */
const certificate = (serial: number, summary: string) => ({
  certificateNumber: `220402-2026-M-0000${serial}`,
  summary,
  applicant: { name: '李示例', citizenNumber: spouseNumber, relation: '配偶' },
  purpose: '办理不动产登记',
  station,
  officer: '李办',
  phone,
  issuedOn: today,
  seal,
});

/** The nine certificates a station may issue. */
export const certificateExamples: Readonly<Record<string, FormInput>> = {
  'register-certificate': {
    ...certificate(11, '户口登记的住址门牌号由100号改为101号'),
    title: '户口登记事项证明',
    person,
    body: '因地名主管部门调整门牌，其户口登记的住址门牌号于2026年10月1日由100号改为101号，为同一地址。',
  },
  'change-certificate': {
    ...certificate(12, '姓名由王曾用变更为王示例'),
    person,
    changes: [
      { item: '姓名', before: '王曾用', after: '王示例', changedOn: '2008-09-01' },
      { item: '民族', before: '汉族', after: '满族', changedOn: '2009-05-06' },
    ],
  },
  'cancellation-certificate': {
    ...certificate(13, '因在国外定居于2026年11月20日注销户口'),
    person,
    cancellation: {
      reason: '在国外定居',
      cancelledOn: '2026-11-20',
      basis: '定居国外的证明及其译文',
      destination: '加拿大',
    },
  },
  'kinship-certificate': {
    ...certificate(14, '王示例与李示例系夫妻、与王小例系父子'),
    person,
    relatives: [
      { relation: '配偶', name: '李示例', sex: '女', birthDate: '1991-03-03', citizenNumber: spouseNumber },
      { relation: '子', name: '王小例', sex: '男', birthDate: '2016-02-02', citizenNumber: childNumber },
    ],
    recordBasis: '2016年常住人口登记表',
  },
  'abducted-child-certificate': {
    ...certificate(15, '被拐儿童一名，身份查找中'),
    applicant: { name: '钱管理', citizenNumber: spouseNumber, relation: '福利院经办人' },
    purpose: '儿童福利机构申报户口登记',
    person: child,
    rescue: {
      caseNumber: 'A2204020000002026110001',
      rescuedOn: '2026-11-01',
      rescuedAt: '吉林省辽源市龙山区示例街道',
      identification: '已经采集血样录入全国打拐系统，未比中亲生父母，走访查找未果。',
      keeper: '辽源市示例儿童福利院',
    },
  },
  'foundling-report-certificate': {
    ...certificate(16, '捡拾女婴一名'),
    applicant: { name: '李示例', citizenNumber: spouseNumber, relation: '捡拾人' },
    purpose: '办理收养登记',
    person: baby,
    report: {
      reportNumber: 'J2204020000002026110002',
      reportedOn: '2026-11-02',
      foundOn: '2026-11-02',
      foundAt: '吉林省辽源市西安区示例医院门前',
      features: '女婴，发黑，左肩有一处胎记；蓝色棉被一条，奶瓶一个。',
      inquiry: '经走访、发布公告和血样比对，未查找到生父母。',
    },
  },
  'unnatural-death-certificate': {
    ...certificate(17, '王示例于2026年11月18日非正常死亡'),
    person,
    death: {
      diedOn: '2026-11-18',
      diedAt: '吉林省辽源市东辽县示例镇示例村',
      cause: '意外溺水',
      caseNumber: 'J2204020000002026110003',
      basis: '现场勘验和法医学尸体检验意见',
    },
  },
  'temporary-identity-certificate': {
    ...certificate(18, '证明身份，用于参加考试'),
    purpose: '参加全国统一考试',
    person: { ...person, ethnicity: '满族', photo },
    validFrom: today,
    validUntil: '2026-11-28',
  },
  'criminal-record-certificate': {
    ...certificate(19, '未发现有犯罪记录'),
    person,
    periodWords: '自2008年1月5日',
    periodTo: today,
    finding: '未发现有犯罪记录',
  },
};
