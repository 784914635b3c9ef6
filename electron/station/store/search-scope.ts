import type { Database } from './database.ts';
import { matchAll } from './person-grams.ts';
import { listStationBlocks, type StationBlock } from './person-index.ts';
import { statement } from './statements.ts';

/** One way to match, better than those after it: lists search ids, the own station's first, at most about `limit`. */
export type Stage = (limit: number) => readonly number[];

/** So many nearly matching persons are compared before a stage gives up; keeps the worst query within milliseconds. */
const comparedAtMost = 1500;

/** What to look for in the pieces, and what the persons found must then be like (patterns of LIKE). */
export interface Comparison {
  readonly match: string;
  /** For the own station's people, where common pieces sift cheaply because the lists are short; absent: `match`. */
  readonly ownMatch?: string;
  readonly name?: string;
  readonly number?: string;
  readonly letters?: string;
}

interface RankedToken {
  readonly token: string;
  readonly gap: number;
}

type Hit = { readonly searchId: number };

/** Compares only what there is a pattern for: each pattern costs as much as finding the person. */
function nearly({ name, number, letters }: Comparison): string {
  const tests = [
    name === undefined ? '' : `AND replace(p.name, '·', '') LIKE @name`,
    number === undefined ? '' : 'AND p.citizen_id LIKE @number',
    letters === undefined ? '' : 'AND s.letters LIKE @letters',
  ];
  return `SELECT g.rowid AS searchId
    FROM (SELECT rowid FROM search_grams WHERE search_grams MATCH @match AND rowid >= @from AND rowid < @until LIMIT @most) g
    CROSS JOIN search_persons s ON s.search_id = g.rowid
    CROSS JOIN persons p ON p.person_id = s.person_id WHERE true ${tests.join(' ')} LIMIT @limit`;
}
const exactly = `SELECT rowid AS searchId FROM search_grams WHERE search_grams MATCH @match AND rowid >= @from AND rowid < @until
  LIMIT @limit`;
const hundredthFrom = `SELECT rowid AS searchId FROM search_grams WHERE search_grams MATCH ? AND rowid >= ? LIMIT 1 OFFSET 99`;
/** A hundred persons with a common token are found among so many: one in fifty has it. */
const commonGap = 5000;

/**
 * Search ids from `from` to below `until`. Big integers: FTS5 seeks by whole numbers only, and a JavaScript number is bound as
 * a fraction.
 */
interface Range {
  readonly from: bigint;
  readonly until: bigint;
}
const everyone: Range = { from: 0n, until: BigInt(Number.MAX_SAFE_INTEGER) };

/** The copy as one station sees it: its own people, all before them, all behind. */
export class SearchScope {
  readonly database: Database;
  readonly ownCode: string;
  readonly blocks: readonly StationBlock[];
  private readonly ranges: readonly Range[];

  constructor(database: Database, ownCode: string) {
    this.database = database;
    this.ownCode = ownCode;
    this.blocks = listStationBlocks(database, ownCode);
    this.ranges = this.listRanges();
  }

  private listRanges(): Range[] {
    const find = 'SELECT 1 AS one FROM search_stations WHERE station_code = ?';
    const hasOwn = statement<[string], { one: number }>(this.database, find).get(this.ownCode) !== undefined;
    const [block] = this.blocks;
    if (!hasOwn || !block) return [everyone];
    const [from, until] = [BigInt(block.from), BigInt(block.until)];
    return [
      { from, until },
      { from: everyone.from, until: from },
      { from: until, until: everyone.until },
    ];
  }

  /** Whether the person lives under the own station. */
  isOwn(searchId: number): boolean {
    const [own, ...others] = this.ranges;
    return own !== undefined && others.length > 0 && searchId >= own.from && searchId < own.until;
  }

  /** Persons who have the pieces and are like the patterns. Without patterns the pieces alone decide. */
  compared(comparison: Comparison): Stage {
    return this.comparedIn(this.ranges, comparison);
  }

  /** The same among the own station's people. */
  comparedOwn(comparison: Comparison): Stage {
    return this.comparedIn(this.ranges.slice(0, 1), comparison);
  }

  private comparedIn(ranges: readonly Range[], comparison: Comparison): Stage {
    const { match, ownMatch = match, name, number, letters } = comparison;
    const isExact = name === undefined && number === undefined && letters === undefined;
    const find = statement<[Record<string, unknown>], Hit>(this.database, isExact ? exactly : nearly(comparison));
    const values = isExact ? {} : { name, number, letters, most: comparedAtMost };
    return (limit) =>
      this.firstOf(ranges, limit, ({ from, until }, left) =>
        find.all({ ...values, match: from === this.ranges[0]?.from ? ownMatch : match, from, until, limit: left }),
      );
  }

  /** Asks one part after the other until `limit` are found. */
  firstOf<Part>(parts: readonly Part[], limit: number, list: (part: Part, left: number) => readonly Hit[]): number[] {
    const found: number[] = [];
    for (const part of parts) {
      if (found.length >= limit) break;
      for (const { searchId } of list(part, limit - found.length)) found.push(searchId);
    }
    return found;
  }

  /**
   * The tokens, the rarest first. How rare one is shows where the hundredth person from the own station's first has it:
   * further than `commonGap` behind, it is worth asking for in the whole copy. A common token costs more than it sifts out
   * there: FTS5 reads a page of its list for each person the rare ones leave, 10 µs, and looking that person up takes half of it.
   */
  private byRarity(tokens: readonly string[]): RankedToken[] {
    const from = this.ranges[0]?.from ?? 0n;
    const find = statement<[string, bigint], Hit>(this.database, hundredthFrom);
    return tokens
      .map((token) => ({
        token,
        gap: (find.get(`"${token}"`, from)?.searchId ?? Number.POSITIVE_INFINITY) - Number(from),
      }))
      .sort((a, b) => b.gap - a.gap);
  }

  /** Expressions for these tokens: in the whole copy the rarest and two more unless they are common, among own people three. */
  matchTokens(tokens: readonly string[]): { match: string; ownMatch: string } {
    const [first, ...others] = tokens.length === 1 ? [{ token: tokens[0] ?? '', gap: 0 }] : this.byRarity(tokens);
    const chosen = [first, ...others.slice(0, 2)].filter((it) => it !== undefined);
    const rare = chosen.filter((it) => it === first || it.gap > commonGap);
    return { match: matchAll(rare.map(({ token }) => token)), ownMatch: matchAll(chosen.map(({ token }) => token)) };
  }
}
