import { areas } from './citizen-numbers.ts';
import type { Member } from './family.ts';
import type { FreeRoom, FreeRooms } from './free-rooms.ts';
import { Random } from './random.ts';
import { makeResidentDates, type ResidentDates, wishOf } from './resident-dates.ts';
import { countResidents, sharePersons, type TownStation } from './stations.ts';
import { ageOf, todayNumber, yearDays } from './town-day.ts';
import { streams } from './town-id.ts';

/** Somebody registered in another city who lives here, before the name. Indexes run through the whole town. */
export interface ResidentPlan {
  readonly index: number;
  readonly station: TownStation;
  readonly room: FreeRoom;
  readonly member: Member;
  readonly area: (typeof areas)[number];
  readonly dates: ResidentDates;
}

/** The residents of every station in order, the same each time they are asked for. Permits are for city and town (article 7). */
export function* planResidents(
  seed: number,
  { persons, stationCode }: { readonly persons: number; readonly stationCode?: string },
  rooms: FreeRooms,
): Generator<ResidentPlan> {
  let index = 0;
  for (const { station, persons: share } of sharePersons(persons, stationCode)) {
    for (let position = 0; position < countResidents(share); position += 1) {
      const room = rooms.find(station.stationCode, position);
      if (!room) throw new RangeError('no room is free for a resident');
      const random = new Random(seed, streams.resident, index);
      const wish = room.urbanRural === 'rural' ? 'none' : wishOf(index);
      const member = makeMember(random);
      const area = random.pick(areas.filter((each) => !each.startsWith('2204')));
      yield { index, station, room, member, area, dates: makeResidentDates(random, wish) };
      index += 1;
    }
  }
}

function makeMember(random: Random): Member {
  const bornDay = Math.floor(todayNumber - random.between(19, 58) * yearDays - random.below(364)) - 1;
  const isMarried = ageOf(bornDay) >= 24 && random.chance(0.6);
  return { sex: random.chance(0.55) ? '1' : '2', bornDay, relation: '02', marital: isMarried ? '20' : '10', line: 0 };
}
