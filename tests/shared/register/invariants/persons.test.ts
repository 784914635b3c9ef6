import { describe, expect, it } from 'vitest';
import {
  households,
  idOf,
  numberOf,
  people,
  type SmallRegister,
  visitorPermit,
  visitorResidence,
} from '../../../fixtures/small-register.ts';
import { breachesAfter, type FaultTable, found, placeOf, spoil } from '../../../fixtures/spoilt-register.ts';

function marry(small: SmallRegister, one: string, other: string): void {
  spoil(small, 'person', one, { spouseId: other, maritalStatus: '20' });
  spoil(small, 'person', other, { spouseId: one, maritalStatus: '20' });
}

const faults: FaultTable = {
  'one person, one place': [
    [
      'person-elsewhere',
      (small) =>
        small.register.take('membership', {
          ...found(small, 'membership', placeOf(people.son)),
          membershipId: idOf(901),
          householdId: households.unit,
          relation: '97',
        }),
    ],
  ],
  'registered exactly while in a household': [
    ['person-not-registered', (small) => spoil(small, 'person', people.gone, { status: 'registered', endedOn: null })],
    ['person-still-registered', (small) => spoil(small, 'person', people.son, { status: 'elsewhere' })],
  ],
  'an ended registration says when it ended': [
    ['date-needed', (small) => spoil(small, 'person', people.gone, { endedOn: null })],
    ['date-order', (small) => spoil(small, 'person', people.son, { endedOn: '2025-01-01' })],
    ['date-before-birth', (small) => spoil(small, 'person', people.gone, { endedOn: '1980-01-01' })],
    ['date-future', (small) => spoil(small, 'person', people.gone, { endedOn: '2026-11-23' })],
  ],
  'at most one living spouse': [
    ['spouse-twice', (small) => spoil(small, 'person', people.loner, { spouseId: people.mother, maritalStatus: '20' })],
    ['spouse-unmarried', (small) => spoil(small, 'person', people.old, { maritalStatus: '30' })],
    ['spouse-dead', (small) => spoil(small, 'person', people.keeper, { spouseId: people.dead, maritalStatus: '20' })],
    ['spouse-same-sex', (small) => marry(small, people.loner, people.student)],
  ],
  'nobody lives on in the register of the dead': [
    ['spouse-dead', (small) => spoil(small, 'person', people.dead, { spouseId: people.mother })],
    ['person-dead', (small) => spoil(small, 'person', people.visitor, { status: 'dead', endedOn: '2026-11-01' })],
  ],
  'a child is younger than its father and its mother': [
    ['child-older', (small) => spoil(small, 'person', people.loner, { fatherId: people.student })],
    ['child-older', (small) => spoil(small, 'person', people.loner, { motherId: people.daughter })],
    ['parent-sex', (small) => spoil(small, 'person', people.student, { motherId: people.old })],
  ],
  'the citizen number agrees with sex and birth date': [
    ['number-not-possible', (small) => spoil(small, 'person', people.loner, { bornOn: '1985-01-06' })],
    ['number-not-possible', (small) => spoil(small, 'person', people.loner, { sex: '2' })],
    ['number-not-possible', (small) => spoil(small, 'person', people.loner, { citizenId: '22040219850105999X' })],
  ],
  'whoever is registered here needs no residence registration and no permit': [
    ['residence-registered-here', (small) => spoil(small, 'residence', visitorResidence, { personId: people.loner })],
    ['residence-registered-here', (small) => spoil(small, 'permit', visitorPermit, { personId: people.loner })],
  ],
  'a number of a person is used once': [
    ['number-taken', (small) => spoil(small, 'person', people.gone, { citizenId: numberOf('1980-02-06', '2', 121) })],
  ],
};

describe.each(Object.entries(faults))('persons: %s', (name, cases) => {
  it.each(cases)('finds %s', (code, make) => {
    expect(breachesAfter(make)).toContain(`${name}: ${code}`);
  });
});
