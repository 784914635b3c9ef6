import { checkDigit } from '../../domain/citizen-number.ts';
import type { Person } from '../../domain/records.ts';
import type { RegisterView } from '../view.ts';
import { defineInvariant, type Fault, fault, faultsWhere } from './breach.ts';

/** GB/T 2261.2: 未婚, 丧偶, 离婚: nobody of these has a living spouse. */
const unmarried: readonly string[] = ['10', '30', '40'];
const endedStates: readonly string[] = ['moved-out', 'dead', 'cancelled'];

function countPlaces(view: RegisterView, personId: string): number {
  return view.list('membership', 'personId', personId).filter(({ data }) => data.untilOn === null).length;
}

const onePlace = defineInvariant({
  name: 'one person, one place',
  kind: 'person',
  check({ view }, { personId, name }) {
    return faultsWhere([countPlaces(view, personId) > 1, fault('person-elsewhere', 'people', { name })]);
  },
});

const registeredIsMember = defineInvariant({
  name: 'registered exactly while in a household',
  kind: 'person',
  check({ view }, { personId, name, status }) {
    const isMember = countPlaces(view, personId) > 0;
    return faultsWhere(
      [status === 'registered' && !isMember, fault('person-not-registered', null, { name })],
      [status !== 'registered' && isMember, fault('person-still-registered', null, { name })],
    );
  },
});

const endHasDay = defineInvariant({
  name: 'an ended registration says when it ended',
  kind: 'person',
  check({ today }, { name, status, bornOn, endedOn }) {
    const hasEnded = endedStates.includes(status);
    return faultsWhere(
      [hasEnded && endedOn === null, fault('date-needed', null, { name })],
      [status === 'registered' && endedOn !== null, fault('date-order', null, { name })],
      [endedOn !== null && endedOn < bornOn, fault('date-before-birth', null, { name })],
      [bornOn > today || (endedOn ?? '') > today, fault('date-future', null, { name })],
    );
  },
});

const oneSpouse = defineInvariant({
  name: 'at most one living spouse',
  kind: 'person',
  check({ view }, person) {
    const { personId, name, spouseId, maritalStatus } = person;
    const namedBy = view.list('person', 'spouseId', personId).filter(({ data }) => data.personId !== spouseId);
    const spouse = spouseId === null ? null : view.find('person', spouseId)?.data;
    return [
      ...faultsWhere(
        [namedBy.length > 0, fault('spouse-twice', null, { name })],
        [spouseId !== null && unmarried.includes(maritalStatus), fault('spouse-unmarried', null, { name })],
      ),
      ...(spouse ? spouseFaults(person, spouse) : []),
    ];
  },
});

function spouseFaults({ personId, sex, name }: Person, spouse: Person): Fault[] {
  return faultsWhere(
    [spouse.spouseId !== personId, fault('spouse-twice', null, { name: spouse.name })],
    [spouse.status === 'dead', fault('spouse-dead', null, { name: spouse.name })],
    [spouse.sex === sex, fault('spouse-same-sex', null, { name })],
  );
}

const deadAreDone = defineInvariant({
  name: 'nobody lives on in the register of the dead',
  kind: 'person',
  check({ view }, { personId, name, status, spouseId }) {
    if (status !== 'dead') return [];
    const residence = view.list('residence', 'personId', personId).some(({ data }) => data.endedOn === null);
    const permit = view.list('permit', 'personId', personId).some(({ data }) => data.status === 'active');
    return faultsWhere(
      [spouseId !== null, fault('spouse-dead', null, { name })],
      [residence || permit, fault('person-dead', null, { name })],
    );
  },
});

const parentsOlder = defineInvariant({
  name: 'a child is younger than its father and its mother',
  kind: 'person',
  check({ view }, { name, bornOn, fatherId, motherId }) {
    const parents = [
      { parent: fatherId === null ? null : view.find('person', fatherId)?.data, sex: '1', field: 'fatherId' },
      { parent: motherId === null ? null : view.find('person', motherId)?.data, sex: '2', field: 'motherId' },
    ];
    return parents.flatMap(({ parent, sex, field }) =>
      parent
        ? faultsWhere(
            [parent.sex !== sex, fault('parent-sex', field, { name: parent.name })],
            [parent.bornOn >= bornOn, fault('child-older', field, { name, parent: parent.name })],
          )
        : [],
    );
  },
});

/** GB 11643: digits 7–14 are the birth date, the 17th is odd for a man, the 18th follows from the others. */
const numberAgrees = defineInvariant({
  name: 'the citizen number agrees with sex and birth date',
  kind: 'person',
  check(_, { name, citizenId, sex, bornOn }) {
    const digits = citizenId.slice(0, 17);
    const agrees =
      /^\d{17}$/.test(digits) &&
      citizenId.slice(6, 14) === bornOn.replaceAll('-', '') &&
      Number(citizenId.charAt(16)) % 2 === (sex === '1' ? 1 : 0) &&
      checkDigit(digits) === citizenId.charAt(17);
    return faultsWhere([!agrees, fault('number-not-possible', null, { name })]);
  },
});

const settledHere = defineInvariant({
  name: 'whoever is registered here needs no residence registration and no permit',
  kind: 'person',
  check({ view }, { personId, name, status }) {
    if (status !== 'registered') return [];
    const residence = view.list('residence', 'personId', personId).some(({ data }) => data.endedOn === null);
    const permit = view.list('permit', 'personId', personId).some(({ data }) => data.status === 'active');
    return faultsWhere([residence || permit, fault('residence-registered-here', null, { name })]);
  },
});

/** What must hold of persons. */
export const personInvariants = [
  onePlace,
  registeredIsMember,
  endHasDay,
  oneSpouse,
  deadAreDone,
  parentsOlder,
  numberAgrees,
  settledHere,
] as const;
