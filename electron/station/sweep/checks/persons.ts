import { checkDigit } from '../../../../shared/domain/citizen-number.ts';
import { bySql, type FaultCheck, type Found, here, person, textOf } from '../fault-check.ts';

/** GB 11643: the 18th character follows from the others. */
function hasWrongNumber(row: Found): boolean {
  const number = textOf(row, 'citizen_id');
  return !/^\d{17}[\dX]$/.test(number) || checkDigit(number.slice(0, 17)) !== number.charAt(17);
}

const isSpouse = `m.relation IN ('10', '11', '12')`;
const hasSpouseInHousehold = `(h.head_person_id = p.person_id AND EXISTS (SELECT 1 FROM memberships o
  WHERE o.household_id = h.household_id AND o.until_on IS NULL AND o.relation IN ('10', '11', '12')))`;
const otherItem = { procedure: 'item.other', from: 'subject' } as const;

/** Faults of persons: registration, number, marriage, card. */
export const personChecks: readonly FaultCheck[] = [
  {
    code: 'place-of-the-dead',
    subject: 'person',
    fix: null,
    list: bySql(`${person} ${here} AND p.status <> 'registered'`),
  },
  {
    code: 'registered-without-place',
    subject: 'person',
    fix: null,
    list: bySql(`${person} FROM households h JOIN memberships m ON m.household_id = h.household_id
      JOIN persons p ON p.person_id = m.person_id
      WHERE h.station_code = @station AND p.status = 'registered'
        AND m.until_on = (SELECT max(o.until_on) FROM memberships o WHERE o.person_id = p.person_id)
        AND NOT EXISTS (SELECT 1 FROM memberships o WHERE o.person_id = p.person_id AND o.until_on IS NULL)`),
  },
  {
    code: 'number-twice',
    subject: 'person',
    fix: { procedure: 'duplicate.cancel', from: 'subject' },
    // The table takes a number once; the other one the registry holds waits aside.
    list: bySql(`SELECT p.person_id AS id, p.name AS label, h.address_id FROM held_records r
      JOIN persons p ON p.citizen_id = r.data ->> 'citizenId' AND p.person_id <> r.record_id
      LEFT JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
      LEFT JOIN households h ON h.household_id = m.household_id
      WHERE r.kind = 'person' AND coalesce(h.station_code, @station) = @station`),
  },
  {
    code: 'number-against-birth',
    subject: 'person',
    fix: { procedure: 'item.birth-date', from: 'subject' },
    list: bySql(`${person} ${here} AND substr(p.citizen_id, 7, 8) <> replace(p.born_on, '-', '')`),
  },
  {
    code: 'number-against-sex',
    subject: 'person',
    fix: { procedure: 'item.sex', from: 'subject' },
    list: bySql(`${person} ${here} AND substr(p.citizen_id, 17, 1) % 2 <> p.sex % 2`),
  },
  {
    code: 'number-wrong',
    subject: 'person',
    fix: { procedure: 'item.id-number', from: 'subject' },
    list: bySql(`${person}, p.citizen_id ${here}`, hasWrongNumber),
  },
  {
    code: 'spouse-unmarried',
    subject: 'person',
    fix: otherItem,
    list: bySql(`${person} ${here} AND p.marital_status = '10' AND (${isSpouse} OR ${hasSpouseInHousehold})`),
  },
  {
    code: 'spouse-one-sided',
    subject: 'person',
    fix: otherItem,
    list: bySql(`${person} ${here} AND EXISTS (
      SELECT 1 FROM persons o WHERE o.person_id = p.spouse_id AND (o.spouse_id IS NOT p.person_id OR o.status = 'dead'))`),
  },
  {
    code: 'very-old',
    subject: 'person',
    fix: { procedure: 'death.cancel', from: 'subject' },
    list: bySql(`${person} ${here} AND p.status = 'registered' AND p.born_on < @oldBorn`),
  },
  {
    code: 'photo-missing',
    subject: 'person',
    fix: otherItem,
    list: bySql(`${person} ${here} AND p.photo_id IS NULL`),
  },
  {
    code: 'name-private-use',
    subject: 'person',
    fix: { procedure: 'item.name', from: 'subject' },
    // Code points of the private use area: U+E000–U+F8FF and planes 15 and 16.
    list: bySql(`${person} ${here} AND (p.name GLOB '*[' || char(57344) || '-' || char(63743) || ']*'
      OR p.name GLOB '*[' || char(983040) || '-' || char(1114109) || ']*')`),
  },
];
