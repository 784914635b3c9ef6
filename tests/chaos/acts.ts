import { registerView } from '../../electron/station/store/register-view.ts';
import { statement } from '../../electron/station/store/statements.ts';
import { hasWholeCopy } from '../../electron/station/sync/sync-settings.ts';
import type { Household, Person } from '../../shared/domain/records.ts';
import type { RegisterEffect } from '../../shared/policy/procedure-conduct.ts';
import { entered, numberOf } from '../fixtures/small-people.ts';
import type { Chance } from './chance.ts';
import type { ChaosStation } from './chaos-station.ts';
import { register, reverse } from './register-act.ts';

/** What a clerk asks of the register. */
interface Errand {
  readonly effect: RegisterEffect;
  readonly input: Record<string, unknown>;
}

/** What the acts of one station draw on: its own open households and whom it knows. */
class Counter {
  readonly station: ChaosStation;
  readonly chance: Chance;

  constructor(station: ChaosStation, chance: Chance) {
    this.station = station;
    this.chance = chance;
  }

  get view() {
    return registerView(this.station.database);
  }

  ids(sql: string, ...values: readonly string[]): string[] {
    return statement<string[]>(this.station.database, sql)
      .pluck()
      .all(...values) as string[];
  }

  household(): Household | null {
    const sql =
      "SELECT household_id FROM households WHERE station_code = ? AND status = 'open' ORDER BY household_id LIMIT 3";
    const ids = this.ids(sql, this.station.place.stationCode);
    return ids.length === 0 ? null : (this.view.find('household', this.chance.pick(ids))?.data ?? null);
  }

  members({ householdId }: Household): Person[] {
    const open = this.view.list('membership', 'householdId', householdId).filter(({ data }) => data.untilOn === null);
    return open.flatMap(({ data }) => this.view.find('person', data.personId)?.data ?? []);
  }

  room(): string {
    const sql =
      "SELECT address_id FROM addresses WHERE level = 'room' AND station_code = ? ORDER BY address_id DESC LIMIT 5";
    return this.chance.pick(this.ids(sql, this.station.place.stationCode));
  }

  /** Mostly somebody whom others work on too. */
  anybody(): Person | null {
    const sql = `SELECT person_id FROM memberships WHERE until_on IS NULL
      AND household_id IN (SELECT household_id FROM households WHERE status = 'open') ORDER BY household_id LIMIT 16`;
    const ids = this.ids(sql);
    return ids.length === 0 ? null : (this.view.find('person', this.chance.pick(ids))?.data ?? null);
  }
}

/** Whoever leaves or changes: somebody else is head then, and everybody is somehow related. */
function leaving(members: readonly Person[], { headPersonId }: Household, leaverIds: readonly string[]) {
  const staying = members.filter(({ personId }) => !leaverIds.includes(personId));
  const [heir] = staying;
  const relations = Object.fromEntries(staying.slice(1).map(({ personId }) => [personId, '97']));
  const newHeadId = leaverIds.includes(headPersonId) && staying.length > 1 ? (heir?.personId ?? null) : null;
  return { newHeadId, relations, incapableHeadReason: '家中无其他成年人' };
}

/** Six people from elsewhere who turn up at any station. */
const newcomers = Array.from({ length: 6 }, (_, index) => {
  const bornOn = `199${index}-06-15`;
  const name = `${'韩杨朱秦尤许'[index]}来`;
  return { name, sex: '1' as const, bornOn, citizenId: numberOf(bornOn, '1', index, '210404') };
});

function picked(person: Person, relation: string) {
  const { status: _, endedOn: __, endReason: ___, formerCitizenIds: ____, ...rest } = person;
  return { ...rest, relation, fromDivision: null, fromClass: null };
}

function target(counter: Counter) {
  const household = counter.chance.happens(50) ? counter.household() : null;
  return household
    ? ({ household: 'join', householdId: household.householdId } as const)
    : ({ household: 'new', addressId: counter.room() } as const);
}

