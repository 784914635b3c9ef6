import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../shared/policy/facts.ts';
import { pack } from './liaoyuan.ts';

function problemsOf(input: unknown): readonly string[] {
  const read = readFacts(pack, input);
  return read.ok ? [] : read.problems;
}

describe('reading a case', () => {
  it('names the place and the right values of a wrong one', () => {
    expect(problemsOf({ asOf: '2026-11-02', residence: { basis: 'castle' } })).toEqual([
      'residence.basis: expected one of owned, rented, employer, relative, none',
    ]);
  });

  it.each([
    [{ asOf: '2026-11-02', residance: {} }, 'residance: unknown key'],
    [{ asOf: '2026-11-02', residence: { area: 30 } }, 'residence.area: unknown key'],
    [{ asOf: '2026-11-02', applicant: { hukou: { village: 'x' } } }, 'applicant.hukou.village: unknown key'],
    [{ asOf: '2026-11-02', companions: [{ age: 3 }] }, 'companions.0.age: unknown key'],
    [
      { asOf: '2026-11-02', materials: [{ id: 'photo', state: 'paper', copies: 2 }] },
      'materials.0.copies: unknown key',
    ],
  ])('refuses an unknown key with its path: %j', (input, problem) => {
    expect(problemsOf(input)).toEqual([problem]);
  });

  it.each([
    [{}, 'asOf: expected a date YYYY-MM-DD'],
    [{ asOf: '2026-02-29' }, 'asOf: expected a date YYYY-MM-DD'],
    [{ asOf: '2026-11-02', permit: { issued: '20251120' } }, 'permit.issued: expected a date YYYY-MM-DD'],
    [{ asOf: '2026-11-02', destination: { division: '2204' } }, 'destination.division: expected six digits'],
    [{ asOf: '2026-11-02', residence: { stable: 'yes' } }, 'residence.stable: expected true or false'],
    [{ asOf: '2026-11-02', permit: { residenceYears: -1 } }, 'permit.residenceYears: expected 0 or more'],
    [
      { asOf: '2026-11-02', materials: [{ id: 'photo', state: 'lost' }] },
      'materials.0.state: expected one of paper, verified, promised',
    ],
    [{ asOf: '2026-11-02', applicant: null }, 'applicant: expected an object'],
  ])('refuses %j', (input, problem) => {
    expect(problemsOf(input)).toEqual([problem]);
  });

  it.each([[null], [[]], ['case'], [7]])('refuses %j as a whole', (input) => {
    expect(problemsOf(input)).toEqual(['expected an object']);
  });

  it('refuses a procedure and a material the pack does not know', () => {
    const [procedure, material] = problemsOf({ asOf: '2026-11-02', procedure: 'settle.points', materials: ['gold'] });
    expect(procedure).toMatch(/^procedure: expected one of .*settle\.residence/);
    expect(material).toMatch(/^materials\.0: expected one of .*registered-lease/);
  });

  it('takes a person registered nowhere and one whose register is not known for different cases', () => {
    expect(problemsOf({ asOf: '2026-11-02', applicant: { hukou: null } })).toEqual([]);
    expect(problemsOf({ asOf: '2026-11-02', applicant: {} })).toEqual([]);
  });

  it('survives the oldest and the latest days it accepts', () => {
    expect(problemsOf({ asOf: '1850-01-01', applicant: { birthDate: '2150-12-31' } })).toEqual([]);
    expect(problemsOf({ asOf: '9999-12-31' })).toEqual(['asOf: expected a date YYYY-MM-DD']);
  });
});
