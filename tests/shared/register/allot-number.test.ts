import { describe, expect, it } from 'vitest';
import { readCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import { isKnownArea } from '../../../shared/domain/divisions.ts';
import { listStations } from '../../../shared/domain/police-orgs.ts';
import { allotNumber, listCandidateNumbers } from '../../../shared/register/allot-number.ts';
import { Refused } from '../../../shared/register/refusal.ts';
import { Workbench } from '../../../shared/register/workbench.ts';
import { idOf, ownStation, SmallRegister } from '../../fixtures/small-register.ts';

const boy = { name: '周新', sex: '1', bornOn: '2026-11-01' } as const;
const girl = { name: '周欣', sex: '2', bornOn: '2026-11-01' } as const;
const benchOf = (small: SmallRegister) => new Workbench(small.register, small.context);

describe('numbers of the newly registered', () => {
  it('say division, birth date and sex, and pass the check digit', () => {
    for (const bearer of [boy, girl]) {
      const number = allotNumber(benchOf(new SmallRegister()), '220402', bearer);
      const reading = readCitizenNumber(number, { today: '2026-11-22', isKnownArea });
      expect(reading).toMatchObject({ valid: true, division: '220402', birthDate: bearer.bornOn, sex: bearer.sex });
    }
  });

  it('are not given twice, and leave out the order codes of centenarians', () => {
    const numbers = listCandidateNumbers(ownStation, '220402', boy);
    expect(new Set(numbers).size).toBe(498);
    expect(numbers.every((number) => Number(number.slice(14, 17)) < 996)).toBe(true);
  });

  it('begin at another order code at every station, so that stations without a connection do not clash', () => {
    const first = listStations().map(({ code }) => listCandidateNumbers(code, '220402', girl)[0]);
    expect(new Set(first).size).toBe(34);
    const segments = listStations().map(({ code }) => listCandidateNumbers(code, '220402', girl).slice(0, 14));
    expect(new Set(segments.flat()).size).toBe(34 * 14);
  });

  it('pass over those that somebody bears already', () => {
    const small = new SmallRegister();
    const [first, second] = listCandidateNumbers(ownStation, '220402', boy);
    small.addPerson(idOf(901), { ...boy, citizenId: first });
    expect(allotNumber(benchOf(small), '220402', boy)).toBe(second);
  });

  it('are refused when all order codes of the day are borne', () => {
    const small = new SmallRegister();
    for (const [index, citizenId] of listCandidateNumbers(ownStation, '220402', boy).entries())
      small.addPerson(idOf(2000 + index), { ...boy, citizenId });
    expect(() => allotNumber(benchOf(small), '220402', boy)).toThrow(Refused);
    expect(allotNumber(benchOf(small), '220402', girl)).toMatch(/^22040220261101\d{3}[\dX]$/);
  });
});
