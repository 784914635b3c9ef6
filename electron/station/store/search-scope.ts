import type { Database } from './database.ts';
import { matchAll } from './person-grams.ts';
import { listStationBlocks, type StationBlock } from './person-index.ts';
import { statement } from './statements.ts';

/** One way to match, better than those after it: lists search ids, the own station's first, at most about `limit`. */
export type Stage = ((limit: number) => readonly number[]) & { readonly isDecisive?: true };

/** A stage that leaves no doubt what was meant: where it finds somebody, nothing else is looked for. */
export function decisive(stage: Stage): Stage {
  return Object.assign((limit: number) => stage(limit), { isDecisive: true } as const);
}

/** The first people of the stages, each once. */
export function firstOfStages(stages: readonly Stage[], limit: number): number[] {
  const found = new Set<number>();
  for (const stage of stages) {
    const listed = stage(limit + found.size);
    for (const searchId of listed) {
      if (found.size < limit) found.add(searchId);
    }
    if (found.size >= limit || (stage.isDecisive && listed.length > 0)) break;
  }
  return [...found];
}

/** So many nearly matching persons of each part of the copy are compared before a stage gives up; 1 to 2 µs each. */
const comparedAtMost = 1000;

/** What to look for in the pieces, and what the persons found must then be like (patterns of LIKE). */
export interface Comparison {
  readonly match: string;
  /** So many of each part of the copy are compared; absent: comparedAtMost. */
  readonly most?: number;
  readonly name?: string;
  readonly number?: string;
  readonly letters?: string;
}

interface RankedToken {
  readonly token: string;
  readonly gap: number;
}

/** What to ask FTS5 for. `isRare`: only some hundreds have the rarest piece, as far as can be seen from the own station on. */
export interface Match {
  readonly match: string;
  readonly isRare: boolean;
}

type Hit = { readonly searchId: number };

/** Compares only what there is a pattern for. */
function nearly({ name, number, letters }: Comparison): string {
  const tests = [
    name === undefined ? '' : 'AND s.name LIKE @name',
    number === undefined ? '' : 'AND s.citizen_id LIKE @number',
    letters === undefined ? '' : 'AND s.letters LIKE @letters',
  ];
  return `SELECT g.rowid AS searchId
    FROM (SELECT rowid FROM search_grams WHERE search_grams MATCH @match AND rowid >= @from AND rowid < @until LIMIT @most) g
    CROSS JOIN search_persons s ON s.search_id = g.rowid WHERE true ${tests.join(' ')} LIMIT @limit`;
}
const exactly = `SELECT rowid AS searchId FROM search_grams WHERE search_grams MATCH @match AND rowid >= @from AND rowid < @until
  LIMIT @limit`;
const hundredthFrom = `SELECT rowid AS searchId FROM search_grams WHERE search_grams MATCH ? AND rowid >= ? LIMIT 1 OFFSET 99`;
/** More pieces sift hardly more out. */
const askedAtMost = 4;
/** A token that so many times more people have takes longer to read than comparing those whom it sifts out. */
const farCommoner = 5;
/** A token of which a hundred are found among so many is one that about 300 persons of the whole city have. */
const rareGap = 400_000;

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
  private readonly gaps = new Map<string, number>();
  private keptBlocks: readonly StationBlock[] | null = null;
  private keptRanges: readonly Range[] | null = null;

  constructor(database: Database, ownCode: string) {
    this.database = database;
    this.ownCode = ownCode;
  }

  /** Read when they are first needed: a whole number needs none. */
  private get blocks(): readonly StationBlock[] {
    this.keptBlocks ??= listStationBlocks(this.database, this.ownCode);
    return this.keptBlocks;
  }

  private get ranges(): readonly Range[] {
    this.keptRanges ??= this.listRanges();
    return this.keptRanges;
  }

  /** The numbers of all stations, the own one's first, for json_each. */
  get stations(): string {
    return JSON.stringify(this.blocks.map(({ station }) => station));
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

  /** Whether the person is registered or lives under the own station. */
  isOwn(searchId: number): boolean {
    const [own, ...others] = this.ranges;
    return own !== undefined && others.length > 0 && searchId >= own.from && searchId < own.until;
  }

  /** The same people, the own station's first. */
  ownFirst(hits: readonly Hit[]): number[] {
    const ids = hits.map(({ searchId }) => searchId);
    return [...ids.filter((id) => this.isOwn(id)), ...ids.filter((id) => !this.isOwn(id))];
  }

  /** Persons who have the pieces and are like the patterns. Without patterns the pieces alone decide. */
  compared(comparison: Comparison): Stage {
    const { match, most = comparedAtMost, name, number, letters } = comparison;
    const isExact = name === undefined && number === undefined && letters === undefined;
    const find = statement<[Record<string, unknown>], Hit>(this.database, isExact ? exactly : nearly(comparison));
    const values = { match, ...(isExact ? {} : { name, number, letters, most }) };
    return (limit) => this.firstOf(this.ranges, limit, (range, left) => find.all({ ...values, ...range, limit: left }));
  }

  /** A stage of one statement that answers `searchId` and takes `@limit`; `@stations` are all stations, the own one first. */
  stage(sql: string, valuesOf: () => Readonly<Record<string, unknown>>): Stage {
    const find = statement<[Record<string, unknown>], Hit>(this.database, sql);
    const needsStations = sql.includes('@stations');
    return (limit) =>
      find
        .all({ ...valuesOf(), ...(needsStations ? { stations: this.stations } : {}), limit })
        .map(({ searchId }) => searchId);
  }

  /** Asks one part after the other until `limit` are found. */
  private firstOf<Part>(
    parts: readonly Part[],
    limit: number,
    list: (part: Part, left: number) => readonly Hit[],
  ): number[] {
    const found: number[] = [];
    for (const part of parts) {
      if (found.length >= limit) break;
      for (const { searchId } of list(part, limit - found.length)) found.push(searchId);
    }
    return found;
  }

  /**
   * The tokens, the rarest first. How rare one is shows where the hundredth person from the own station's first has it. FTS5
   * takes 0.4 µs to sift a person by one more token, comparing the person 0.8 µs.
   */
  private byRarity(tokens: readonly string[]): RankedToken[] {
    return tokens.map((token) => ({ token, gap: this.gapOf(token) })).sort((a, b) => b.gap - a.gap);
  }

  private gapOf(token: string): number {
    const known = this.gaps.get(token);
    if (known !== undefined) return known;
    const from = this.ranges[0]?.from ?? 0n;
    const find = statement<[string, bigint], Hit>(this.database, hundredthFrom);
    const gap = (find.get(`"${token}"`, from)?.searchId ?? Number.POSITIVE_INFINITY) - Number(from);
    this.gaps.set(token, gap);
    return gap;
  }

  /** The expression for these tokens: the rarest and up to three that are not far commoner. */
  matchTokens(tokens: readonly string[]): Match {
    const [first, ...others] = this.byRarity(tokens);
    const isRare = first !== undefined && first.gap >= rareGap;
    const sifting = others.filter(({ gap }) => gap * farCommoner >= (first?.gap ?? 0));
    const chosen = [first, ...sifting.slice(0, askedAtMost - 1)].filter((it) => it !== undefined);
    return { match: matchAll(chosen.map(({ token }) => token)), isRare };
  }
}
