import { describe, expect, it } from 'vitest';
import { presentValue } from '../../../renderer/case/present-values.ts';
import { bareParticulars, type Person } from '../../../shared/domain/records.ts';
import { blankPerson, idOf, numberOf } from '../../fixtures/small-people.ts';

const person: Person = {
  ...blankPerson,
  ...bareParticulars,
  personId: idOf(1),
  citizenId: numberOf('1990-01-01', '1'),
  name: '李示例',
  sex: '1',
  bornOn: '1990-01-01',
  education: '20',
  heightCm: 176,
  guardians: [{ name: '赵示例', relation: '母亲', citizenId: null }],
};

describe('what the register has now of an item that is to be changed', () => {
  it('stands beside its field, the guardians by their own fields', () => {
    expect(presentValue(person, 'education')).toBe('20');
    expect(presentValue(person, 'heightCm')).toBe('176');
    expect(presentValue(person, 'guardianName')).toBe('赵示例');
  });

  it('is empty where the register has nothing, where nobody is chosen and for what is no item', () => {
    for (const key of ['workplace', 'guardianNumber', 'otherGuardianName', 'guardians', 'clearedItem', 'relations'])
      expect(presentValue(person, key)).toBe('');
    expect(presentValue(null, 'education')).toBe('');
  });
});
