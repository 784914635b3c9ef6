import { makeHouseholdNumber } from '../../shared/domain/household-number.ts';
import { Address, Household, Membership, Person } from '../../shared/domain/records.ts';
import type { VersionedRecord } from '../../shared/domain/register-records.ts';
import { blankPerson, idOf, numberOf } from '../fixtures/small-people.ts';

/** Four stations of the made-up city: two urban ones, and two of one county. */
export const townStations = ['220403010000', '220402010000', '220421100000', '220421110000'] as const;

const householdsPerStation = 10;
const roomsPerStation = 14;
const surnames = ['周', '吴', '郑', '王', '冯', '陈', '褚', '卫', '蒋', '沈'];

interface Station {
  readonly stationCode: string;
  readonly place: number;
}

const base = ({ place }: Station): number => (place + 1) * 10_000;
const roomId = (station: Station, room: number): string => idOf(base(station) + 100 + room);

function addressesOf(station: Station): VersionedRecord[] {
  const { stationCode } = station;
  const division = stationCode.slice(0, 6) === '220403' ? '220402' : stationCode.slice(0, 6);
  const common = { division, urbanRural: 'urban', stationCode, isFrozen: false } as const;
  const community = idOf(base(station));
  const lines = Array.from({ length: roomsPerStation }, (_, room) => ({
    ...common,
    addressId: roomId(station, room),
    parentId: community,
    level: 'room' as const,
    name: `${room + 1}室`,
    fullName: `试验市第${station.place + 1}社区${room + 1}室`,
    isFrozen: room === roomsPerStation - 1,
  }));
  const name = `第${station.place + 1}社区`;
  const top = { ...common, addressId: community, parentId: null, level: 'community' as const, name, fullName: name };
  return [top, ...lines].map((line) => {
    const data = Address.parse(line);
    return { kind: 'address', id: data.addressId, version: 1, data };
  });
}

const roles = [
  { sex: '1', relation: '02', age: 40 },
  { sex: '2', relation: '12', age: 38 },
  { sex: '1', relation: '20', age: 19 },
  { sex: '2', relation: '30', age: 8 },
] as const;

/** Couples with one or two children, and in every third household somebody who lives alone. */
function membersOf(home: number): readonly (typeof roles)[number][] {
  return home % 3 === 2 ? roles.slice(0, 1) : roles.slice(0, 3 + (home % 2));
}

const personId = (station: Station, home: number, member: number): string =>
  idOf(base(station) + 1000 + home * 10 + member);

function personOf(station: Station, home: number, member: number): Person {
  const role = roles[member] ?? roles[0];
  const bornOn = `${2026 - role.age}-${String(1 + home).padStart(2, '0')}-${String(10 + station.place).padStart(2, '0')}`;
  const isCouple = membersOf(home).length > 1;
  const isChild = member > 1;
  return Person.parse({
    ...blankPerson,
    personId: personId(station, home, member),
    citizenId: numberOf(bornOn, role.sex, home),
    name: `${surnames[home] ?? '周'}${'甲乙丙丁'[member]}${'东南西北'[station.place]}`,
    sex: role.sex,
    bornOn,
    maritalStatus: isCouple && !isChild ? '20' : '10',
    spouseId: isCouple && !isChild ? personId(station, home, 1 - member) : null,
    fatherId: isChild ? personId(station, home, 0) : null,
    motherId: isChild ? personId(station, home, 1) : null,
  });
}

const homes = Array.from({ length: householdsPerStation }, (_, home) => home);

function peopleOf(station: Station): VersionedRecord[] {
  return homes.flatMap((home) =>
    membersOf(home).map((_, member): VersionedRecord => {
      const data = personOf(station, home, member);
      return { kind: 'person', id: data.personId, version: 1, data };
    }),
  );
}

const householdId = (station: Station, home: number): string => idOf(base(station) + 2000 + home);

function householdsOf(station: Station): VersionedRecord[] {
  return homes.map((home) => {
    const data = Household.parse({
      householdId: householdId(station, home),
      stationCode: station.stationCode,
      number: makeHouseholdNumber(station.stationCode, home + 1),
      kind: 'family',
      addressId: roomId(station, home),
      headPersonId: personId(station, home, 0),
      status: 'open',
      openedOn: '2020-01-01',
      closedOn: null,
      unitName: null,
    });
    return { kind: 'household', id: data.householdId, version: 1, data };
  });
}

function membershipsOf(station: Station): VersionedRecord[] {
  return homes.flatMap((home) =>
    membersOf(home).map(({ relation }, member): VersionedRecord => {
      const data = Membership.parse({
        membershipId: idOf(base(station) + 3000 + home * 10 + member),
        householdId: householdId(station, home),
        personId: personId(station, home, member),
        relation,
        sinceOn: '2020-01-01',
        untilOn: null,
      });
      return { kind: 'membership', id: data.membershipId, version: 1, data };
    }),
  );
}

/** The town as a registry begins with it: ten households at each station, four rooms free, one of them frozen. */
export function makeSmallTown(): VersionedRecord[] {
  const stations = townStations.map((stationCode, place) => ({ stationCode, place }));
  return [addressesOf, peopleOf, householdsOf, membershipsOf].flatMap((make) => stations.flatMap(make));
}
