import { createHash } from 'node:crypto';
import type { Draft, DraftPerson } from '../../../shared/contract/draft.ts';
import type { Bilingual } from '../../../shared/contract/verdict.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { maskCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import { type CodeTableName, codeName } from '../../../shared/domain/codes.ts';
import { divisionPath } from '../../../shared/domain/divisions.ts';
import type { Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';

export interface ContentLine {
  readonly label: Bilingual;
  readonly value: string;
}

export interface ContentGroup {
  readonly title: Bilingual;
  readonly lines: readonly ContentLine[];
}

type Show = (person: DraftPerson) => string;

const coded =
  (table: CodeTableName, field: keyof DraftPerson): Show =>
  (person) => {
    const code = String(person[field] ?? '');
    return code === '' ? '' : codeName(table, code, 'zh');
  };
const plain =
  (field: keyof DraftPerson): Show =>
  (person) =>
    String(person[field] ?? '');

/** What the applicant checks of each person, in the order of the 登记卡. */
const personLines: readonly (readonly [zh: string, en: string, show: Show])[] = [
  ['姓名', 'Name', plain('name')],
  ['公民身份号码', 'Citizen number', ({ citizenId }) => (citizenId === '' ? '' : maskCitizenNumber(citizenId))],
  ['性别', 'Sex', coded('sex', 'sex')],
  ['出生日期', 'Date of birth', plain('bornOn')],
  ['民族', 'Ethnic group', coded('ethnicity', 'ethnicity')],
  ['婚姻状况', 'Marital status', coded('marital', 'maritalStatus')],
  ['曾用名', 'Former name', plain('formerName')],
  ['籍贯', 'Native place', plain('nativePlace')],
  ['出生地', 'Place of birth', plain('birthplace')],
  ['文化程度', 'Education', coded('education', 'education')],
  ['服务处所', 'Place of work', plain('workplace')],
  ['职业', 'Occupation', plain('occupation')],
  [
    '现户籍地区',
    'Registered in',
    ({ hukouDivision }) => (/^\d{6}$/.test(hukouDivision) ? divisionPath(hukouDivision, 'zh') : hukouDivision),
  ],
  ['现户籍地址', 'Registered address', plain('hukouAddress')],
  ['与户主关系', 'Relation to the head', coded('relation', 'relationToHead')],
];

function personGroup(person: DraftPerson, index: number): ContentGroup {
  const title = index === 0 ? { zh: '申请人', en: 'Applicant' } : { zh: `随迁人员 ${index}`, en: `Companion ${index}` };
  const lines = personLines
    .map(([zh, en, show]) => ({ label: { zh, en }, value: show(person) }))
    .filter(({ value }) => value !== '');
  return { title, lines };
}

function targetGroup(program: Program, draft: Draft): ContentGroup {
  const procedure = program.packs.inForce().procedures.get(draft.procedure)?.names.zh ?? '';
  const address = draft.target.addressId
    ? (findAddress(program.database, draft.target.addressId)?.data.fullName ?? '')
    : '';
  const household = { '': '', new: '立新户', join: '迁入已有户' }[draft.target.household];
  const lines = [
    { label: { zh: '办理事项', en: 'Procedure' }, value: procedure },
    { label: { zh: '落户地址', en: 'Address' }, value: address },
    { label: { zh: '立户方式', en: 'Household' }, value: household },
    { label: { zh: '本人自愿落户', en: 'Of their own will' }, value: draft.isVoluntary ? '是' : '' },
  ];
  return { title: { zh: '落户事项', en: 'Settlement' }, lines: lines.filter(({ value }) => value !== '') };
}

/** What the second screen shows of a draft: grouped as on the paper, numbers masked in the middle. */
export function applicantContent(program: Program, draft: Draft): ContentGroup[] {
  return [...draft.people.map(personGroup), targetGroup(program, draft)];
}

/** Hash of everything a signature stands for, numbers unmasked: one changed character makes it void. Nobody signs for their photograph. */
export function contentHash(_program: Program, draft: Draft): string {
  const { procedure, target, isVoluntary } = draft;
  const people = draft.people.map(({ photoId: _, ...person }) => person);
  return createHash('sha256').update(canonicalJson({ people, procedure, target, isVoluntary })).digest('hex');
}
