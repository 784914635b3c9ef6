import { type Member, makeCollective, makeFamily, makeSingle } from './family.ts';
import { Random } from './random.ts';
import { countResidents, sharePersons, type TownStation } from './stations.ts';
import { todayNumber, yearDays } from './town-day.ts';
import { streams } from './town-id.ts';

/** Rooms of different stations never share an index. */
const roomsPerStation = 4_000_000;
/** 户号 the town uses stay below this serial; what a registry leases begins above. */
export const highestHouseholdSerial = 500_000;

/** One household before names. Indexes run through the whole town and give the ids. */
export interface HouseholdPlan {
  readonly index: number;
  readonly firstPerson: number;
  readonly station: TownStation;
  /** Counts from 1 inside the station. */
  readonly serial: number;
  readonly kind: 'family' | 'collective' | 'community';
  readonly roomIndex: number;
  readonly openedDay: number;
  readonly members: readonly Member[];
}

/** A station's part of the town. `rooms`: so many rooms it needs at least, every ninth of them empty. */
export interface StationPlan {
  readonly station: TownStation;
  readonly persons: number;
  readonly firstRoom: number;
  readonly rooms: number;
}

/** The station's `position`-th household lives here: every ninth room stays empty for newcomers. */
function roomOf(firstRoom: number, position: number): number {
  return firstRoom + position + Math.floor(position / 8);
}

function makeMembers(random: Random, serial: number, persons: number): Pick<HouseholdPlan, 'kind' | 'members'> {
  if (serial === 1 && persons >= 10) {
    return { kind: 'community', members: makeCollective(random, Math.min(8, Math.floor(persons / 100)), 40) };
  }
  if (serial === 2 && persons >= 10) {
    return { kind: 'collective', members: makeCollective(random, Math.min(24, Math.floor(persons / 50)), 24) };
  }
  return { kind: 'family', members: makeFamily(random) };
}

/** Opened when the head was grown, in most cases after 1985, when the numbers came. */
function openedDayOf(random: Random, head: Member): number {
  const grown = head.bornDay + Math.ceil(18 * yearDays);
  const earliest = Math.max(grown, todayNumber - 41 * 365);
  return earliest + Math.floor((todayNumber - 3 - earliest) * random.fraction());
}

/** The households of every station in order, the same each time they are asked for. Members and residents add up to `persons`. */
export function* planHouseholds(seed: number, persons: number, stationCode?: string): Generator<HouseholdPlan> {
  let [index, firstPerson] = [0, 0];
  for (const [position, share] of sharePersons(persons, stationCode).entries()) {
    let left = share.persons - countResidents(share.persons);
    for (let serial = 1; left > 0; serial += 1) {
      const random = new Random(seed, streams.household, index);
      const made = makeMembers(random, serial, share.persons);
      const fits = made.members.length <= left;
      const members = fits ? made.members : makeSingle(random);
      const kind = fits ? made.kind : 'family';
      const [head] = members;
      if (!head || serial >= highestHouseholdSerial) throw new RangeError('too many people for one station');
      const openedDay = openedDayOf(random, head);
      const roomIndex = roomOf(position * roomsPerStation, serial - 1);
      yield { index, firstPerson, station: share.station, serial, kind, roomIndex, openedDay, members };
      index += 1;
      firstPerson += members.length;
      left -= members.length;
    }
  }
}

/** What each station needs of rooms, found by going through the households once. */
export function planStations(seed: number, persons: number, stationCode?: string): StationPlan[] {
  const counts = new Map<string, number>();
  for (const { station, serial } of planHouseholds(seed, persons, stationCode)) counts.set(station.stationCode, serial);
  return sharePersons(persons, stationCode).map(({ station, persons: share }, position) => {
    const firstRoom = position * roomsPerStation;
    const households = counts.get(station.stationCode) ?? 0;
    return { station, persons: share, firstRoom, rooms: roomOf(firstRoom, households) - firstRoom + 9 };
  });
}
