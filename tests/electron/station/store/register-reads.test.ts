import { afterAll, describe, expect, it } from 'vitest';
import {
  addressPath,
  findAddress,
  findStationArea,
  listAddressChildren,
  searchAddresses,
} from '../../../../electron/station/store/addresses.ts';
import {
  findHousehold,
  findHouseholdByNumber,
  findOpenMembership,
  getHousehold,
  listMembers,
  listOpenHouseholdsAt,
} from '../../../../electron/station/store/households.ts';
import { findPerson, findPersonByNumber } from '../../../../electron/station/store/persons.ts';
import { Town } from '../../../shared/town/town-of-test.ts';
import { FilledCopy, here } from './filled-copy.ts';

const request = { persons: 1200, seed: 'reads' };
const town = new Town(request);
const copy = new FilledCopy(request);
afterAll(() => copy.close());
const { database } = copy;
const nobody = '019b76da-a800-7000-8000-000000000000';

describe('records come back as they were written', () => {
  it('persons, by id and by number', () => {
    for (const person of town.persons.slice(0, 300)) {
      const stored = { id: person.personId, version: 1, provisionalEventId: null, data: person };
      expect(findPerson(database, person.personId)).toEqual(stored);
      expect(findPersonByNumber(database, person.citizenId)).toEqual(stored);
    }
  });

  it('households, by id and by 户号', () => {
    for (const household of town.households.slice(0, 200)) {
      const stored = { id: household.householdId, version: 1, provisionalEventId: null, data: household };
      expect(getHousehold(database, household.householdId)).toEqual(stored);
      expect(findHouseholdByNumber(database, household.stationCode, household.number)).toEqual(stored);
    }
  });

  it('addresses, the frozen ones frozen', () => {
    for (const address of town.addresses) expect(findAddress(database, address.addressId)?.data).toEqual(address);
  });

  it('what is not there is null, and getHousehold throws', () => {
    expect(findPerson(database, nobody)).toBeNull();
    expect(findPersonByNumber(database, '220402199001010013')).toBeNull();
    expect(findHousehold(database, nobody)).toBeNull();
    expect(findOpenMembership(database, nobody)).toBeNull();
    expect(findAddress(database, nobody)).toBeNull();
    expect(() => getHousehold(database, nobody)).toThrow('no household');
  });
});

describe('a household', () => {
  it('lists who is in it now, the head first', () => {
    for (const { householdId } of town.households.slice(0, 200)) {
      const members = listMembers(database, householdId);
      const expected = town.membersOf(householdId).map(({ person }) => person.personId);
      expect(members.map(({ person }) => person.id).toSorted()).toEqual(expected.toSorted());
      expect(members[0]?.membership.data.relation).toBe('02');
    }
  });

  it('is found at its address while it is open', () => {
    const { addressId, householdId } = town.households[7] ?? expect.unreachable();
    expect(listOpenHouseholdsAt(database, addressId).map(({ id }) => id)).toEqual([householdId]);
    database.prepare(`UPDATE households SET status = 'closed' WHERE household_id = ?`).run(householdId);
    expect(listOpenHouseholdsAt(database, addressId)).toEqual([]);
  });

  it('is where an open membership leads, and nowhere for who died', () => {
    const { membership } = town.members()[3] ?? expect.unreachable();
    expect(findOpenMembership(database, membership.personId)?.data).toEqual(membership);
    const dead = town.persons.find(({ status }) => status === 'dead') ?? expect.unreachable();
    expect(findOpenMembership(database, dead.personId)).toBeNull();
  });
});

