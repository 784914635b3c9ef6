import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkInvariants, invariants } from '../../../shared/register/invariants.ts';
import { Workbench } from '../../../shared/register/workbench.ts';
import { households, numberOf, people, SmallRegister } from '../../fixtures/small-register.ts';
import { breachesOf, placeOf, spoil } from '../../fixtures/spoilt-register.ts';

const tests = ['persons', 'households', 'papers']
  .map((file) => readFileSync(new URL(`./invariants/${file}.test.ts`, import.meta.url), 'utf8'))
  .join('\n');

describe('the invariants of the register', () => {
  it('all hold of the small register', () => {
    expect(breachesOf(new SmallRegister())).toEqual([]);
  });

  it.each(invariants.map(({ name }) => name))('%s: has a test that bears its name', (name) => {
    expect(tests).toContain(`'${name}': [`);
  });
});

describe('a change', () => {
  it('is not stopped by what was wrong before it, so that old faults can be mended', () => {
    const small = new SmallRegister();
    spoil(small, 'household', households.family, { headPersonId: people.loner });
    spoil(small, 'membership', placeOf(people.father), { relation: '97' });
    const asked = { subject: households.family, newHeadId: people.father };
    expect(small.refusal('change-head', asked)).toBe('relation-needed');
    const relations = { [people.mother]: '12', [people.son]: '20', [people.daughter]: '30' };
    small.do('change-head', { ...asked, relations });
    expect(breachesOf(small)).toEqual([]);
  });

  it('is stopped by a fault that it brings itself', () => {
    const small = new SmallRegister();
    const relations = { [people.father]: '11', [people.son]: '30' };
    expect(small.refusal('change-head', { subject: households.family, newHeadId: people.mother, relations })).toBe(
      'relation-sex',
    );
  });
});

describe('what a change touches', () => {
  const father = { bornOn: '2001-05-01', citizenId: numberOf('2001-05-01', '1') };

  const daughterNow = { sex: '2' as const, citizenId: numberOf('2000-07-03', '2') };

  it.each([
    ['child-older', 'the children of a person', people.father, father],
    ['spouse-twice', 'the spouse of a person', people.wifeOfOld, { spouseId: null, maritalStatus: '40' }],
    ['relation-sex', 'the household of a person', people.son, daughterNow],
    ['person-still-registered', 'the place of a person', people.loner, { status: 'elsewhere' }],
  ] as const)('is looked at too: %s of %s', (code, _, personId, fields) => {
    const small = new SmallRegister();
    const bench = new Workbench(small.register, small.context);
    bench.change('person', personId, fields);
    expect(() => checkInvariants(bench)).toThrow(code);
  });
});
