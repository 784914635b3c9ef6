import { findKinPath, findRelationCode } from '../domain/kinship.ts';
import type { Person } from '../domain/records.ts';
import { headRelations } from '../domain/relations.ts';
import { refuse } from './refusal.ts';
import type { BenchMember, Workbench } from './workbench.ts';

/** Children by order of birth: the same place among the sons and among the daughters. */
const numberedChild = /^[23][0-79]$/;
const siblings: readonly string[] = ['71', '73', '75', '77'];
const spouses: readonly string[] = ['10', '11', '12'];

/**
 * Counts the relations of a household anew after a corrected sex or birth date: 子 becomes 女, 兄 becomes 弟, a grandchild by the son becomes
 * one by the daughter, the wife's parents the husband's. What the standard has no certain code for has to be confirmed in `relations`. Spouses
 * stay as they are: the household's own rules refuse what does not fit. Refuses with relation-needed.
 */
export function recountRelations(
  bench: Workbench,
  personId: string,
  confirmed: Readonly<Record<string, string>>,
): void {
  const place = bench.findPlace(personId);
  if (!place) return;
  const members = bench.listMembers(place.householdId);
  const head = members.find(({ membership }) => headRelations.includes(membership.relation));
  if (!head) return;
  for (const member of members) {
    if (member === head) continue;
    const { membership, person } = member;
    const relation = confirmed[person.personId] ?? fittingRelation(member, head.person, members);
    if (relation === null) refuse('relation-needed', 'relations', { name: person.name });
    bench.change('membership', membership.membershipId, { relation });
  }
}

/** The member's code where it still fits, the one that fits instead, or null where none is certain. */
function fittingRelation(member: BenchMember, head: Person, members: readonly BenchMember[]): string | null {
  const { relation } = member.membership;
  const { person } = member;
  if (spouses.includes(relation)) return relation;
  if (numberedChild.test(relation)) return (person.sex === '1' ? '2' : '3') + relation.charAt(1);
  if (relation === '57' || relation === '58') return person.sex === '1' ? '57' : '58';
  const path = findKinPath(relation);
  if (path === null) return relation;
  const fitting = fittingPath(path, member, head, members);
  const isTwin = person.bornOn === head.bornOn;
  if (fitting === path && (isTwin || !siblings.includes(relation))) return relation;
  const code = findRelationCode(fitting, head, person);
  return code === '97' || code === '79' ? null : code;
}

function fittingPath(path: string, { person }: BenchMember, head: Person, members: readonly BenchMember[]): string {
  const lastSex = path.at(-1) === '?' ? '?' : person.sex;
  const own = path.slice(0, -1) + lastSex;
  if (/^S[12]./.test(own)) return `S${head.sex === '1' ? '2' : '1'}${own.slice(2)}`;
  const parent = /^C[12]C.$/.test(own) ? findParent(person, members) : null;
  return parent && /^C[12]$/.test(findKinPath(parent.membership.relation) ?? '')
    ? `C${parent.person.sex}${own.slice(2)}`
    : own;
}

/** The parent in the household through whom somebody is the head's grandchild. */
function findParent({ fatherId, motherId }: Person, members: readonly BenchMember[]): BenchMember | undefined {
  return members.find(({ person }) => person.personId === fatherId || person.personId === motherId);
}

/** Gives members the relations that were confirmed. Refuses with not-a-member. */
export function confirmRelations(
  bench: Workbench,
  householdId: string,
  confirmed: Readonly<Record<string, string>>,
): void {
  const members = bench.listMembers(householdId);
  for (const [personId, relation] of Object.entries(confirmed)) {
    const member = members.find(({ person }) => person.personId === personId);
    if (!member) refuse('not-a-member', 'relations');
    bench.change('membership', member.membership.membershipId, { relation });
  }
}