const errands = {
  birth(counter) {
    const household = counter.household();
    const mother = household && counter.members(household).find(({ sex, bornOn }) => sex === '2' && bornOn < '2006');
    if (!household || !mother) return null;
    const sex = counter.chance.pick(['1', '2'] as const);
    const today = counter.station.now().slice(0, 10);
    const child = entered({
      name: `新${counter.chance.pick([...'一二三四五六七八九'])}`,
      sex,
      bornOn: today,
      relation: '97',
      citizenId: null,
    });
    const input = { ground: 'birth', subject: household.householdId, people: [child], motherId: mother.personId };
    return { effect: 'enter-person', input };
  },
  death(counter) {
    const household = counter.household();
    if (!household) return null;
    const members = counter.members(household);
    if (members.length === 0) return null;
    const { personId: subject } = counter.chance.pick(members);
    const endedOn = counter.station.now().slice(0, 10);
    return {
      effect: 'cancel-person',
      input: { subject, reason: 'death', endedOn, ...leaving(members, household, [subject]) },
    };
  },
  head(counter) {
    const household = counter.household();
    const others =
      household && counter.members(household).filter(({ personId }) => personId !== household.headPersonId);
    if (!household || !others || others.length === 0) return null;
    const { personId: newHeadId } = counter.chance.pick(others);
    const all = counter.members(household).filter(({ personId }) => personId !== newHeadId);
    const relations = Object.fromEntries(all.map(({ personId }) => [personId, '97']));
    const input = { subject: household.householdId, newHeadId, relations, incapableHeadReason: '家中无其他成年人' };
    return { effect: 'change-head', input };
  },
  split(counter) {
    const household = counter.household();
    const members = household ? counter.members(household) : [];
    if (!household || members.length < 2) return null;
    const { personId } = counter.chance.pick(members);
    const input = { subject: household.householdId, memberIds: [personId], splitHeadId: personId };
    return { effect: 'split-household', input: { ...input, ...leaving(members, household, [personId]) } };
  },
  move(counter) {
    const person = counter.anybody();
    const place =
      person && counter.view.list('membership', 'personId', person.personId).find(({ data }) => data.untilOn === null);
    const left = place && counter.view.find('household', place.data.householdId)?.data;
    if (!person || !left) return null;
    const to = target(counter);
    const people = [picked(person, to.household === 'new' ? '02' : '97')];
    return {
      effect: 'move-within',
      input: { people, target: to, ...leaving(counter.members(left), left, [person.personId]) },
    };
  },
  arrive(counter) {
    const to = target(counter);
    const relation = to.household === 'new' ? '02' : '97';
    const who = entered({ ...counter.chance.pick(newcomers), relation, fromDivision: '210404', fromClass: 'rural' });
    return { effect: 'move-in', input: { people: [who], target: to } };
  },
  leave(counter) {
    const household = counter.household();
    const members = household ? counter.members(household) : [];
    if (!household || members.length === 0) return null;
    const { personId: subject } = counter.chance.pick(members);
    const where = { toDivision: '220106', toAddress: '吉林省长春市绿园区某路1号', reason: 'work' };
    return { effect: 'move-out', input: { subject, ...where, ...leaving(members, household, [subject]) } };
  },
  item(counter) {
    const household = counter.household();
    const members = household ? counter.members(household) : [];
    if (members.length === 0) return null;
    const { personId: subject } = counter.chance.pick(members);
    return { effect: 'change-item', input: { subject, item: 'other', workplace: `单位${counter.chance.below(1000)}` } };
  },
  /** What no database stores; the registry refuses it by itself and goes on with the others. */
  poison(counter) {
    const household = counter.household();
    const members = household ? counter.members(household) : [];
    if (members.length === 0) return null;
    const { personId: subject } = counter.chance.pick(members);
    return {
      effect: 'change-item',
      input: { subject, item: 'other', workplace: counter.chance.pick(['单位\u0000', '单位\ud800']) },
    };
  },
  certificate(counter) {
    const household = counter.household();
    const members = household ? counter.members(household) : [];
    if (members.length === 0) return null;
    return {
      effect: 'issue-certificate',
      input: { subject: counter.chance.pick(members).personId, kind: 'other-by-law', body: '情况属实' },
    };
  },
  reside(counter) {
    const who = entered({
      ...counter.chance.pick(newcomers),
      relation: '97',
      fromDivision: '210404',
      fromClass: 'rural',
    });
    const people = [{ ...who, hukouDivision: '210404', hukouClass: 'rural', hukouAddress: '辽宁省抚顺市某村' }];
    return {
      effect: 'enter-residence',
      input: { people, addressId: counter.room(), basis: 'rented', purpose: 'work' },
    };
  },
} satisfies Record<string, (counter: Counter) => Errand | null>;

const weights: Readonly<Record<keyof typeof errands | 'reverse', number>> = {
  birth: 3,
  death: 3,
  head: 3,
  split: 3,
  move: 5,
  arrive: 5,
  leave: 2,
  item: 5,
  poison: 1,
  certificate: 1,
  reside: 2,
  reverse: 4,
};

/** Something happens at a counter. Answers what, and the event's id where it was registered. */
export function actAt(
  station: ChaosStation,
  chance: Chance,
): { readonly act: string; readonly eventId: string | null } {
  const act = chance.weighed(weights);
  if (!hasWholeCopy(station.database)) return { act: `${act}, without a copy`, eventId: null };
  if (act === 'reverse') return { act, eventId: reverse(station, chance) };
  const errand = errands[act](new Counter(station, chance));
  return { act, eventId: errand ? register(station, errand.effect, errand.input) : null };
}
