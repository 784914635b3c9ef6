import { readCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import { isKnownArea } from '../../../shared/domain/divisions.ts';
import type { Database } from './database.ts';
import { matchBeginning, matchDigits, matchInOrder, matchLastDigits, matchWholeName } from './person-grams.ts';
import { listStationBlocks, type StationBlock } from './person-index.ts';
import type { PersonQuery } from './person-query.ts';
import { statement } from './statements.ts';

/** One way to match, better than those after it: lists search ids, the own station's first, at most about `limit`. */
export type Stage = (limit: number) => readonly number[];

/** Fewest digits that are looked for inside a number. */
export const fewestDigits = 4;
/** So many nearly matching persons are compared in a stage before it gives up; keeps the worst query within milliseconds. */
const comparedAtMost = 4000;
/** The same where each person has to be looked up: the own station's people of any initials, and most others. */
const comparedOneByOne = 1200;

interface Comparison {
  readonly match: string;
  readonly name?: string;
  readonly number?: string;
  readonly letters?: string;
}

const nearly = `SELECT g.rowid AS searchId
  FROM (SELECT rowid FROM search_grams WHERE search_grams MATCH @match AND rowid >= @from AND rowid < @until LIMIT @most) g
  CROSS JOIN search_persons s ON s.search_id = g.rowid
  CROSS JOIN persons p ON p.person_id = s.person_id
  WHERE replace(p.name, '·', '') LIKE @name AND p.citizen_id LIKE @number AND s.letters LIKE @letters LIMIT @limit`;
const numbersOf = `SELECT s.search_id AS searchId FROM json_each(?) j
  CROSS JOIN search_persons s ON s.search_id = j.value
  CROSS JOIN persons p ON p.person_id = s.person_id WHERE p.citizen_id LIKE ? ORDER BY j.key`;
const exactly = `SELECT rowid AS searchId FROM search_grams WHERE search_grams MATCH @match AND rowid >= @from AND rowid < @until
  LIMIT @limit`;

/** Search ids from `from` to below `until`. Big integers: FTS5 seeks by whole numbers only, and a JavaScript number is bound as a fraction. */
interface Range {
  readonly from: bigint;
  readonly until: bigint;
}
const beyondAll = BigInt(Number.MAX_SAFE_INTEGER);

/** The own block, all before it, all behind it. */
function rangesOf(blocks: readonly StationBlock[], ownCode: string, database: Database): Range[] {
  const own = statement<[string], { station: number }>(
    database,
    'SELECT station FROM search_stations WHERE station_code = ?',
  );
  const block = own.get(ownCode) && blocks[0];
  if (!block) return [{ from: 0n, until: beyondAll }];
  const [from, until] = [BigInt(block.from), BigInt(block.until)];
  return [
    { from, until },
    { from: 0n, until: from },
    { from: until, until: beyondAll },
  ];
}

/** The number that an old one of 15 digits became; null when the digits are none. The beginning of a number may look like one. */
function findNumberOfOld(digits: string): string | null {
  const reading = digits.length === 15 ? readCitizenNumber(digits, { today: '9999-12-31', isKnownArea }) : null;
  return reading?.valid ? reading.normalized : null;
}

/** Makes the stages of queries on this copy as seen from one station. */
export class Stages {
  private readonly database: Database;
  private readonly ownCode: string;
  private readonly blocks: readonly StationBlock[];
  private readonly ranges: readonly Range[];

  constructor(database: Database, ownCode: string) {
    this.database = database;
    this.ownCode = ownCode;
    this.blocks = listStationBlocks(database, ownCode);
    this.ranges = rangesOf(this.blocks, ownCode, database);
  }

  /** The stages for what was typed, best first; none when it says too little. */
  listFor(query: PersonQuery): Stage[] {
    const { characters, letters, digits } = query;
    if (digits !== '' && digits.length < fewestDigits) return [];
    if (characters.length > 0) return this.names(query);
    if (letters !== '') return [this.letters(letters, digits, true), this.letters(letters, digits, false)];
    return digits === '' ? [] : this.numbers(digits);
  }

  private compared(comparison: Comparison): Stage {
    const { match, name = '%', number = '%', letters = '%' } = comparison;
    const isCompared = name !== '%' || number !== '%' || letters !== '%';
    return (limit) => {
      const sql = isCompared ? nearly : exactly;
      const find = statement<[Record<string, unknown>], { searchId: number }>(this.database, sql);
      return this.firstOf(this.ranges, limit, ({ from, until }, left) =>
        find.all({
          match,
          from,
          until,
          limit: left,
          ...(isCompared ? { most: comparedAtMost, name, number, letters } : {}),
        }),
      );
    };
  }

  private firstOf<Part>(
    parts: readonly Part[],
    limit: number,
    list: (part: Part, left: number) => { searchId: number }[],
  ): number[] {
    const found: number[] = [];
    for (const part of parts) {
      if (found.length >= limit) break;
      for (const { searchId } of list(part, limit - found.length)) found.push(searchId);
    }
    return found;
  }

  private names({ characters, letters, digits }: PersonQuery): Stage[] {
    const digitsMatch = digits === '' ? '' : ` AND ${matchDigits(digits)}`;
    const others = { letters: `%${letters}%`, number: `%${digits}%` };
    const narrowed = letters === '' && digits === '' ? {} : others;
    const inOrder = characters.length > 2 ? { name: `%${characters.join('%')}%` } : {};
    return [
      this.compared({ match: matchWholeName(characters) + digitsMatch, ...narrowed }),
      this.compared({ match: matchBeginning(characters) + digitsMatch, name: `${characters.join('')}%`, ...narrowed }),
      this.compared({ match: matchInOrder(characters) + digitsMatch, ...inOrder, ...narrowed }),
    ];
  }

  private letters(letters: string, digits: string, isWhole: boolean): Stage {
    const range = isWhole ? 'letters = @letters' : 'letters > @letters AND letters < @end';
    const find = statement<[Record<string, unknown>], { searchId: number }>(
      this.database,
      `SELECT DISTINCT search_id AS searchId FROM search_letters WHERE station = @station AND ${range} LIMIT @limit`,
    );
    const values = isWhole ? { letters } : { letters, end: `${letters}\u{10FFFF}` };
    const list: Stage = (limit) =>
      this.firstOf(this.blocks, limit, ({ station }, left) => find.all({ ...values, station, limit: left }));
    return digits === '' ? list : () => this.withDigits(list(comparedOneByOne), digits);
  }

  /** Those whose number contains the digits, in the order given. */
  private withDigits(searchIds: readonly number[], digits: string): number[] {
    const find = statement<[string, string], { searchId: number }>(this.database, numbersOf);
    return find.all(JSON.stringify(searchIds), `%${digits}%`).map(({ searchId }) => searchId);
  }

  private numbers(digits: string): Stage[] {
    const match = matchDigits(digits);
    const stages: Stage[] = [];
    if (digits.length === 18) return [this.wholeNumber(digits)];
    const oldNumber = findNumberOfOld(digits);
    if (oldNumber !== null) stages.push(this.wholeNumber(oldNumber));
    if (digits.length === 9) stages.push(this.householdNumber(digits));
    if (this.isBeginning(digits)) stages.push(this.compared({ match, number: `${digits}%` }));
    if (/^(18|19|20)\d\d/.test(digits)) stages.push(this.compared({ match, number: `______${digits}%` }));
    stages.push(this.compared({ match: matchLastDigits(digits), number: `%${digits}` }));
    stages.push(this.compared({ match, ...(digits.length > fewestDigits ? { number: `%${digits}%` } : {}) }));
    return stages;
  }

  /** Whether any number begins so: spares looking through all who have these digits elsewhere. */
  private isBeginning(digits: string): boolean {
    const sql = 'SELECT 1 AS one FROM persons WHERE citizen_id >= ? AND citizen_id < ? LIMIT 1';
    return statement<[string, string], { one: number }>(this.database, sql).get(digits, `${digits}~`) !== undefined;
  }

  private wholeNumber(digits: string): Stage {
    const sql = `SELECT s.search_id AS searchId FROM persons p JOIN search_persons s ON s.person_id = p.person_id
      WHERE p.citizen_id = ?`;
    const find = statement<[string], { searchId: number }>(this.database, sql);
    return () => find.all(digits).map(({ searchId }) => searchId);
  }

  private householdNumber(number: string): Stage {
    const sql = `SELECT s.search_id AS searchId FROM search_stations t
      CROSS JOIN households h ON h.station_code = t.station_code AND h.number = ?
      CROSS JOIN memberships m ON m.household_id = h.household_id AND m.until_on IS NULL
      CROSS JOIN search_persons s ON s.person_id = m.person_id
      ORDER BY h.station_code <> ?, h.station_code, m.relation <> '02', m.relation`;
    const find = statement<[string, string], { searchId: number }>(this.database, sql);
    return () => find.all(number, this.ownCode).map(({ searchId }) => searchId);
  }
}
