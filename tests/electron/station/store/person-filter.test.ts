import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { filterPersons } from '../../../../electron/station/store/person-filter.ts';
import { lettersOf } from '../../../../electron/station/store/person-letters.ts';
import { PersonCriteria } from '../../../../shared/contract/person.ts';
import { FilledCopy, here } from './filled-copy.ts';

const copy = new FilledCopy({ persons: 1200, seed: 'filter' });
afterAll(() => copy.close());

interface Someone {
  readonly personId: string;
  readonly name: string;
  readonly namePinyin: string | null;
  readonly sex: '1' | '2';
  readonly bornOn: string;
  readonly citizenId: string;
  readonly status: PersonCriteria['status'];
  readonly number: string | null;
  readonly address: string;
}

const everyone = copy.database
  .prepare<[], Someone>(
    `SELECT p.person_id AS personId, p.name, p.name_pinyin AS namePinyin, p.sex, p.born_on AS bornOn, p.citizen_id AS citizenId,
       p.status, h.number, coalesce(a.full_name, '') || ' ' || coalesce(ra.full_name, '') AS address
     FROM persons p LEFT JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
     LEFT JOIN households h ON h.household_id = m.household_id LEFT JOIN addresses a ON a.address_id = h.address_id
     LEFT JOIN residences r ON r.person_id = p.person_id AND r.ended_on IS NULL
     LEFT JOIN addresses ra ON ra.address_id = r.address_id`,
  )
  .all();
const find = (criteria: Partial<PersonCriteria>, limit = 50) =>
  filterPersons(copy.database, { criteria: PersonCriteria.parse(criteria), limit, stationCode: here });

/** What each field asks of a person, said once more in plain words. */
function fits(someone: Someone, criteria: PersonCriteria): boolean {
  const hasInOrder = (text: string, parts: readonly string[]): boolean =>
    new RegExp(parts.join('.*'), 'u').test(text.replaceAll('·', ''));
  const { name, pinyin, sex, bornFrom, bornUntil, number, householdNumber, status } = criteria;
  return (
    hasInOrder(someone.name, [...name.replaceAll('·', '')]) &&
    (pinyin === '' || lettersOf(someone.name, someone.namePinyin).some((it) => it.startsWith(pinyin))) &&
    (sex === null || someone.sex === sex) &&
    (bornFrom === null || someone.bornOn >= bornFrom) &&
    (bornUntil === null || someone.bornOn <= bornUntil) &&
    someone.citizenId.includes(number) &&
    (householdNumber === '' || someone.number === householdNumber) &&
    (status === null || someone.status === status)
  );
}

const indexes = fc.nat(everyone.length - 1);
const criteria = fc
  .tuple(
    indexes,
    fc.tuple(...Array.from({ length: 8 }, () => fc.boolean())),
    fc.nat(12),
    fc.integer({ min: 4, max: 9 }),
  )
  .map(
    ([index, [hasName, hasPinyin, hasSex, hasFrom, hasUntil, hasNumber, hasHousehold, hasStatus], start, length]) => {
      const it = everyone[index] ?? expect.unreachable();
      return PersonCriteria.safeParse({
        name: hasName ? [...it.name].filter((_, at) => at !== 1).join('') : '',
        pinyin: hasPinyin ? (lettersOf(it.name, it.namePinyin)[0] ?? '').slice(0, 3) : '',
        sex: hasSex ? it.sex : null,
        bornFrom: hasFrom ? `${it.bornOn.slice(0, 4)}-01-01` : null,
        bornUntil: hasUntil ? `${Number(it.bornOn.slice(0, 4)) + 3}-06-30` : null,
        number: hasNumber ? it.citizenId.slice(start, start + length) : '',
        householdNumber: hasHousehold ? (it.number ?? '') : '',
        status: hasStatus ? it.status : null,
      });
    },
  )
  .filter((it) => it.success)
  .map((it) => it.data);

describe('the form', () => {
  it('finds all who fit every field and nobody else', () => {
    fc.assert(
      fc.property(criteria, (asked) => {
        const { rows, isCut } = find(asked);
        const fitting = everyone.filter((someone) => fits(someone, asked));
        for (const { personId } of rows) expect(fitting.some((it) => it.personId === personId)).toBe(true);
        if (!isCut) expect(rows.length).toBe(Math.min(50, fitting.length));
      }),
      { numRuns: 400 },
    );
  });

  it('finds by address together with other fields, whoever is registered or lives there', () => {
    for (const someone of everyone.filter(({ address }) => /号楼/.test(address)).slice(0, 40)) {
      const [compound = ''] = /[^路街巷同道\d]+(?=\d+号楼)/u.exec(someone.address) ?? [];
      const year = someone.bornOn.slice(0, 4);
      const asked = { address: compound, sex: someone.sex, bornFrom: `${year}-01-01`, bornUntil: `${year}-12-31` };
      const { rows } = find(asked);
      expect(rows.map(({ personId }) => personId)).toContain(someone.personId);
      expect(rows.every((row) => row.address.includes(compound) && row.bornOn.startsWith(year))).toBe(true);
      expect(rows.every((row) => row.sex === someone.sex)).toBe(true);
    }
  });

  it('finds by initials of an address', () => {
    const { rows } = find({ address: 'nk', name: '王' });
    expect(rows.every(({ name }) => name.includes('王'))).toBe(true);
  });

  it('lists whole names before beginnings before the rest', () => {
    const surname = [...(everyone[0]?.name ?? '')][0] ?? '';
    const { rows } = find({ name: surname, sex: '1' });
    const ranks = rows.map(({ name }) => (name === surname ? 0 : name.startsWith(surname) ? 1 : 2));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('says when it did not look at everybody', () => {
    const { rows, isCut } = find({ bornFrom: '1900-01-01', householdNumber: '', pinyin: '', name: '', number: '2204' });
    expect(rows).toHaveLength(50);
    expect(isCut).toBe(false);
    const sifted = find({ bornFrom: '1900-01-01', bornUntil: '2030-01-01', status: 'dead' });
    expect(sifted.isCut || sifted.rows.length === 50).toBe(true);
  });
});

describe('criteria that say nothing or cannot be', () => {
  it.each([
    [{}],
    [{ sex: '1' }],
    [{ sex: '1', status: 'registered' }],
    [{ number: '123' }],
    [{ householdNumber: '1234' }],
    [{ bornFrom: '1990' }],
    [{ name: '王', ethnicity: '02' }],
    [{ name: '王', religion: '佛教' }],
  ])('%j is refused', (asked) => {
    expect(PersonCriteria.safeParse(asked).success).toBe(false);
  });
});
