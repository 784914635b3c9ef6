import { describe, expect, it } from 'vitest';
import {
  type HouseholdMember,
  listAllowedRelations,
  listHouseholdProblems,
} from '../../../shared/domain/household-rules.ts';

const head: HouseholdMember = { relation: '02', sex: '1', bornOn: '1980-05-01', maritalStatus: '20' };
const wife: HouseholdMember = { relation: '12', sex: '2', bornOn: '1982-05-01', maritalStatus: '20' };
const son: HouseholdMember = { relation: '20', sex: '1', bornOn: '2008-05-01', maritalStatus: '10' };
const mother: HouseholdMember = { relation: '52', sex: '2', bornOn: '1955-05-01', maritalStatus: '30' };

const found = (...members: HouseholdMember[]) =>
  listHouseholdProblems(members).map(({ code, memberIndex, weight }) => `${code} ${memberIndex} ${weight}`);

describe('the members of one household', () => {
  it('pass when they fit together', () => {
    expect(found(head, wife, son, mother)).toEqual([]);
    expect(found({ ...head, sex: null, bornOn: null, maritalStatus: null })).toEqual([]);
  });

  it('have exactly one head', () => {
    expect(found(wife, son)).toEqual(['head-missing null blocks']);
    expect(found()).toEqual(['head-missing null blocks']);
    expect(found(head, { ...wife, relation: '02' })).toEqual(['head-twice 1 blocks']);
    expect(found(head, { ...wife, relation: '01' })).toEqual(['head-twice 1 blocks']);
  });

  it('each have a relation of the standard', () => {
    expect(found(head, { ...son, relation: null })).toEqual(['relation-missing 1 blocks']);
    expect(found(head, { ...son, relation: '' })).toEqual(['relation-missing 1 blocks']);
    expect(found(head, { ...son, relation: '98' })).toEqual(['relation-unknown 1 blocks']);
  });

  it('have relations that fit their sex', () => {
    expect(found(head, { ...son, sex: '2' })).toEqual(['relation-sex 1 blocks']);
    expect(found(head, { ...mother, relation: '53' })).toEqual(['relation-sex 1 blocks']);
    expect(found(head, { ...mother, relation: '54' })).toEqual(['relation-sex 1 blocks']);
    expect(found(head, { ...mother, relation: '56' })).toEqual([]);
  });

  it('have at most one spouse of the head', () => {
    expect(found(head, wife, { ...wife, relation: '10' })).toEqual(['spouse-twice 2 blocks']);
  });

  it('have a spouse of the other sex', () => {
    expect(found(head, { ...wife, sex: '1', relation: '10' })).toEqual(['spouse-same-sex 1 blocks']);
    expect(found(head, { ...wife, sex: '1' })).toEqual(['spouse-same-sex 1 blocks']);
    expect(found({ ...head, sex: '2' }, { ...wife, sex: '1', relation: '11' })).toEqual([]);
    expect(found(head, { ...wife, relation: '11' })).toEqual(['spouse-same-sex 1 blocks']);
  });

  it('have no spouse who never married', () => {
    expect(found(head, { ...wife, maritalStatus: '10' })).toEqual(['spouse-unmarried 1 blocks']);
    expect(found({ ...head, maritalStatus: '10' }, wife)).toEqual(['spouse-unmarried 0 blocks']);
  });

  it('are warned about when a parent is hardly older than the child', () => {
    expect(found(head, { ...son, bornOn: '1989-05-01' })).toEqual(['relation-age 1 warns']);
    expect(found(head, { ...son, bornOn: '1990-05-01' })).toEqual([]);
    expect(found(head, { ...mother, bornOn: '1971-05-01' })).toEqual(['relation-age 1 warns']);
    expect(found(head, { ...son, relation: '41', bornOn: '1998-05-01' })).toEqual(['relation-age 1 warns']);
    expect(found(head, { ...son, relation: '27', bornOn: '1985-05-01' })).toEqual([]);
    expect(found(head, { ...son, bornOn: '2008-02-30' })).toEqual([]);
  });
});

describe('the relations offered for a member', () => {
  it('never hold the head', () => {
    const offered = listAllowedRelations({ sex: null, bornOn: null }, { sex: null, bornOn: null });
    expect(offered).toHaveLength(82);
    expect(offered).not.toContain('02');
  });

  it('fit the sexes of both', () => {
    const offered = listAllowedRelations({ sex: '2', bornOn: null }, { sex: '1', bornOn: null });
    expect(offered).toEqual(expect.arrayContaining(['10', '12', '30', '38', '52', '56', '75', '97']));
    for (const code of ['11', '20', '28', '51', '53', '54', '55']) expect(offered).not.toContain(code);
    expect(listAllowedRelations({ sex: '1', bornOn: null }, { sex: '1', bornOn: null })).not.toContain('10');
  });

  it('fit the ages of both', () => {
    const offered = listAllowedRelations({ sex: '1', bornOn: '2008-01-01' }, { sex: '1', bornOn: '1980-01-01' });
    expect(offered).toEqual(expect.arrayContaining(['20', '73', '41']));
    for (const code of ['51', '61', '71']) expect(offered).not.toContain(code);
  });
});
