import type { PersonCriteria, PersonRow } from '../../../shared/contract/person.ts';
import { pinyinQuery } from '../../../shared/domain/name-keys.ts';
import { readCodePoints } from '../../../shared/domain/private-characters.ts';
import { addressStage } from './address-people.ts';
import { addressWords } from './address-search.ts';
import type { Database } from './database.ts';
import { bornBetween, householdNumber, numberStage } from './number-stages.ts';
import { nameCharacters } from './person-grams.ts';
import { listPersonRows } from './person-rows.ts';
import { lettersStage, listNameStages } from './person-stages.ts';
import { firstOfStages, SearchScope, type Stage } from './search-scope.ts';
import { statement } from './statements.ts';

/** So many people of a criterion are looked at; one that finds fewer is looked through whole, and the others then only sift. */
const lookedAtAtMost = 400;

const birthBounds = { first: 18500101, last: 99991231 } as const;

/** The form's fields as the index keeps them; an empty field is empty or null here too. */
interface Wanted {
  readonly characters: readonly string[];
  readonly pinyin: string;
  readonly number: string;
  readonly household: string;
  readonly address: string;
  readonly from: number;
  readonly until: number;
  readonly sex: PersonCriteria['sex'];
  readonly status: PersonCriteria['status'];
}

const dayNumber = (day: string | null, otherwise: number): number =>
  day === null ? otherwise : Number(day.replaceAll('-', ''));

function wantedOf(criteria: PersonCriteria): Wanted {
  return {
    characters: nameCharacters(readCodePoints(criteria.name)),
    pinyin: pinyinQuery(criteria.pinyin),
    number: criteria.number.toUpperCase(),
    household: criteria.householdNumber,
    address: criteria.address,
    from: dayNumber(criteria.bornFrom, birthBounds.first),
    until: dayNumber(criteria.bornUntil, birthBounds.last),
    sex: criteria.sex,
    status: criteria.status,
  };
}

type Criterion = 'household' | 'number' | 'name' | 'address' | 'birth' | 'pinyin';

interface Finder {
  readonly criterion: Criterion;
  readonly stages: readonly Stage[];
}

/** What each criterion finds, best first; those that usually find fewest come first. */
function listFinders(scope: SearchScope, wanted: Wanted): Finder[] {
  const { characters, pinyin, number, household, address, from, until } = wanted;
  const isBirth = from > birthBounds.first || until < birthBounds.last;
  const finders: readonly (Finder | false)[] = [
    household !== '' && { criterion: 'household', stages: [householdNumber(scope, household)] },
    number !== '' && { criterion: 'number', stages: [numberStage(scope, number)] },
    characters.length > 0 && {
      criterion: 'name',
      stages: listNameStages(scope, { characters, letters: '', digits: '' }),
    },
    address !== '' && { criterion: 'address', stages: [addressStage(scope, address)] },
    isBirth && { criterion: 'birth', stages: [bornBetween(scope, from, until)] },
    pinyin !== '' && {
      criterion: 'pinyin',
      stages: [true, false].map((isWhole) => lettersStage(scope, pinyin, '', isWhole)),
    },
  ];
  return finders.filter((finder) => finder !== false);
}

interface Candidates {
  readonly ids: readonly number[];
  /** What they were found by; it need not sift them. */
  readonly by: Criterion | null;
  /** Whether somebody may be left out. */
  readonly isCut: boolean;
}

/** Everybody of the first criterion that finds few; where all find many, the first ones of the first criterion. */
function findCandidates(finders: readonly Finder[]): Candidates {
  const all: Candidates[] = [];
  for (const { criterion, stages } of finders) {
    const ids = firstOfStages(stages, lookedAtAtMost);
    if (ids.length < lookedAtAtMost) return { ids, by: criterion, isCut: false };
    all.push({ ids, by: criterion, isCut: true });
  }
  return all[0] ?? { ids: [], by: null, isCut: false };
}

