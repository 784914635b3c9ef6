import { describe, expect, it } from 'vitest';
import { households, idOf, people, places } from '../../../fixtures/small-register.ts';
import { breachesAfter, type FaultTable, placeOf, spoil } from '../../../fixtures/spoilt-register.ts';

const faults: FaultTable = {
  'a household is open exactly while somebody is in it': [
    [
      'household-not-empty',
      (small) => spoil(small, 'household', households.family, { status: 'closed', closedOn: '2026-01-01' }),
    ],
    ['household-empty', (small) => spoil(small, 'membership', placeOf(people.loner), { untilOn: '2026-01-01' })],
    ['date-needed', (small) => spoil(small, 'household', households.family, { closedOn: '2026-01-01' })],
    ['date-order', (small) => spoil(small, 'household', households.family, { closedOn: '2019-01-01' })],
  ],
  'a household has exactly one head': [
    ['head-needed', (small) => spoil(small, 'household', households.family, { headPersonId: people.mother })],
    ['head-needed', (small) => spoil(small, 'membership', placeOf(people.father), { relation: '97' })],
    ['head-twice', (small) => spoil(small, 'membership', placeOf(people.son), { relation: '02' })],
  ],
  'the head is of full capacity': [
    ['head-incapable', (small) => spoil(small, 'person', people.loner, { capacity: 'limited' })],
    ['head-incapable', (small) => small.addPerson(people.loner, { name: '吴小', sex: '1', bornOn: '2010-01-01' })],
  ],
  'relations fit the sex, the age and the marriage of each member': [
    ['relation-sex', (small) => spoil(small, 'membership', placeOf(people.son), { relation: '30' })],
    ['relation-age', (small) => spoil(small, 'membership', placeOf(people.daughter), { relation: '52' })],
    ['spouse-twice', (small) => spoil(small, 'membership', placeOf(people.daughter), { relation: '12' })],
    ['spouse-same-sex', (small) => spoil(small, 'membership', placeOf(people.student), { relation: '12' })],
    ['spouse-unmarried', (small) => spoil(small, 'person', people.mother, { maritalStatus: '10' })],
    ['relation-needed', (small) => spoil(small, 'membership', placeOf(people.son), { relation: '98' })],
  ],
  'the spouse of the head is the one the register links with the head': [
    ['spouse-twice', (small) => spoil(small, 'person', people.mother, { spouseId: people.old })],
    ['spouse-twice', (small) => spoil(small, 'person', people.father, { spouseId: people.wifeOfOld })],
  ],
  'an open household is at a standard address of its station': [
    ['address-unknown', (small) => spoil(small, 'household', households.family, { addressId: idOf(99) })],
    ['address-not-room', (small) => spoil(small, 'household', households.family, { addressId: places.community })],
    ['address-other-station', (small) => spoil(small, 'household', households.family, { addressId: places.otherRoom })],
  ],
  'nobody leaves a household before joining it': [
    ['date-order', (small) => spoil(small, 'membership', placeOf(people.son), { untilOn: '2019-12-31' })],
    [
      'household-closed',
      (small) => spoil(small, 'household', households.loner, { status: 'closed', closedOn: '2026-01-01' }),
    ],
  ],
  'a number of a household is used once in its station': [
    ['household-number-taken', (small) => spoil(small, 'household', households.loner, { number: '010000001' })],
  ],
};

describe.each(Object.entries(faults))('households: %s', (name, cases) => {
  it.each(cases)('finds %s', (code, make) => {
    expect(breachesAfter(make)).toContain(`${name}: ${code}`);
  });
});
