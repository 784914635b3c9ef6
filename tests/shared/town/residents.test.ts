import { describe, expect, it } from 'vitest';
import { permitStateOn } from '../../../shared/domain/permit-function.ts';
import { addMonths } from '../../../shared/domain/plain-date.ts';
import { townDay } from '../../../shared/town/town-day.ts';
import { Town } from './town-of-test.ts';

const town = new Town({ persons: 6000, seed: 'laws' });
const residents = town.persons.filter(({ status }) => status === 'elsewhere');

describe('residents from elsewhere', () => {
  it('are four for a hundred households, each with one registration', () => {
    expect(residents.length / town.households.length).toBeCloseTo(0.04, 2);
    expect(town.residences.map(({ personId }) => personId)).toEqual(residents.map(({ personId }) => personId));
  });

  it('are registered in other cities, and their numbers say so', () => {
    for (const { hukouDivision, hukouClass, hukouAddress, citizenId } of residents) {
      expect(hukouDivision).not.toMatch(/^2204/);
      expect(citizenId.slice(0, 6)).toBe(hukouDivision);
      expect([hukouClass, hukouAddress]).not.toContain(null);
    }
  });

  it('live where nobody is registered, in rooms of their station that are not frozen', () => {
    const taken = new Set(town.households.map(({ addressId }) => addressId));
    for (const { addressId, stationCode } of town.residences) {
      expect(town.address(addressId)).toMatchObject({ level: 'room', isFrozen: false, stationCode });
      expect(taken.has(addressId)).toBe(false);
    }
  });

  it('leave rooms free for whoever settles', () => {
    const lived = new Set([...town.households, ...town.residences].map(({ addressId }) => addressId));
    const free = town.addresses.filter(
      ({ level, isFrozen, addressId }) => level === 'room' && !isFrozen && !lived.has(addressId),
    );
    expect(free.length).toBeGreaterThan(100);
  });
});

describe('their permits', () => {
  it('are functioning, due and suspended, and some residents have none', () => {
    const states = town.permits.map((permit) => permitStateOn(permit, townDay).state);
    const share = (state: string) => states.filter((each) => each === state).length / residents.length;
    expect(share('functioning')).toBeGreaterThan(0.4);
    expect(share('due')).toBeGreaterThan(0.1);
    expect(share('suspended')).toBeGreaterThan(0.1);
    expect(town.permits.length).toBeLessThan(residents.length * 0.8);
  });

  it('are of every state in a town of four hundred', () => {
    const { permits } = new Town({ persons: 400, seed: 7 });
    const states = new Set(permits.map((permit) => permitStateOn(permit, townDay).state));
    expect([...states].sort()).toEqual(['due', 'functioning', 'suspended']);
  });

  it('were issued half a year after the registration or later, and endorsed as their kind says', () => {
    for (const permit of town.permits) {
      const residence = town.residences.find(({ residenceId }) => residenceId === permit.residenceId);
      expect(permit.issuedOn >= addMonths(residence?.firstRegisteredOn ?? '', 6)).toBe(true);
      for (const [index, { on, kind }] of permit.endorsements.entries()) {
        const before = { ...permit, endorsements: permit.endorsements.slice(0, index) };
        expect(permitStateOn(before, on).state).toBe(kind === 'late' ? 'suspended' : 'due');
      }
    }
    expect(town.permits.some(({ endorsements }) => endorsements.some(({ kind }) => kind === 'late'))).toBe(true);
  });

  it('have numbers of their own', () => {
    expect(new Set(town.permits.map(({ number }) => number)).size).toBe(town.permits.length);
  });

  it('are for city and town: a village has registrations only', () => {
    const village = new Town({ persons: 3000, seed: 9, stationCode: '220421150000' });
    const rural = village.residences.filter(({ addressId }) => village.address(addressId)?.urbanRural === 'rural');
    const holders = new Set(village.permits.map(({ personId }) => personId));
    expect(rural.length).toBeGreaterThan(0);
    expect(rural.filter(({ personId }) => holders.has(personId))).toEqual([]);
  });
});
