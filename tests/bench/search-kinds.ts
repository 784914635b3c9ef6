import type { Database } from '../../electron/station/store/database.ts';
import { filterPersons } from '../../electron/station/store/person-filter.ts';
import { lettersOf } from '../../electron/station/store/person-letters.ts';
import { searchPersons } from '../../electron/station/store/person-search.ts';
import { PersonCriteria } from '../../shared/contract/person.ts';
import type { Random } from '../../shared/town/random.ts';
import { benchStation } from './bench-town.ts';

/** Somebody of the copy whom the searches look for. */
export interface Someone {
  readonly name: string;
  readonly namePinyin: string | null;
  readonly citizenId: string;
  readonly sex: '1' | '2';
  readonly bornOn: string;
  readonly number: string | null;
  readonly stationCode: string | null;
  readonly address: string | null;
  /** Of a certificate about somebody. */
  readonly paper: string;
  readonly permit: string;
}

/** One kind of search beside the plainest SQL that answers the same; `isScan`: no index of the register serves that. */
export interface Kind {
  readonly kind: string;
  readonly textOf: (someone: Someone, random: Random) => string;
  readonly run?: (database: Database, text: string, someone: Someone) => readonly unknown[];
  readonly raw: {
    readonly where: string;
    readonly of: (text: string, someone: Someone) => unknown[];
    readonly from?: 'households' | 'residences';
    readonly isScan?: true;
  };
}

const byForm =
  (criteriaOf: (someone: Someone) => Partial<PersonCriteria>): NonNullable<Kind['run']> =>
  (database, _text, someone) =>
    filterPersons(database, {
      criteria: PersonCriteria.parse(criteriaOf(someone)),
      limit: 50,
      stationCode: benchStation,
    }).rows;

/** What is measured: the lines of the list, as the counter gets them. */
export function runKind(database: Database, { run }: Kind, text: string, someone: Someone): readonly unknown[] {
  return run?.(database, text, someone) ?? searchPersons(database, { text, limit: 50, stationCode: benchStation });
}

const beginning = (text: string): unknown[] => [text, `${text}\u{10FFFF}`];
const anywhere = (text: string): unknown[] => [`%${text}%`];
const inOrder = (text: string): unknown[] => [`%${[...text].join('%')}%`];
const letters = ({ name, namePinyin }: Someone, isInitials: boolean): string => {
  const keys = lettersOf(name, namePinyin).sort((a, b) => a.length - b.length);
  return (isInitials ? keys[0] : keys.at(-1)) ?? '';
};
const byLetters = `p.person_id IN (SELECT s.person_id FROM search_letters l JOIN search_persons s USING (search_id)
  WHERE l.station = 1 AND l.letters >= ? AND l.letters < ? LIMIT 50)`;
/** The end of an address from the compound or village on: 康宁小区, or with its numbers 康宁小区 3 2 501. */
const compoundOf = ({ address }: Someone): string =>
  /[路街巷同]?(\p{Script=Han}{2,6}(小区|新村|家园|花园|公寓|名苑|村))/u.exec(
    (address ?? '').replace(/^.*[区县镇乡路街道]/u, ''),
  )?.[1] ?? '景明小区';
const roomOf = (someone: Someone): string =>
  `${compoundOf(someone)} ${(/\d.*$/u.exec(someone.address ?? '')?.[0] ?? '1').match(/\d+/g)?.join(' ') ?? '1'}`;
const year = ({ bornOn }: Someone): string => bornOn.slice(0, 4);

const numberKinds: readonly Kind[] = [
  {
    kind: 'number exact',
    textOf: ({ citizenId }) => citizenId,
    raw: { where: 'p.citizen_id = ?', of: (text) => [text] },
  },
  {
    kind: 'number beginning',
    textOf: ({ citizenId }, random) => citizenId.slice(0, random.between(6, 16)),
    raw: { where: 'p.citizen_id >= ? AND p.citizen_id < ?', of: beginning },
  },
  {
    kind: 'number, last 4',
    textOf: ({ citizenId }) => citizenId.slice(-4),
    raw: { where: 'p.citizen_id LIKE ?', of: (text) => [`%${text}`], isScan: true },
  },
  {
    kind: 'number, any 4 to 8',
    textOf: ({ citizenId }, random) => {
      const start = random.between(0, 10);
      return citizenId.slice(start, start + random.between(4, 8));
    },
    raw: { where: 'p.citizen_id LIKE ?', of: anywhere, isScan: true },
  },
  {
    kind: 'birth year',
    textOf: year,
    raw: { where: 'substr(p.citizen_id, 7, 4) = ?', of: (text) => [text], isScan: true },
  },
  {
    kind: 'birth day',
    textOf: ({ citizenId }) => citizenId.slice(6, 14),
    raw: { where: 'substr(p.citizen_id, 7, 8) = ?', of: (text) => [text], isScan: true },
  },
];

