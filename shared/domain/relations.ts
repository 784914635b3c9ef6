import { findKinPath, findRelationCode, joinPaths, type KinPerson, turnPath } from './kinship.ts';

/** The head of a household (户主) among its members. */
export const headRelation = '02';

/** Head-type codes: 01 本人 of certificates, 02 户主, 03 小集体户户主. None of them is offered to a member. */
export const headRelations: readonly string[] = ['01', '02', '03'];

/** A relation worked out from others. `isCertain` false: show it as a proposal and let the clerk confirm. */
export type RelationProposal = { code: string; isCertain: boolean };

/** Someone who comes along, seen from the applicant. */
export type CompanionRelation = 'spouse' | 'child' | 'parent' | 'other';

/** Relations that say too little to follow: their turned form is the same or the vague one of the other side. */
const vagueInverses: Readonly<Record<string, readonly [oldHeadMan: string, oldHeadWoman: string]>> = {
  '49': ['69', '69'],
  '59': ['29', '39'],
  '69': ['49', '49'],
  '79': ['79', '79'],
  '80': ['80', '80'],
  '97': ['97', '97'],
  '99': ['99', '99'],
};

/** Codes whose turned form keeps its own colour: 配偶, adopted and step relations, sibling without an age, cousins. */
const keptInverses: Readonly<Record<string, readonly [oldHeadMan: string, oldHeadWoman: string]>> = {
  '10': ['10', '10'],
  '27': ['57', '58'],
  '37': ['57', '58'],
  '57': ['27', '37'],
  '58': ['27', '37'],
  '68': ['49', '49'],
  '70': ['70', '70'],
  '71': ['73', '77'],
  '75': ['73', '77'],
  '73': ['71', '75'],
  '77': ['71', '75'],
  '91': ['91', '91'],
  '92': ['92', '92'],
};

/**
 * What the old head becomes to a member with relation `code` who is made the new head (N21 §15, C29): the head's 子 leaves
 * him as 父亲 51 or 母亲 52. Null for the head's own codes and for codes that are in no table.
 */
export function findInverseRelation(code: string, oldHead: KinPerson, newHead: KinPerson): RelationProposal | null {
  if (headRelations.includes(code)) return null;
  const side = oldHead.sex === '1' ? 0 : 1;
  const kept = keptInverses[code];
  if (kept !== undefined) return { code: kept[side], isCertain: true };
  const path = findKinPath(code);
  if (path === null) {
    const vague = vagueInverses[code];
    return vague === undefined
      ? null
      : { code: vague[side], isCertain: code === '80' || code === '97' || code === '99' };
  }
  const turned = findRelationCode(turnPath(path, oldHead.sex), newHead, oldHead);
  return turned === null
    ? { code: '97', isCertain: false }
    : { code: turned, isCertain: turned !== '97' && turned !== '79' };
}

/**
 * The relation to the head proposed for someone who comes along with the applicant. `applicant.relation` is the
 * applicant's own relation to the head of the household joined, `02` when the applicant becomes the head of a new one.
 */
export function companionRelationToHead(
  companion: KinPerson & { relationToApplicant: CompanionRelation },
  applicant: KinPerson & { relation: string },
  head: KinPerson,
): RelationProposal {
  const isHead = headRelations.includes(applicant.relation);
  if (companion.relationToApplicant === 'other') return unknownRelation(applicant.relation, '97');
  const step = { spouse: 'S', child: 'C', parent: 'P' }[companion.relationToApplicant] + companion.sex;
  if (isHead) return proposeCode(findRelationCode(step, applicant, companion), true);
  const applicantPath = findKinPath(applicant.relation);
  if (applicantPath === null) return unknownRelation(applicant.relation, '97');
  const joined = joinPaths(applicantPath.slice(0, -1) + applicant.sex, step, head.sex);
  return proposeCode(findRelationCode(joined.path, head, companion), joined.isCertain);
}

/** The proposal when no path leads there: a relative is 97, who comes by way of somebody unrelated is 80. */
export function unknownRelation(one: string, other: string): RelationProposal {
  const isStranger = [one, other].some((code) => code === '80' || code === '99');
  return { code: isStranger ? '80' : '97', isCertain: false };
}

/** The proposal for a code found by a path; 97 when the standard has none. The vague codes are never certain. */
export function proposeCode(code: string | null, isCertain: boolean): RelationProposal {
  return code === null
    ? { code: '97', isCertain: false }
    : { code, isCertain: isCertain && code !== '97' && code !== '79' };
}
