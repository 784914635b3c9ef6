import { describe, expect, it } from 'vitest';
import { layKin } from '../../../renderer/register/kin-layout.ts';
import { bareParticulars, type Person } from '../../../shared/domain/records.ts';

type Members = Parameters<typeof layKin>[0];

function memberOf(id: string, relation: string, bornOn: string, part: Partial<Person> = {}): Members[number] {
  const blank = { namePinyin: null, formerName: null, birthplace: null, nativePlace: null, otherAddress: null };
  const further = { religion: null, heightCm: null, bloodType: null, education: null, military: null, workplace: null };
  return {
    isProvisional: false,
    membership: {
      membershipId: `m-${id}`,
      householdId: 'h',
      personId: id,
      relation,
      sinceOn: '2010-01-01',
      untilOn: null,
    },
    person: {
      ...blank,
      ...further,
      personId: id,
      citizenId: '',
      name: id,
      sex: '1',
      bornOn,
      ethnicity: '01',
      maritalStatus: '20',
      occupation: null,
      arrivedInCity: null,
      arrivedAtAddress: null,
      phone: null,
      status: 'registered',
      ...bareParticulars,
      ...part,
    },
  };
}

const head = memberOf('head', '02', '1960-01-01');
const wife = memberOf('wife', '12', '1962-01-01');
const son = memberOf('son', '20', '1990-01-01');
const grandson = memberOf('grandson', '41', '2015-01-01');
const mother = memberOf('mother', '52', '1935-01-01');
const lodger = memberOf('lodger', '97', '1999-01-01');

describe('the drawing of a household', () => {
  it('has a row for each generation, the oldest on top, spouses side by side', () => {
    const { rows } = layKin([head, grandson, son, wife, mother]);
    expect(rows.map((row) => row.map((it) => it.personId))).toEqual([
      ['mother'],
      ['head', 'wife'],
      ['son'],
      ['grandson'],
    ]);
  });

  it('joins parents and children and spouses as the relations to the head say', () => {
    const { lines } = layKin([head, wife, son, grandson, mother]);
    expect(lines).toContainEqual({ from: 'head', to: 'wife', kind: 'spouse' });
    expect(lines).toContainEqual({ from: 'mother', to: 'head', kind: 'parent' });
    expect(lines).toContainEqual({ from: 'head', to: 'son', kind: 'parent' });
    expect(lines).toContainEqual({ from: 'son', to: 'grandson', kind: 'parent' });
  });

  it('draws what the records say of parents once, and guesses no parent among two sons', () => {
    const daughter = memberOf('child', '20', '1991-01-01', { fatherId: 'head', motherId: 'wife' });
    const { lines } = layKin([head, wife, son, daughter, grandson]);
    expect(lines.filter((it) => it.to === 'child')).toHaveLength(2);
    expect(lines.filter((it) => it.to === 'grandson')).toEqual([{ from: 'head', to: 'grandson', kind: 'only-head' }]);
  });

  it('sets those whose relation says nothing apart, joined to the head by a dashed line', () => {
    const { others, lines } = layKin([head, lodger]);
    expect(others.map((it) => it.personId)).toEqual(['lodger']);
    expect(lines).toEqual([{ from: 'head', to: 'lodger', kind: 'only-head' }]);
  });
});
