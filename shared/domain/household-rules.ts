import { codeTable, findCode } from './codes.ts';
import { findKinPath, type Sex } from './kinship.ts';
import { ageOn, isRealDay } from './plain-date.ts';
import { headRelations } from './relations.ts';

/** A member as far as the rules look; null where a value is not known yet. A `bornOn` that is no real day counts as unknown. */
export type HouseholdMember = {
  relation: string | null;
  sex: Sex | null;
  bornOn: string | null;
  maritalStatus: string | null;
};

/** What may be wrong among the members of one household. */
export type HouseholdProblemCode =
  | 'head-missing'
  | 'head-twice'
  | 'relation-missing'
  | 'relation-unknown'
  | 'relation-sex'
  | 'relation-age'
  | 'spouse-twice'
  | 'spouse-same-sex'
  | 'spouse-unmarried';

/** `memberIndex` null: the household as a whole. `warns`: shown to the clerk, does not stop the case. */
export type HouseholdProblem = {
  code: HouseholdProblemCode;
  field: 'relation' | 'sex' | 'bornOn' | 'maritalStatus';
  memberIndex: number | null;
  weight: 'blocks' | 'warns';
};

/** Practice of the counter, no article of law: a parent younger than this at the birth is nearly always a typing error. */
export const parentAgeGapYears = 10;
const spouseRelations: readonly string[] = ['10', '11', '12'];
const neverMarried = '10';

/**
 * Checks the members of one household together (cross checks of the counter): exactly one head (L58 §5), relations that
 * fit each sex, at most one spouse of the other sex who is not 未婚, parents older than children. Empty when all is well.
 */
export function listHouseholdProblems(members: readonly HouseholdMember[]): HouseholdProblem[] {
  const head = members.find((member) => isHead(member)) ?? null;
  const each = members.flatMap((member, index) => listMemberProblems(member, head, index));
  return [...listHeadProblems(members), ...each, ...listSpouseProblems(members, head)];
}

/** Relation codes to offer for a member, in the order of the standard: those that fit the sexes and, when known, the ages. */
export function listAllowedRelations(
  member: { sex: Sex | null; bornOn: string | null },
  head: { sex: Sex | null; bornOn: string | null },
): string[] {
  return codeTable('relation')
    .map(({ code }) => code)
    .filter((code) => !headRelations.includes(code))
    .filter((code) => fitsSex(code, member.sex, head.sex) && fitsAge(code, member.bornOn, head.bornOn));
}

function isHead(member: HouseholdMember): boolean {
  return member.relation !== null && headRelations.includes(member.relation);
}

function listHeadProblems(members: readonly HouseholdMember[]): HouseholdProblem[] {
  const heads = members.flatMap((member, index) => (isHead(member) ? [index] : []));
  if (heads.length === 0) return [{ code: 'head-missing', field: 'relation', memberIndex: null, weight: 'blocks' }];
  return heads
    .slice(1)
    .map((memberIndex) => ({ code: 'head-twice', field: 'relation', memberIndex, weight: 'blocks' }));
}

function listMemberProblems(
  member: HouseholdMember,
  head: HouseholdMember | null,
  memberIndex: number,
): HouseholdProblem[] {
  const { relation } = member;
  if (relation === null || relation === '') {
    return [{ code: 'relation-missing', field: 'relation', memberIndex, weight: 'blocks' }];
  }
  if (findCode('relation', relation) === null) {
    return [{ code: 'relation-unknown', field: 'relation', memberIndex, weight: 'blocks' }];
  }
  if (isHead(member)) return [];
  const problems: HouseholdProblem[] = [];
  const isSpouse = spouseRelations.includes(relation);
  if (!isSpouse && !fitsSex(relation, member.sex, head?.sex ?? null)) {
    problems.push({ code: 'relation-sex', field: 'relation', memberIndex, weight: 'blocks' });
  }
  if (!fitsAge(relation, member.bornOn, head?.bornOn ?? null)) {
    problems.push({ code: 'relation-age', field: 'bornOn', memberIndex, weight: 'warns' });
  }
  return problems;
}

function listSpouseProblems(members: readonly HouseholdMember[], head: HouseholdMember | null): HouseholdProblem[] {
  const spouses = members.flatMap((member, index) =>
    member.relation !== null && spouseRelations.includes(member.relation) ? [index] : [],
  );
  const problems: HouseholdProblem[] = spouses
    .slice(1)
    .map((memberIndex) => ({ code: 'spouse-twice', field: 'relation', memberIndex, weight: 'blocks' }));
  for (const memberIndex of spouses) {
    const member = members[memberIndex];
    if (member === undefined || head === null) continue;
    const expected = { '11': '1', '12': '2' }[member.relation ?? ''] ?? member.sex;
    if (member.sex !== null && (member.sex === head.sex || member.sex !== expected)) {
      problems.push({ code: 'spouse-same-sex', field: 'sex', memberIndex, weight: 'blocks' });
    }
    if (member.maritalStatus === neverMarried) {
      problems.push({ code: 'spouse-unmarried', field: 'maritalStatus', memberIndex, weight: 'blocks' });
    }
  }
  if (spouses.length > 0 && head?.maritalStatus === neverMarried) {
    const memberIndex = members.indexOf(head);
    problems.push({ code: 'spouse-unmarried', field: 'maritalStatus', memberIndex, weight: 'blocks' });
  }
  return problems;
}

/** The path's last sex is the member's; the sex of a spouse on the first step is the opposite of the head's. */
function fitsSex(code: string, memberSex: Sex | null, headSex: Sex | null): boolean {
  const path = findKinPath(code);
  if (path === null) return true;
  const lastSex = path.at(-1);
  if (memberSex !== null && lastSex !== '?' && lastSex !== memberSex) return false;
  const isSpouse = spouseRelations.includes(code);
  if (isSpouse && memberSex !== null && memberSex === headSex) return false;
  return !(path.startsWith('S') && headSex !== null && path.charAt(1) === headSex);
}

/** Direct generations keep `parentAgeGapYears` between them (step and adoptive ones only the order); 兄 and 姐 are the elder. */
function fitsAge(code: string, memberBornOn: string | null, headBornOn: string | null): boolean {
  if (memberBornOn === null || headBornOn === null || !isRealDay(memberBornOn) || !isRealDay(headBornOn)) return true;
  if (code === '71' || code === '75') return memberBornOn <= headBornOn;
  if (code === '73' || code === '77') return memberBornOn >= headBornOn;
  const path = findKinPath(code) ?? '';
  const gap = ['27', '37', '57', '58'].includes(code) ? 0 : parentAgeGapYears;
  if (/^(P.)+$/.test(path)) return ageOn(memberBornOn, headBornOn) >= (gap * path.length) / 2;
  if (/^(C.)+$/.test(path)) return ageOn(headBornOn, memberBornOn) >= (gap * path.length) / 2;
  return true;
}
