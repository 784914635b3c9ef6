import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import { findCode } from '../../../shared/domain/codes.ts';
import { isKnownArea, listTownships } from '../../../shared/domain/divisions.ts';
import { listNameProblems } from '../../../shared/domain/names.ts';
import { ageOn, compareDays } from '../../../shared/domain/plain-date.ts';
import { listStations } from '../../../shared/domain/police-orgs.ts';
import { VersionedRecord } from '../../../shared/domain/register-records.ts';
import { highestHouseholdSerial } from '../../../shared/town/households.ts';
import { sharePersons, townStations } from '../../../shared/town/stations.ts';
import { countTown, makeTown, type TownRequest } from '../../../shared/town/town.ts';
import { townDay } from '../../../shared/town/town-day.ts';
import { Town } from './town-of-test.ts';

const town = new Town({ persons: 6000, seed: 'laws' });

function sumOf(request: TownRequest): string {
  const hash = createHash('sha256');
  for (const record of makeTown(request)) hash.update(JSON.stringify(record));
  return hash.digest('hex');
}

describe('the same town again', () => {
  it('has the same bytes for the same seed', () => {
    expect(sumOf({ persons: 700, seed: 'a' })).toBe(sumOf({ persons: 700, seed: 'a' }));
  });

  it('has other people for another seed', () => {
    expect(sumOf({ persons: 700, seed: 'a' })).not.toBe(sumOf({ persons: 700, seed: 'b' }));
  });

  it.each([1, 2, 9, 10, 523])('has exactly %i persons when asked for so many', (persons) => {
    expect(new Town({ persons, seed: 4 }).persons).toHaveLength(persons);
  });

  it('counts beforehand what it then makes', () => {
    const made: Record<string, number> = {};
    for (const { kind } of town.records) made[kind] = (made[kind] ?? 0) + 1;
    expect(countTown({ persons: 6000, seed: 'laws' })).toEqual(made);
  });

  it('refuses a town of nobody and a station of another city', () => {
    expect(() => [...makeTown({ persons: 0, seed: 1 })]).toThrow(RangeError);
    expect(() => [...makeTown({ persons: 5, seed: 1, stationCode: '110101000000' })]).toThrow(RangeError);
  });
});

describe('records', () => {
  it('all keep to the schemas and to the order of a snapshot', () => {
    const order = ['address', 'person', 'household', 'membership', 'residence', 'permit'];
    let reached = 0;
    for (const record of makeTown({ persons: 800, seed: 'order' })) {
      VersionedRecord.parse(record);
      expect(record.version).toBe(1);
      expect(order.indexOf(record.kind)).toBeGreaterThanOrEqual(reached);
      reached = order.indexOf(record.kind);
    }
  });

  it('have ids of their own in the shape of version 7', () => {
    const ids = town.records.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toEqual([]);
  });

  it('use only codes of the tables', () => {
    for (const person of town.persons) {
      expect(findCode('marital', person.maritalStatus)).not.toBeNull();
      expect(findCode('ethnicity', person.ethnicity)).not.toBeNull();
      if (person.education) expect(findCode('education', person.education)).not.toBeNull();
      if (person.military) expect(findCode('military', person.military)).not.toBeNull();
    }
    for (const { relation } of town.memberships) expect(findCode('relation', relation)).not.toBeNull();
  });
});

describe('citizen numbers', () => {
  it('are valid, agree with birth and sex and occur once', () => {
    for (const person of town.persons) {
      const reading = readCitizenNumber(person.citizenId, { today: townDay, isKnownArea });
      expect(reading).toMatchObject({ valid: true, birthDate: person.bornOn, sex: person.sex });
    }
    expect(new Set(town.persons.map(({ citizenId }) => citizenId)).size).toBe(town.persons.length);
  });

  it('bear the sequence codes kept for centenarians, whom the town has none of, so that they are nobody’s', () => {
    const sequences = new Set(town.persons.map(({ citizenId }) => citizenId.slice(14, 17)));
    expect([...sequences].every((sequence) => Number(sequence) >= 990)).toBe(true);
    expect(Math.max(...town.persons.map(({ bornOn }) => ageOn(bornOn, townDay)))).toBeLessThan(100);
  });
});

