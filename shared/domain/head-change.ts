import { findKinPath, findRelationCode, joinPaths, type KinPath, type KinPerson, turnPath } from './kinship.ts';
import {
  findInverseRelation,
  headRelation,
  headRelations,
  proposeCode,
  type RelationProposal,
  unknownRelation,
} from './relations.ts';

/** A member with the relation to the present head. */
export type RelatedMember = KinPerson & { relation: string };

/**
 * What every member becomes when the member at `newHeadIndex` is made head (户主变更, N21 §15, C29), in the order given;
 * each 登记卡 is printed anew with it. Throws RangeError when there is no such member or not exactly one head now.
 */
export function relationsAfterHeadChange(members: readonly RelatedMember[], newHeadIndex: number): RelationProposal[] {
  const newHead = members[newHeadIndex];
  const [oldHead, ...others] = members.filter((member) => headRelations.includes(member.relation));
  if (newHead === undefined || oldHead === undefined || others.length > 0)
    throw new RangeError('one head, one new head');
  if (newHead === oldHead) return members.map((member) => ({ code: member.relation, isCertain: true }));
  return members.map((member) => {
    if (member === newHead) return { code: headRelation, isCertain: true };
    if (member !== oldHead) return relationToNewHead(member, newHead, oldHead, isOnlyOfPath(members, newHead));
    const inverse = findInverseRelation(newHead.relation, oldHead, newHead);
    return inverse ?? { code: '97', isCertain: false };
  });
}

/**
 * Through the old head, save for one case: when the new head is the only son (or daughter) of the household, the old head's
 * 儿媳 and 孙 are taken for the new head's own wife and children rather than a brother's who is not there.
 */
function relationToNewHead(
  member: RelatedMember,
  newHead: RelatedMember,
  oldHead: RelatedMember,
  isOnlyChild: boolean,
): RelationProposal {
  const [memberPath, headPath] = [findKinPath(member.relation), findKinPath(newHead.relation)];
  if (memberPath === null || headPath === null) return unknownRelation(member.relation, newHead.relation);
  if (isOnlyChild && goesThrough(memberPath, headPath)) {
    return proposeCode(findRelationCode(memberPath.slice(2), newHead, member), false);
  }
  const joined = joinPaths(turnPath(headPath, oldHead.sex), memberPath, newHead.sex);
  return proposeCode(findRelationCode(joined.path, newHead, member), joined.isCertain);
}

function isOnlyOfPath(members: readonly RelatedMember[], newHead: RelatedMember): boolean {
  const path = findKinPath(newHead.relation);
  const isChild = path === 'C1' || path === 'C2';
  return isChild && members.filter((member) => findKinPath(member.relation) === path).length === 1;
}

function goesThrough(memberPath: KinPath, childPath: KinPath): boolean {
  return memberPath.length > 2 && (memberPath.startsWith(childPath) || memberPath.startsWith('C?'));
}