describe('the address tree', () => {
  const room = town.addresses.find(({ level, isFrozen }) => level === 'room' && !isFrozen) ?? expect.unreachable();

  it('begins with the province and tells who has children', () => {
    expect(listAddressChildren(database, null)).toMatchObject([{ address: { name: '吉林省' }, hasChildren: true }]);
    expect(listAddressChildren(database, room.parentId).every(({ hasChildren }) => !hasChildren)).toBe(true);
    expect(listAddressChildren(database, room.addressId)).toEqual([]);
  });

  it('sorts 10号楼 behind 9号楼', () => {
    const compound = town.addresses.find(({ level }) => level === 'compound') ?? expect.unreachable();
    const names = listAddressChildren(database, compound.addressId).map(({ address }) => address.name);
    expect(names).toEqual(names.map((_, index) => `${index + 1}号楼`));
    const rooms = listAddressChildren(database, room.parentId).map(({ address }) => Number.parseInt(address.name, 10));
    expect(rooms).toEqual(rooms.toSorted((a, b) => a - b));
  });

  it('gives the path from the province to the room', () => {
    const path = addressPath(database, room.addressId);
    expect(path.map(({ level }) => level)).toEqual([
      ...[
        'division',
        'division',
        'division',
        'township',
        'community',
        'street',
        'compound',
        'building',
        'unit',
        'room',
      ],
    ]);
    expect(path.at(-1)).toEqual(room);
    expect(addressPath(database, nobody)).toEqual([]);
  });

  it('ends for a path that goes round in a circle', () => {
    const [a, b] = ['019b76da-a800-7000-8000-00000000000a', '019b76da-a800-7000-8000-00000000000b'];
    const insert = database.prepare(
      `INSERT INTO addresses (address_id, parent_id, level, name, full_name, initials, division, urban_rural, station_code, is_frozen, version)
       SELECT ?, ?, level, name, full_name || ?, initials, division, urban_rural, station_code, is_frozen, version
       FROM addresses WHERE level = 'compound' LIMIT 1`,
    );
    insert.run(a, b, 'a');
    insert.run(b, a, 'b');
    expect(addressPath(database, a).length).toBeLessThanOrEqual(12);
    expect(searchAddresses(database, '吉林 家园 9 9 909').length).toBeGreaterThanOrEqual(0);
    database.prepare('DELETE FROM addresses WHERE address_id IN (?, ?)').run(a, b);
  });

  it('knows the township of a station', () => {
    expect(findStationArea(database, here)).toMatchObject({
      name: '南康街道',
      division: '220402',
      urbanRural: 'urban',
    });
    expect(findStationArea(database, '110101000000')).toBeNull();
  });
});

describe('searching addresses', () => {
  const room = town.addresses.findLast(({ level }) => level === 'room') ?? expect.unreachable();
  const path = addressPath(database, room.addressId);
  const nameOf = (level: string) => path.find((address) => address.level === level)?.name ?? '';
  const [compound, street] = [nameOf('compound'), nameOf('street')];
  const numbers = ['building', 'unit', 'room'].map((level) => Number.parseInt(nameOf(level), 10));
  const found = (text: string) => searchAddresses(database, text, here).map(({ address }) => address.addressId);

  it.each([
    [`${compound} ${numbers.join(' ')}`],
    [`${compound}${numbers.join('-')}`],
    [`${compound.slice(0, 2)} ${numbers.join(' ')}`],
    [`${street} ${numbers.join(' ')}`],
    [`南康 ${street} ${compound} ${numbers.join(' ')}`],
    [room.fullName],
    [`${compound}${numbers[0]}号楼${numbers[1]}单元${numbers[2]}室`],
  ])('finds a room by %s', (text) => {
    expect(found(text)).toContain(room.addressId);
  });

  it('finds a compound by the initials of its name', () => {
    const initials = database.prepare('SELECT initials FROM addresses WHERE name = ?').pluck().get(compound);
    expect(found(String(initials))).toContain(path.find(({ level }) => level === 'compound')?.addressId);
  });

  it('takes the beginning of the last number while it is typed', () => {
    const rooms = searchAddresses(
      database,
      `${compound} ${numbers[0]} ${numbers[1]} ${String(numbers[2]).slice(0, 1)}`,
    );
    expect(rooms.length).toBeGreaterThan(0);
    expect(rooms.every(({ address }) => address.name.startsWith(String(numbers[2]).slice(0, 1)))).toBe(true);
  });

  it.each(['', '   ', '501', '不存在之地', '%', '_', "'"])('finds nothing for %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('answers at most 30', () => {
    expect(found('1').length).toBe(0);
    expect(found(`${compound.slice(0, 2)} 1`).length).toBeLessThanOrEqual(30);
    expect(found('路 1').length).toBeLessThanOrEqual(30);
  });
});
