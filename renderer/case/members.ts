import type { Draft } from '../../shared/contract/draft.ts';
import type { HouseholdView } from '../../shared/contract/person.ts';
import type { ProcedurePage } from '../../shared/contract/procedure.ts';
import { relationsAfterHeadChange } from '../../shared/domain/head-change.ts';
import { ageOn } from '../../shared/domain/plain-date.ts';
import { headRelations, type RelationProposal } from '../../shared/domain/relations.ts';

export type Member = HouseholdView['members'][number];

/** Those who are in the household now. */
export function presentMembers(household: HouseholdView | null): readonly Member[] {
  return (household?.members ?? []).filter((it) => it.membership.untilOn === null);
}

export function isHead(member: Member): boolean {
  return headRelations.includes(member.membership.relation);
}

function textOf(draft: Draft, key: string): string {
  const value = draft.fields[key];
  return typeof value === 'string' ? value : '';
}

function idsOf(draft: Draft, key: string): readonly string[] {
  const value = draft.fields[key];
  return Array.isArray(value) ? value : [];
}

const asksFor = (page: ProcedurePage | null, key: string) => page?.fields.some((it) => it.key === key) ?? false;

/**
 * Who leaves the household by this case, as far as entered: the members chosen, or the person it concerns and those picked. Null where
 * nobody leaves (a change of head).
 */
export function leaverIds(draft: Draft, page: ProcedurePage | null): readonly string[] | null {
  if (asksFor(page, 'memberIds')) return idsOf(draft, 'memberIds');
  const picked = page?.people === 'entered' ? draft.people.map((it) => it.personId) : [];
  const subject = draft.subject.kind === 'person' ? [draft.subject.id] : [];
  const leaving = [...subject, ...picked].filter((it) => it !== '');
  return leaving.length === 0 && page?.people !== 'entered' ? null : leaving;
}

/** Why no new head has to be named; null where one has to be. */
export type HeadCase = 'head-stays' | 'nobody-stays' | 'one-stays' | null;

/** Whether the household needs a new head after those have left. */
export function headCase(members: readonly Member[], leavers: readonly string[] | null): HeadCase {
  if (leavers === null) return null;
  const staying = members.filter((it) => !leavers.includes(it.person.personId));
  if (staying.some(isHead)) return 'head-stays';
  if (staying.length === 0) return 'nobody-stays';
  return staying.length === 1 ? 'one-stays' : null;
}

/** Whom a field of kind `member` may choose: a new head among those who stay, the head of those who split off among them. */
export function memberChoice(
  key: string,
  members: readonly Member[],
  draft: Draft,
  page: ProcedurePage | null,
): readonly Member[] {
  const leavers = leaverIds(draft, page);
  if (key === 'splitHeadId') return members.filter((it) => (leavers ?? []).includes(it.person.personId));
  if (key === 'newHeadId')
    return members.filter((it) => !(leavers ?? []).includes(it.person.personId) && !(leavers === null && isHead(it)));
  return members;
}

/** Whose relative is asked for: the person a case concerns, or a child who has no record yet. */
interface About {
  readonly personId: string;
  readonly sex: '1' | '2' | null;
  readonly bornOn: string;
}

/** A parent is at least so many years older; a spouse that is offered at most so many older or younger. */
const years = { parent: 15, spouse: 20 } as const;

/** Whom a field most often means; what the register refuses is not decided here. */
const relativeTests: Readonly<Record<string, (person: Member['person'], about: About) => boolean>> = {
  fatherId: ({ sex, bornOn }, about) => sex === '1' && ageOn(bornOn, about.bornOn) >= years.parent,
  motherId: ({ sex, bornOn }, about) => sex === '2' && ageOn(bornOn, about.bornOn) >= years.parent,
  spouseId: ({ sex, bornOn }, about) =>
    about.sex !== null && sex !== about.sex && Math.abs(ageOn(bornOn, about.bornOn)) <= years.spouse,
  relativeId: () => true,
};

/** The members of the household whom a field of kind `person` may mean; none where it means nobody of the household. */
export function relativesAtHand(key: string, members: readonly Member[], about: About): readonly Member[] {
  const fits = relativeTests[key];
  if (fits === undefined) return [];
  return members.filter(({ person }) => person.personId !== about.personId && fits(person, about));
}

/** A member whose relation to a head is asked for, with what follows from the relations known. */
export interface RelationLine {
  readonly member: Member;
  readonly proposal: RelationProposal | null;
  /** Whether the relation they have now stays unless another is given: the head does not change. */
  readonly isKept: boolean;
}

/** What everybody becomes to a head of the same household; nothing where the household has not exactly one head, as old data may. */
function proposalsTo(members: readonly Member[], headId: string): readonly RelationProposal[] {
  const at = members.findIndex((it) => it.person.personId === headId);
  if (at < 0 || members.filter(isHead).length !== 1) return [];
  const related = members.map(({ person, membership }) => ({
    sex: person.sex,
    bornOn: person.bornOn,
    relation: membership.relation,
  }));
  return relationsAfterHeadChange(related, at);
}

/**
 * Whose relations a field of kind `relations` asks for: of those who split off to their head, of those who go into another household to its
 * head, of those who stay to the new head, or, where the head does not change, of everybody to the head. Null until a head is named.
 */
export function relationLines(
  key: string,
  members: readonly Member[],
  draft: Draft,
  page: ProcedurePage | null,
): readonly RelationLine[] | null {
  if (asksFor(page, 'intoHouseholdId')) return members.map((member) => ({ member, proposal: null, isKept: false }));
  const isSplit = key === 'splitRelations';
  if (!isSplit && !asksFor(page, 'newHeadId'))
    return members.filter((it) => !isHead(it)).map((member) => ({ member, proposal: null, isKept: true }));
  const headId = textOf(draft, isSplit ? 'splitHeadId' : 'newHeadId');
  if (headId === '') return null;
  const leavers = leaverIds(draft, page) ?? [];
  const proposals = proposalsTo(members, headId);
  return members.flatMap((member, index) => {
    const { personId } = member.person;
    if (personId === headId || leavers.includes(personId) !== isSplit) return [];
    return [{ member, proposal: proposals[index] ?? null, isKept: false }];
  });
}
