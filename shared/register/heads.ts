import { z } from 'zod';
import { relationsAfterHeadChange } from '../domain/head-change.ts';
import { findKinPath } from '../domain/kinship.ts';
import { ageOn } from '../domain/plain-date.ts';
import { type Person, RecordId } from '../domain/records.ts';
import { headRelation, headRelations, type RelationProposal } from '../domain/relations.ts';
import { refuse } from './refusal.ts';
import type { BenchMember, Workbench } from './workbench.ts';

/** Relations to the (new) head that the officer confirmed, by person; what is not given is worked out where it is certain. */
export const relationsInput = z.record(RecordId, z.string().regex(/^\d{2}$/)).default({});

/** Whether the person can be head without a reason: of age and of full capacity (N21 §15, 民法典 §17–21). */
export function isCapable(person: Person, today: string): boolean {
  if (person.capacity !== null) return person.capacity === 'full';
  return ageOn(person.bornOn, today) >= 18;
}

/** Refuses a head without full capacity for whom no reason is given, with head-incapable. */
export function checkHead(bench: Workbench, head: Person, incapableHeadReason: string): void {
  if (!isCapable(head, bench.context.today) && incapableHeadReason === '')
    refuse('head-incapable', 'incapableHeadReason', { name: head.name });
}

/** A new head of a household, with the confirmed relations of its members. */
interface NewHead {
  readonly newHeadId: string;
  readonly relations: Readonly<Record<string, string>>;
  readonly incapableHeadReason: string;
}

/**
 * Makes a member head and counts every member's relation from them. Members who are about to leave keep the relation they leave with. Refuses
 * with not-a-member, head-incapable (no reason given) or relation-needed (a relation that can't be worked out was not confirmed).
 */
export function makeHead(
  bench: Workbench,
  householdId: string,
  input: NewHead,
  leaverIds: ReadonlySet<string> = new Set(),
): void {
  const members = bench.listMembers(householdId);
  const newHead = members.find(({ person }) => person.personId === input.newHeadId);
  if (!newHead) refuse('not-a-member', 'newHeadId');
  checkHead(bench, newHead.person, input.incapableHeadReason);
  const counted = members.filter(({ person }) => !leaverIds.has(person.personId));
  const relations = relationsTo(members, input.newHeadId, { of: counted, confirmed: input.relations });
  for (const { person, membership } of counted)
    bench.change('membership', membership.membershipId, { relation: relations.get(person.personId) ?? headRelation });
  bench.change('household', householdId, { headPersonId: input.newHeadId });
}

/** Whose relations are asked for, and what the officer confirmed of them in which field of the page. */
interface RelationsAsked {
  readonly of: readonly BenchMember[];
  readonly confirmed: Readonly<Record<string, string>>;
  readonly field?: string;
}

/**
 * The relation of some of a household's members to one of them, by person: as the officer confirmed it, otherwise as it follows for certain
 * from their relations to the present head. Refuses with relation-needed.
 */
export function relationsTo(
  members: readonly BenchMember[],
  headId: string,
  { of, confirmed, field = 'relations' }: RelationsAsked,
): ReadonlyMap<string, string> {
  const proposals = proposeRelations(members, headId);
  return new Map(
    of.map(({ person }) => {
      if (person.personId === headId) return [headId, headRelation];
      const proposal = proposals.get(person.personId);
      const relation = confirmed[person.personId] ?? (proposal?.isCertain ? proposal.code : null);
      return [person.personId, relation ?? refuse('relation-needed', field, { name: person.name })];
    }),
  );
}

/**
 * What each member is to one of them, as far as it can be worked out: through the present head, and certain where the register links the two
 * as parent and child or as spouses. Empty where the household has no head or several, as old data may.
 */
export function proposeRelations(members: readonly BenchMember[], headId: string): Map<string, RelationProposal> {
  const [oldHead, ...others] = members.filter(({ membership }) => headRelations.includes(membership.relation));
  const headIndex = members.findIndex(({ person }) => person.personId === headId);
  const head = members[headIndex]?.person;
  if (!oldHead || others.length > 0 || !head) return new Map();
  const related = members.map(({ person, membership }) => ({
    sex: person.sex,
    bornOn: person.bornOn,
    relation: membership.relation,
  }));
  const proposals = relationsAfterHeadChange(related, headIndex);
  return new Map(
    members.flatMap(({ person, membership }, index) => {
      const proposal = proposals[index];
      if (!proposal) return [];
      if (proposal.isCertain || !isLinked(head, person, proposal.code)) return [[person.personId, proposal]];
      const isAdopted = adopted.includes(membership.relation) && isChildOf(person, oldHead.person);
      return [[person.personId, { code: isAdopted ? membership.relation : proposal.code, isCertain: true }]];
    }),
  );
}

/** 养子或继子, 养女或继女: adopted by both spouses they stay so to either; a stepchild of one is the other's own. */
const adopted: readonly string[] = ['27', '37'];

function isChildOf(child: Person, parent: Person): boolean {
  return child.fatherId === parent.personId || child.motherId === parent.personId;
}

/** Whether the two are linked as the code says: a mother made head is sure of her own children, a stepmother is not. */
function isLinked(head: Person, member: Person, code: string): boolean {
  switch (findKinPath(code)) {
    case 'C1':
    case 'C2':
      return isChildOf(member, head);
    case 'P1':
    case 'P2':
      return isChildOf(head, member);
    case 'S1':
    case 'S2':
      return member.spouseId === head.personId;
    default:
      return false;
  }
}
