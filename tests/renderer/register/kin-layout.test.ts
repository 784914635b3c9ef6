import { describe, expect, it } from 'vitest';
import { layKin } from '../../../renderer/register/kin-layout.ts';
import { shownMember } from '../../fixtures/small-people.ts';

const head = shownMember('head', '02', '1960-01-01');
const wife = shownMember('wife', '12', '1962-01-01');
const son = shownMember('son', '20', '1990-01-01');
const grandson = shownMember('grandson', '41', '2015-01-01');
const mother = shownMember('mother', '52', '1935-01-01');
const lodger = shownMember('lodger', '97', '1999-01-01');

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
    const daughter = shownMember('child', '20', '1991-01-01', { fatherId: 'head', motherId: 'wife' });
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