const homes = `coalesce((SELECT a.full_name FROM memberships m CROSS JOIN households h ON h.household_id = m.household_id
    CROSS JOIN addresses a ON a.address_id = h.address_id WHERE m.person_id = s.person_id AND m.until_on IS NULL), '')
  || ' ' || coalesce((SELECT a.full_name FROM residences r CROSS JOIN addresses a ON a.address_id = r.address_id
    WHERE r.person_id = s.person_id AND r.ended_on IS NULL), '')`;
const isInHousehold = `EXISTS (SELECT 1 FROM memberships m CROSS JOIN households h ON h.household_id = m.household_id
    WHERE m.person_id = s.person_id AND m.until_on IS NULL AND h.number = @household)`;

/** What sifts the people of one criterion by all the others, the cheapest first. */
function siftSql(
  { characters, pinyin, number, household, address, sex, status }: Wanted,
  by: Criterion | null,
): string {
  const isAsked = (criterion: Criterion, isGiven: boolean): boolean => isGiven && criterion !== by;
  const tests = [
    's.born BETWEEN @from AND @until',
    sex === null ? '' : 's.sex = @sex',
    status === null ? '' : 's.status = @status',
    isAsked('name', characters.length > 0) ? 's.name LIKE @name' : '',
    isAsked('pinyin', pinyin !== '') ? `' ' || s.letters LIKE @letters` : '',
    isAsked('number', number !== '') ? 'instr(s.citizen_id, @number)' : '',
    isAsked('household', household !== '') ? isInHousehold : '',
    isAsked('address', address !== '') ? `(@address IS NULL OR ${homes} LIKE @address)` : '',
  ];
  return `SELECT s.search_id AS searchId, s.name FROM json_each(@ids) j
    CROSS JOIN search_persons s ON s.search_id = j.value
    WHERE ${tests.filter((test) => test !== '').join(' AND ')} ORDER BY j.key`;
}

interface Sifted {
  readonly searchId: number;
  readonly name: string;
}

function sift(database: Database, wanted: Wanted, { ids, by }: Candidates): Sifted[] {
  const { characters, pinyin, address, ...values } = wanted;
  return statement<[Record<string, unknown>], Sifted>(database, siftSql(wanted, by)).all({
    ...values,
    ids: JSON.stringify(ids),
    name: `%${characters.join('%')}%`,
    letters: `% ${pinyin}%`,
    address: addressPattern(address),
  });
}

/** Whole names first, then beginnings, then the rest, each in the order found. */
function byName(people: readonly Sifted[], characters: readonly string[]): readonly Sifted[] {
  if (characters.length === 0) return people;
  const typed = characters.join('');
  const rank = ({ name }: Sifted): number => (name === typed ? 0 : name.startsWith(typed) ? 1 : 2);
  return people.toSorted((a, b) => rank(a) - rank(b));
}

/** A pattern of the full names of addresses with these words; null where initials stand among them, which no full name has. */
function addressPattern(text: string): string | null {
  const { names, numbers } = addressWords(text);
  return names.some((name) => /^[a-z]+$/.test(name)) ? null : `%${[...names, ...numbers].join('%')}%`;
}

export interface PersonFilter {
  readonly criteria: PersonCriteria;
  readonly limit: number;
  /** The station that asks: its people come first. */
  readonly stationCode: string;
}

/**
 * Finds the people who fit all criteria of the form. `isCut`: every criterion finds so many that not all of them were looked
 * at; another criterion helps. Never by ethnic group or religion (architecture, chapter 9).
 */
export function filterPersons(
  database: Database,
  { criteria, limit, stationCode }: PersonFilter,
): { rows: PersonRow[]; isCut: boolean } {
  const wanted = wantedOf(criteria);
  const scope = new SearchScope(database, stationCode);
  const candidates = findCandidates(listFinders(scope, wanted));
  const found = byName(sift(database, wanted, candidates), wanted.characters).slice(0, limit);
  const rows = listPersonRows(
    database,
    found.map(({ searchId }) => searchId),
    stationCode,
  );
  return { rows, isCut: candidates.isCut && rows.length < limit };
}
