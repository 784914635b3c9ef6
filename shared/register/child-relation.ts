import type { Person } from '../domain/records.ts';
import { companionRelationToHead, headRelations } from '../domain/relations.ts';
import type { Parents } from './parents.ts';
import type { BenchMember, Workbench } from './workbench.ts';

/** GB/T 4761: not related, as people of a collective household are to its head. */
const notRelated = '99';
const headOrSpouse: readonly string[] = [...headRelations, '10', '11', '12'];

/**
 * What a child is to the head of the household it comes into, worked out from the parent who is a member; null where that is not certain
 * and the clerk has to say it. In a collective household nobody is related to the head.
 */
export function relationOfChild(
  bench: Workbench,
  householdId: string,
  child: Pick<Person, 'sex' | 'bornOn'>,
  parents: Parents,
  isAdopted: boolean,
): string | null {
  if (bench.get('household', householdId).kind !== 'family') return notRelated;
  const members = bench.listMembers(householdId);
  const head = members.find(({ membership }) => headRelations.includes(membership.relation));
  const parent = findNearestParent(members, parents);
  if (!head || !parent) return null;
  if (isAdopted && headOrSpouse.includes(parent.membership.relation)) return child.sex === '1' ? '27' : '37';
  const proposal = companionRelationToHead(
    { ...child, relationToApplicant: 'child' },
    { ...parent.person, relation: parent.membership.relation },
    head.person,
  );
  return proposal.isCertain ? proposal.code : null;
}

/** The parent who is head goes before the other: through the head the relation is certain. */
function findNearestParent(members: readonly BenchMember[], { father, mother }: Parents): BenchMember | undefined {
  const own = members.filter(({ person }) => [father?.personId, mother?.personId].includes(person.personId));
  return own.find(({ membership }) => headRelations.includes(membership.relation)) ?? own[0];
}
