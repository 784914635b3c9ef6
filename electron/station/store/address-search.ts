import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** At most so many nodes are answered. */
const answeredAtMost = 30;
/** Named places compared with the path; enough for the commonest word. */
const anchorsAtMost = 200;
/** Nodes looked at below the anchors before giving up. */
const visitedAtMost = 3000;

interface AddressWords {
  /** Words of names or initials in the order typed. */
  readonly names: readonly string[];
  /** Numbers of building, unit, room in the order typed. */
  readonly numbers: readonly string[];
}

/** 康宁3号楼2单元501室, `康宁 3-2-501` and `kn 3 2 501` all say the same. */
function readWords(text: string): AddressWords {
  const spaced = text
    .normalize('NFKC')
    .replaceAll(/(\d+)(号楼|单元|号院|[号栋幢楼门室座层])/g, '$1 ')
    .toLowerCase();
  const words = spaced.match(/\d+|[a-z]+|[^\s\d\p{P}a-z]+/gu) ?? [];
  return { names: words.filter((word) => !/^\d/.test(word)), numbers: words.filter((word) => /^\d/.test(word)) };
}

interface Anchor {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly stationCode: string | null;
}

const anchorColumns = `address_id AS id, name, initials, station_code AS stationCode FROM addresses INDEXED BY addresses_named
  WHERE level IN ('division', 'township', 'community', 'street', 'compound')`;
const byLastWord = `SELECT ${anchorColumns} AND (name LIKE @part OR full_name LIKE @end OR initials LIKE @initials) LIMIT 1000`;
const byFullName = `SELECT ${anchorColumns} AND full_name LIKE ? AND name LIKE ? LIMIT 1000`;

/** How well a node's name fits the word; less is better. */
function distance({ name, initials }: Pick<Anchor, 'name' | 'initials'>, word: string): number {
  if (name === word || initials === word) return 0;
  if (name.startsWith(word)) return 1;
  if (initials.startsWith(word)) return 2;
  return name.includes(word) ? 3 : 4;
}

const isLatin = (word: string): boolean => /^[a-z]+$/.test(word);
const plain = (word: string): string => word.replaceAll(/[%_]/g, '');

/** Places whose name has the last word and whose full name has all words in order; no ancestor has to be asked. */
function listByFullName(database: Database, names: readonly string[]): Anchor[] {
  const last = names.at(-1) ?? '';
  if (names.length < 2 || names.some(isLatin)) return [];
  const find = statement<[string, string], Anchor>(database, byFullName);
  return find.all(`%${names.map(plain).join('%')}%`, `%${plain(last)}%`);
}

function listByLastWord(database: Database, names: readonly string[]): Anchor[] {
  const last = names.at(-1) ?? '';
  const [word, earlier] = [plain(last), names.slice(0, -1)];
  const patterns = isLatin(last)
    ? { part: '', end: '', initials: `${word}%` }
    : { part: `%${word}%`, end: `%${word}`, initials: '' };
  const found = statement<[typeof patterns], Anchor>(database, byLastWord).all(patterns);
  return found.filter((anchor) => followsPath(database, anchor, earlier));
}

/** Named places for the words, the best fitting first, among equals those of the own station. */
function listAnchors(database: Database, names: readonly string[], stationCode: string | null): Anchor[] {
  const last = names.at(-1) ?? '';
  const named = listByFullName(database, names);
  const found = named.length > 0 ? named : listByLastWord(database, names);
  const rank = (anchor: Anchor) => distance(anchor, last) * 2 + (anchor.stationCode === stationCode ? 0 : 1);
  return found
    .map((anchor) => ({ anchor, rank: rank(anchor) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, anchorsAtMost)
    .map(({ anchor }) => anchor);
}

const ancestorsSql = `WITH RECURSIVE path (id, parent, step) AS (
    SELECT address_id, parent_id, 0 FROM addresses WHERE address_id = ?
    UNION ALL SELECT a.address_id, a.parent_id, step + 1 FROM path JOIN addresses a ON a.address_id = path.parent WHERE step < 12)
  SELECT a.address_id AS id, a.name, a.initials, a.station_code AS stationCode FROM path JOIN addresses a ON a.address_id = path.id WHERE step > 0
  ORDER BY step DESC`;

/** Whether the words stand in the names of the ancestors in this order, each in one of them. */
function followsPath(database: Database, anchor: Anchor, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  let next = 0;
  for (const ancestor of statement<[string], Anchor>(database, ancestorsSql).all(anchor.id)) {
    if (distance(ancestor, words[next] ?? '') < 4) next += 1;
    if (next === words.length) return true;
  }
  return false;
}

/** Looks for numbers below a node: children whose name begins with the number, levels left out where nothing fits. */
class Descent {
  private readonly database: Database;
  private visited = 0;
  readonly found: string[] = [];

  constructor(database: Database) {
    this.database = database;
  }

  get isEnough(): boolean {
    return this.found.length >= answeredAtMost || this.visited >= visitedAtMost;
  }

  go(nodeId: string, numbers: readonly string[], skips: number): void {
    const [number, ...rest] = numbers;
    if (number === undefined) {
      this.found.push(nodeId);
      return;
    }
    const children = this.childrenOf(nodeId);
    const exact = children.filter(({ name }) => new RegExp(`^${number}(?!\\d)`).test(name));
    const begun = rest.length === 0 ? children.filter(({ name }) => name.startsWith(number)) : [];
    const before = this.found.length;
    for (const child of exact.length > 0 ? exact : begun) this.go(child.id, rest, skips);
    if (this.found.length > before || skips === 0) return;
    for (const child of children) if (!this.isEnough) this.go(child.id, numbers, skips - 1);
  }

  private childrenOf(nodeId: string): { id: string; name: string }[] {
    const sql = 'SELECT address_id AS id, name FROM addresses WHERE parent_id = ? ORDER BY name';
    const children = this.isEnough
      ? []
      : statement<[string], { id: string; name: string }>(this.database, sql).all(nodeId);
    this.visited += children.length;
    return children;
  }
}

/** Levels that may be left out between a named place and a number: a street's compounds, a building's units. */
const levelsLeftOut = 2;

/**
 * Ids of nodes of the address tree found by words in order (`南康 和平路`, or a whole address as written), by initials of
 * names (`kn`), and below them by numbers of building, unit and room (`康宁 3 2 501`). Best match first, among equals those of the
 * station given; at most 30. Numbers alone find nothing.
 */
export function listMatchingAddresses(database: Database, text: string, stationCode: string | null): string[] {
  const { names, numbers } = readWords(text);
  if (names.length === 0) return [];
  const anchors = listAnchors(database, names, stationCode);
  if (numbers.length === 0) return anchors.slice(0, answeredAtMost).map(({ id }) => id);
  const descent = new Descent(database);
  for (const { id } of anchors) if (!descent.isEnough) descent.go(id, numbers, levelsLeftOut);
  return [...new Set(descent.found)].slice(0, answeredAtMost);
}
