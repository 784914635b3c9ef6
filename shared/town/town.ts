import { makeHouseholdNumber } from '../domain/household-number.ts';
import type { Household, Membership } from '../domain/records.ts';
import type { VersionedRecord } from '../domain/register-records.ts';
import { listTownAddresses } from './addresses.ts';
import { CitizenNumbers } from './citizen-numbers.ts';
import { FreeRooms } from './free-rooms.ts';
import { type HouseholdPlan, planHouseholds, planStations } from './households.ts';
import { type Line, makeLine } from './names.ts';
import { makePerson, staysOf } from './person-details.ts';
import { seedNumber } from './random.ts';
import { makePermit, makeResidence, makeResident } from './resident-records.ts';
import { planResidents, type ResidentPlan } from './residents.ts';
import { dayText } from './town-day.ts';
import { streams, townId } from './town-id.ts';

export interface TownRequest {
  /** How many persons: those who died or moved out (about one in a hundred) and residents from elsewhere included. */
  readonly persons: number;
  /** The same seed gives the same town to the byte. */
  readonly seed: string | number;
  /** Everyone under this station. Absent: 南康派出所 below 100,000 persons, all 34 stations from there on. */
  readonly stationCode?: string;
}

/**
 * A made-up town in the order of a snapshot: addresses, persons, households, memberships, residence registrations, permits, each with
 * version 1. Families make sense, names and numbers are invented (see citizen-numbers.ts for how a number shows it), and memory stays flat:
 * each pass makes the households anew from the seed. Throws RangeError for a count below 1 or a station not of Liaoyuan.
 */
export function* makeTown(request: TownRequest): Generator<VersionedRecord> {
  const { persons, stationCode } = request;
  if (!Number.isInteger(persons) || persons < 1) throw new RangeError('a town has at least one person');
  const seed = seedNumber(request.seed);
  const rooms = new FreeRooms();
  for (const data of listTownAddresses(seed, planStations(seed, persons, stationCode))) {
    rooms.pass(data);
    yield { kind: 'address', id: data.addressId, version: 1, data };
  }
  const plans = () => planHouseholds(seed, persons, stationCode);
  const residents = () => planResidents(seed, request, rooms);
  const numbers = new CitizenNumbers();
  for (const plan of plans()) yield* listPersons(seed, plan, numbers);
  for (const plan of residents()) yield residentRecord(seed, plan, numbers);
  for (const plan of plans()) yield householdRecord(seed, plan);
  for (const plan of plans()) yield* listMemberships(seed, plan);
  for (const plan of residents()) yield residenceRecord(seed, plan);
  for (const plan of residents()) yield* listPermits(seed, plan);
}

function* listPersons(seed: number, plan: HouseholdPlan, numbers: CitizenNumbers): Generator<VersionedRecord> {
  const lines: Line[] = [];
  for (const [position, member] of plan.members.entries()) {
    const line = lines[member.line] ?? makeLine(seed, plan, member.line);
    lines[member.line] = line;
    const data = makePerson(seed, plan, plan.firstPerson + position, member, line, numbers);
    yield { kind: 'person', id: data.personId, version: 1, data };
  }
}

function householdRecord(seed: number, plan: HouseholdPlan): VersionedRecord {
  const { stationCode } = plan.station;
  const data: Household = {
    householdId: townId(seed, streams.householdId, plan.index),
    stationCode,
    number: makeHouseholdNumber(stationCode, plan.serial),
    kind: plan.kind,
    addressId: townId(seed, streams.roomId, plan.roomIndex),
    headPersonId: townId(seed, streams.personId, plan.firstPerson),
    status: 'open',
    openedOn: dayText(plan.openedDay),
    closedOn: null,
    unitName: null,
  };
  return { kind: 'household', id: data.householdId, version: 1, data };
}

function* listMemberships(seed: number, plan: HouseholdPlan): Generator<VersionedRecord> {
  for (const [position, member] of plan.members.entries()) {
    const { since, until } = staysOf(plan, member);
    const data: Membership = {
      membershipId: townId(seed, streams.membershipId, plan.firstPerson + position),
      householdId: townId(seed, streams.householdId, plan.index),
      personId: townId(seed, streams.personId, plan.firstPerson + position),
      relation: member.relation,
      sinceOn: dayText(since),
      untilOn: until === null ? null : dayText(until),
    };
    yield { kind: 'membership', id: data.membershipId, version: 1, data };
  }
}

function residentRecord(seed: number, plan: ResidentPlan, numbers: CitizenNumbers): VersionedRecord {
  const data = makeResident(seed, plan, numbers);
  return { kind: 'person', id: data.personId, version: 1, data };
}

function residenceRecord(seed: number, plan: ResidentPlan): VersionedRecord {
  const data = makeResidence(seed, plan);
  return { kind: 'residence', id: data.residenceId, version: 1, data };
}

function* listPermits(seed: number, plan: ResidentPlan): Generator<VersionedRecord> {
  const data = makePermit(seed, plan, makeResidence(seed, plan));
  if (data) yield { kind: 'permit', id: data.permitId, version: 1, data };
}

/** How many records of each kind that occurs makeTown gives for the same request; half its time or less. */
export function countTown({ persons, seed, stationCode }: TownRequest): Readonly<Record<string, number>> {
  const number = seedNumber(seed);
  const rooms = new FreeRooms();
  let [address, household, residence, permit] = [0, 0, 0, 0];
  for (const data of listTownAddresses(number, planStations(number, persons, stationCode))) {
    rooms.pass(data);
    address += 1;
  }
  for (const _ of planHouseholds(number, persons, stationCode)) household += 1;
  for (const { dates } of planResidents(number, { persons, stationCode }, rooms)) {
    residence += 1;
    if (dates.permit) permit += 1;
  }
  const counts = { address, person: persons, household, membership: persons - residence, residence, permit };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