describe('households', () => {
  it('have exactly one head, who is in the household', () => {
    for (const household of town.households) {
      const heads = town.membersOf(household.householdId).filter(({ membership }) => membership.relation === '02');
      expect(heads.map(({ person }) => person.personId)).toEqual([household.headPersonId]);
    }
  });

  it('hold everyone registered once, and nobody who died or moved out', () => {
    const open = town.memberships.filter(({ untilOn }) => untilOn === null).map(({ personId }) => personId);
    const registered = town.persons.filter(({ status }) => status === 'registered').map(({ personId }) => personId);
    expect(open.toSorted()).toEqual(registered.toSorted());
    expect(new Set(open).size).toBe(open.length);
  });

  it('join spouses of different sex who are both married', () => {
    for (const { head, spouse } of town.couples()) {
      expect(head.sex).not.toBe(spouse.sex);
      expect([head.maritalStatus, spouse.maritalStatus].every((code) => ['20', '22'].includes(code))).toBe(true);
      expect(Math.min(ageOn(head.bornOn, townDay), ageOn(spouse.bornOn, townDay))).toBeGreaterThanOrEqual(22);
    }
    expect([...town.couples()].length).toBeGreaterThan(1000);
  });

  it('have parents at least 18 years older than their children', () => {
    for (const { parent, child } of town.parents()) {
      expect(ageOn(parent.bornOn, child.bornOn)).toBeGreaterThanOrEqual(18);
    }
    expect([...town.parents()].length).toBeGreaterThan(1000);
  });

  it('give children a surname of their parents', () => {
    for (const { parents, child } of town.children()) {
      const surnames = parents.map(({ name }) => name.split('·')[0]?.slice(0, 1));
      if (!child.name.includes('·')) expect(surnames).toContain(child.name.slice(0, 1));
    }
  });

  it('have 户号 that are unique in their station and below the serials that are leased', () => {
    const keys = town.households.map(({ stationCode, number }) => stationCode + number);
    expect(new Set(keys).size).toBe(keys.length);
    expect(town.households.every(({ number }) => Number(number.slice(3)) < highestHouseholdSerial)).toBe(true);
  });

  it('include one 集体户 and one 社区集体户 a station', () => {
    expect(town.households.filter(({ kind }) => kind === 'collective')).toHaveLength(1);
    expect(town.households.filter(({ kind }) => kind === 'community')).toHaveLength(1);
  });

  it('begin after the head was grown and no membership before birth', () => {
    for (const { membership, person } of town.members()) {
      expect(compareDays(membership.sinceOn, person.bornOn)).toBeGreaterThanOrEqual(0);
      expect(compareDays(townDay, membership.sinceOn)).toBeGreaterThanOrEqual(0);
      if (membership.untilOn) expect(compareDays(membership.untilOn, membership.sinceOn)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the people as a whole', () => {
  const ages = town.members().map(({ person }) => ageOn(person.bornOn, townDay));
  const share = (test: (age: number) => boolean) => ages.filter(test).length / ages.length;

  it('live 2.5 to a household', () => {
    expect(ages.length / town.households.length).toBeGreaterThan(2.42);
    expect(ages.length / town.households.length).toBeLessThan(2.62);
  });

  it('are young and old as the city is: 11.5 % under 18, a quarter of 60 and above', () => {
    expect(share((age) => age < 18)).toBeGreaterThan(0.1);
    expect(share((age) => age < 18)).toBeLessThan(0.135);
    expect(share((age) => age >= 60)).toBeGreaterThan(0.23);
    expect(share((age) => age >= 60)).toBeLessThan(0.28);
  });

  it('are a few more men than women', () => {
    const men = town.persons.filter(({ sex }) => sex === '1').length / town.persons.length;
    expect(men).toBeGreaterThan(0.485);
    expect(men).toBeLessThan(0.525);
  });

  it('have names that can be stored, a few with rare characters', () => {
    expect(town.persons.flatMap(({ name }) => listNameProblems(name))).toEqual([]);
    expect(town.persons.some(({ name }) => /[喆堃垚翀赟燊]/u.test(name))).toBe(true);
  });
});

describe('addresses', () => {
  it('form a tree in which parents come first and full names mean one place', () => {
    const seen = new Set<string>();
    for (const address of town.addresses) {
      if (address.parentId !== null) expect(seen.has(address.parentId)).toBe(true);
      seen.add(address.addressId);
    }
    expect(town.addresses.filter(({ parentId }) => parentId === null)).toHaveLength(1);
    const names = town.addresses.map(({ fullName }) => fullName);
    expect(new Set(names).size).toBe(names.length);
  });

  it('hold all 48 townships', () => {
    const townships = town.addresses.filter(({ level }) => level === 'township');
    expect(townships).toHaveLength(listTownships('2204').length);
    expect(townships).toHaveLength(48);
  });

  it('hold every household in a room of its own station, and keep rooms free for newcomers, some frozen', () => {
    const taken = new Set(town.households.map(({ addressId }) => addressId));
    for (const household of town.households) {
      expect(town.address(household.addressId)).toMatchObject({ level: 'room', stationCode: household.stationCode });
    }
    const free = town.addresses.filter(({ level, addressId }) => level === 'room' && !taken.has(addressId));
    expect(free.filter(({ isFrozen }) => !isFrozen).length).toBeGreaterThan(200);
    expect(free.some(({ isFrozen }) => isFrozen)).toBe(true);
  });
});

describe('stations', () => {
  it('are the 34 of Liaoyuan', () => {
    expect(townStations.map(({ stationCode }) => stationCode)).toEqual(listStations().map(({ code }) => code));
  });

  it('share a large town among them to the last person', () => {
    const shares = sharePersons(1_131_400);
    expect(shares).toHaveLength(34);
    expect(shares.reduce((sum, { persons }) => sum + persons, 0)).toBe(1_131_400);
  });

  it('leave a small town to 南康派出所, whose district is 龙山区', () => {
    expect(new Set(town.households.map(({ stationCode }) => stationCode))).toEqual(new Set(['220403010000']));
    const rooms = town.addresses.filter(({ level }) => level === 'room');
    expect(new Set(rooms.map(({ division }) => division))).toEqual(new Set(['220402']));
  });

  it('have villages where they are in the country', () => {
    const sanhe = new Town({ persons: 3000, seed: 9, stationCode: '220421150000' });
    expect(sanhe.addresses.some(({ name, urbanRural }) => name.endsWith('村') && urbanRural === 'rural')).toBe(true);
    const koreans = sanhe.persons.filter(({ ethnicity }) => ethnicity === '10').length;
    expect(koreans / sanhe.persons.length).toBeGreaterThan(0.1);
  });
});