const nameKinds: readonly Kind[] = [
  { kind: 'name exact', textOf: ({ name }) => name, raw: { where: 'p.name = ?', of: (text) => [text] } },
  {
    kind: 'name beginning',
    textOf: ({ name }, random) => [...name].slice(0, random.between(1, 2)).join(''),
    raw: { where: 'p.name >= ? AND p.name < ?', of: beginning },
  },
  {
    kind: 'name, first and last character',
    textOf: ({ name }) => `${[...name][0]}${[...name].at(-1)}`,
    raw: { where: 'p.name LIKE ?', of: inOrder, isScan: true },
  },
  {
    kind: 'name, given name only',
    textOf: ({ name }) => [...name].slice(1).join(''),
    raw: { where: 'p.name LIKE ?', of: anywhere, isScan: true },
  },
  { kind: 'pinyin', textOf: (someone) => letters(someone, false), raw: { where: byLetters, of: beginning } },
  { kind: 'initials', textOf: (someone) => letters(someone, true), raw: { where: byLetters, of: beginning } },
  {
    kind: 'name and birth year',
    textOf: ({ name, citizenId }) => `${name} ${citizenId.slice(6, 10)}`,
    raw: {
      where: 'p.name = ? AND substr(p.citizen_id, 7, 4) = ?',
      of: (_, { name, citizenId }) => [name, citizenId.slice(6, 10)],
    },
  },
];

const recordKinds: readonly Kind[] = [
  {
    kind: '户号',
    textOf: ({ number }) => number ?? '010000001',
    raw: {
      from: 'households',
      where: 'h.station_code = ? AND h.number = ?',
      of: (text, { stationCode }) => [stationCode, text],
    },
  },
  {
    kind: 'address: compound and numbers',
    textOf: roomOf,
    raw: {
      from: 'households',
      where: 'a.full_name LIKE ?',
      of: (text) => [`%${text.replaceAll(' ', '%')}%`],
      isScan: true,
    },
  },
  {
    kind: 'address: compound or village',
    textOf: compoundOf,
    raw: { from: 'households', where: 'a.full_name LIKE ?', of: anywhere, isScan: true },
  },
  {
    kind: 'acceptance number',
    textOf: ({ paper }) => `${paper.slice(0, 6)}-${paper.slice(6, 10)}-${paper.slice(10)}`,
    raw: {
      where: `p.person_id IN (SELECT record_id FROM happenings JOIN record_history USING (event_id) WHERE acceptance_number = ?)`,
      of: (text) => [text],
    },
  },
  {
    kind: 'certificate number',
    textOf: ({ paper }) => paper,
    raw: { where: 'p.person_id IN (SELECT person_id FROM certificates WHERE number = ?)', of: (text) => [text] },
  },
  {
    kind: 'permit number',
    textOf: ({ permit }) => permit,
    raw: { where: 'p.person_id IN (SELECT person_id FROM permits WHERE number = ?)', of: (text) => [text] },
  },
];

const formKinds: readonly Kind[] = [
  {
    kind: 'form: name, sex, birth years',
    textOf: ({ name }) => [...name].slice(0, 2).join(''),
    run: byForm((it) => ({
      name: [...it.name].slice(0, 2).join(''),
      sex: it.sex,
      bornFrom: `${year(it)}-01-01`,
      bornUntil: `${Number(year(it)) + 4}-12-31`,
    })),
    raw: {
      where: 'p.name LIKE ? AND p.sex = ? AND p.born_on BETWEEN ? AND ?',
      of: (text, it) => [`%${text}%`, it.sex, `${year(it)}-01-01`, `${Number(year(it)) + 4}-12-31`],
      isScan: true,
    },
  },
  {
    kind: 'form: surname in pinyin, sex, birth year',
    textOf: ({ name }) => lettersOf([...name][0] ?? '', null)[0] ?? '',
    run: byForm((it) => ({
      pinyin: lettersOf([...it.name][0] ?? '', null)[0] ?? '',
      sex: it.sex,
      bornFrom: `${year(it)}-01-01`,
      bornUntil: `${year(it)}-12-31`,
    })),
    raw: {
      where: 'p.sex = ? AND p.born_on BETWEEN ? AND ?',
      of: (_, it) => [it.sex, `${year(it)}-01-01`, `${year(it)}-12-31`],
      isScan: true,
    },
  },
  {
    kind: 'form: address and birth years',
    textOf: compoundOf,
    run: byForm((it) => ({
      address: compoundOf(it),
      bornFrom: `${year(it)}-01-01`,
      bornUntil: `${Number(year(it)) + 9}-12-31`,
    })),
    raw: {
      where: 'a.full_name LIKE ? AND p.born_on BETWEEN ? AND ?',
      of: (text, it) => [`%${text}%`, `${year(it)}-01-01`, `${Number(year(it)) + 9}-12-31`],
      isScan: true,
    },
  },
];

export const kinds: readonly Kind[] = [...numberKinds, ...nameKinds, ...recordKinds, ...formKinds];

const line = `SELECT p.person_id, p.name, p.citizen_id, p.sex, p.born_on, p.status, a.full_name, h.household_id, h.number,
  m.relation, h.station_code, p.provisional_event_id, m.provisional_event_id FROM`;
/** Persons with the household they are in and its address. */
export const fromPersons = `persons p LEFT JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
  LEFT JOIN households h ON h.household_id = m.household_id LEFT JOIN addresses a ON a.address_id = h.address_id`;
const fromHouseholds = `households h JOIN memberships m ON m.household_id = h.household_id AND m.until_on IS NULL
  JOIN persons p ON p.person_id = m.person_id JOIN addresses a ON a.address_id = h.address_id`;

/** The plain statement of the kind, for 50 lines. */
export function rawSql({ raw }: Kind): string {
  return `${line} ${raw.from === 'households' ? fromHouseholds : fromPersons} WHERE ${raw.where} LIMIT 50`;
}
