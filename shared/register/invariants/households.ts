import { type HouseholdProblemCode, listHouseholdProblems } from '../../domain/household-rules.ts';
import type { Membership, Person } from '../../domain/records.ts';
import { headRelations } from '../../domain/relations.ts';
import { isCapable } from '../heads.ts';
import type { RefusalCode } from '../refusal.ts';
import type { RegisterView } from '../view.ts';
import { defineInvariant, type Fault, fault, faultsWhere } from './breach.ts';

interface Member {
  readonly person: Person;
  readonly membership: Membership;
}

function listMembers(view: RegisterView, householdId: string): Member[] {
  return view.list('membership', 'householdId', householdId).flatMap(({ data: membership }) => {
    const person = membership.untilOn === null ? view.find('person', membership.personId)?.data : null;
    return person ? [{ person, membership }] : [];
  });
}

const openWhileLivedIn = defineInvariant({
  name: 'a household is open exactly while somebody is in it',
  kind: 'household',
  check({ view }, { householdId, status, closedOn, openedOn }) {
    const isEmpty = listMembers(view, householdId).length === 0;
    return faultsWhere(
      [status === 'closed' && !isEmpty, fault('household-not-empty')],
      [status === 'open' && isEmpty, fault('household-empty')],
      [(status === 'closed') !== (closedOn !== null), fault('date-needed')],
      [closedOn !== null && closedOn < openedOn, fault('date-order')],
    );
  },
});

/** L58 §5, N21 §15. */
const oneHead = defineInvariant({
  name: 'a household has exactly one head',
  kind: 'household',
  check({ view }, { householdId, status, headPersonId }) {
    const members = listMembers(view, householdId);
    if (status === 'closed' || members.length === 0) return [];
    const heads = members.filter(({ membership }) => headRelations.includes(membership.relation));
    return faultsWhere(
      [!heads.some(({ person }) => person.personId === headPersonId), fault('head-needed', 'newHeadId')],
      [heads.length > 1, fault('head-twice', 'relations', { name: heads[1]?.person.name ?? '' })],
    );
  },
});

/** N21 §15: normally not somebody without full capacity; with a reason, it may be. */
const capableHead = defineInvariant({
  name: 'the head is of full capacity',
  kind: 'household',
  check({ view, today }, { householdId, status, headPersonId }) {
    if (status === 'closed') return [];
    const head = listMembers(view, householdId).find(({ person }) => person.personId === headPersonId)?.person;
    if (!head || isCapable(head, today)) return [];
    return [{ ...fault('head-incapable', 'incapableHeadReason', { name: head.name }), weight: 'warns' }];
  },
});

const refusalOf: Readonly<Record<HouseholdProblemCode, RefusalCode>> = {
  'head-missing': 'head-needed',
  'head-twice': 'head-twice',
  'relation-missing': 'relation-needed',
  'relation-unknown': 'relation-needed',
  'relation-sex': 'relation-sex',
  'relation-age': 'relation-age',
  'spouse-twice': 'spouse-twice',
  'spouse-same-sex': 'spouse-same-sex',
  'spouse-unmarried': 'spouse-unmarried',
};

const fittingRelations = defineInvariant({
  name: 'relations fit the sex, the age and the marriage of each member',
  kind: 'household',
  check({ view }, { householdId, status }) {
    if (status === 'closed') return [];
    const members = listMembers(view, householdId);
    const problems = listHouseholdProblems(
      members.map(({ person, membership }) => ({
        relation: membership.relation,
        sex: person.sex,
        bornOn: person.bornOn,
        maritalStatus: person.maritalStatus,
      })),
    );
    return problems
      .filter(({ code }) => code !== 'head-missing' && code !== 'head-twice')
      .map(({ code, memberIndex, weight }): Fault => {
        const name = members[memberIndex ?? 0]?.person.name ?? '';
        return { code: refusalOf[code], field: 'relations', params: { name }, weight };
      });
  },
});

/** 配偶, 夫 and 妻 of the head. */
const spouseRelations: readonly string[] = ['10', '11', '12'];

const spouseOfHead = defineInvariant({
  name: 'the spouse of the head is the one the register links with the head',
  kind: 'household',
  check({ view }, { householdId, status, headPersonId }) {
    const members = status === 'closed' ? [] : listMembers(view, householdId);
    const head = members.find(({ person }) => person.personId === headPersonId)?.person;
    if (!head) return [];
    const spouses = members.filter(({ membership }) => spouseRelations.includes(membership.relation));
    return spouses.flatMap(({ person: { personId, spouseId, name } }) => {
      const isOthers = spouseId !== null && spouseId !== headPersonId;
      const isHeadOthers = head.spouseId !== null && head.spouseId !== personId;
      return faultsWhere([isOthers || isHeadOthers, fault('spouse-twice', 'relations', { name })]);
    });
  },
});

/** Article 6: at a standard address, down to the room, of the household's own station. */
const atStandardAddress = defineInvariant({
  name: 'an open household is at a standard address of its station',
  kind: 'household',
  check({ view }, { addressId, status, stationCode }) {
    if (status === 'closed') return [];
    const address = view.find('address', addressId)?.data;
    if (!address) return [fault('address-unknown', 'target')];
    const isOther = address.stationCode !== null && address.stationCode !== stationCode;
    return faultsWhere(
      [address.level !== 'room', fault('address-not-room', 'target')],
      [isOther, fault('address-other-station', 'target')],
    );
  },
});

const membershipDays = defineInvariant({
  name: 'nobody leaves a household before joining it',
  kind: 'membership',
  check({ view }, { sinceOn, untilOn, personId, householdId }) {
    const name = view.find('person', personId)?.data.name ?? '';
    const household = view.find('household', householdId)?.data;
    return faultsWhere(
      [untilOn !== null && untilOn < sinceOn, fault('date-order', null, { name })],
      [household?.status === 'closed' && untilOn === null, fault('household-closed', null, { name })],
    );
  },
});

/** What must hold of households and of who is in them. */
export const householdInvariants = [
  openWhileLivedIn,
  oneHead,
  capableHead,
  fittingRelations,
  spouseOfHead,
  atStandardAddress,
  membershipDays,
] as const;
