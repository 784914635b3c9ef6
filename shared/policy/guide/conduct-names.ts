import type { Bilingual } from '../../contract/verdict.ts';
import type { ApplicantKind, StepKind, StepRole } from '../procedure-conduct.ts';

/** Names of those who may apply, as the public guide prints them. */
export const applicantNames: Readonly<Record<ApplicantKind, Bilingual>> = {
  self: { zh: '本人', en: 'the person' },
  head: { zh: '户主', en: 'the head of the household' },
  guardian: { zh: '监护人（父母、收养人、抚养人）', en: 'a guardian (parents, adopters, fosterers)' },
  agent: { zh: '受委托的代办人', en: 'an agent with a letter of authority' },
  relative: { zh: '亲属', en: 'a relative' },
  neighbour: { zh: '邻居', en: 'a neighbour' },
  committee: { zh: '村（居）民委员会', en: "the residents' or village committee" },
  owner: { zh: '房屋所有权人', en: 'the owner of the home' },
  unit: { zh: '单位经办人', en: 'the officer of the unit' },
  official: {
    zh: '司法、纪检监察、审计等机关经办人',
    en: 'an official of a court, procuratorate, supervision or audit body',
  },
  station: { zh: '公安派出所依职权', en: 'the police station of its own accord' },
};

/** Names of the steps of a case. */
export const stepNames: Readonly<Record<StepKind, Bilingual>> = {
  apply: { zh: '申请', en: 'Application' },
  accept: { zh: '受理', en: 'Acceptance' },
  verify: { zh: '核实', en: 'Verification' },
  visit: { zh: '走访调查', en: 'Visit' },
  notice: { zh: '公示（告知）', en: 'Notice' },
  'station-review': { zh: '派出所审批', en: 'Decision of the station' },
  'county-review': { zh: '县级公安机关审批', en: 'Decision of the county police' },
  'prefecture-review': { zh: '市级公安机关审批', en: 'Decision of the prefecture police' },
  register: { zh: '登记', en: 'Registration' },
  'look-up': { zh: '查询', en: 'Look-up' },
  compute: { zh: '统计', en: 'Counting' },
  sign: { zh: '签报', en: 'Signature' },
  print: { zh: '打印', en: 'Printing' },
  deliver: { zh: '送达', en: 'Handing over' },
  archive: { zh: '归档', en: 'Filing' },
};

/** Names of those who take a step. */
export const roleNames: Readonly<Record<StepRole, Bilingual>> = {
  applicant: { zh: '申请人', en: 'applicant' },
  officer: { zh: '民警', en: 'officer' },
  assistant: { zh: '辅警', en: 'assistant' },
  chief: { zh: '派出所所长', en: 'chief of the station' },
  county: { zh: '县级公安机关', en: 'county police' },
  prefecture: { zh: '市级公安机关', en: 'prefecture police' },
};

export const checkNames: Readonly<Record<'comparison' | 'visit', Bilingual>> = {
  comparison: { zh: '人像、指纹比对', en: 'comparison of face and fingerprint' },
  visit: { zh: '走访调查', en: 'visit' },
};
