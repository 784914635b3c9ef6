import type { Database } from './database.ts';
import { type NamedPlace, type NamedPlaces, namedPlaces } from './named-places.ts';
import { statement } from './statements.ts';

/** At most so many nodes are answered. */
const answeredAtMost = 30;
/** Named places compared with the path; enough for the commonest word. */
const anchorsAtMost = 200;
/** Nodes looked at below the anchors before giving up; 2 µs each. */
const visitedAtMost = 1500;

/** What an address as typed says. */
export interface AddressWords {
  /** Words of names or initials in the order typed. */
  readonly names: readonly string[];
  /** Numbers of building, unit, room in the order typed. */
  readonly numbers: readonly string[];
}

/** 康宁3号楼2单元501室, `康宁 3-2-501` and `kn 3 2 501` all say the same. */
export function addressWords(text: string): AddressWords {
  const spaced = text
    .normalize('NFKC')
    .replaceAll(/(\d+)(号楼|单元|号院|[号栋幢楼门室座层])/g, '$1 ')
    .toLowerCase();
  const words = spaced.match(/\d+|[a-z]+|[^\s\d\p{P}a-z]+/gu) ?? [];
  return { names: words.filter((word) => !/^\d/.test(word)), numbers: words.filter((word) => /^\d/.test(word)) };
}

const isLatin = (word: string): boolean => /^[a-z]+$/.test(word);

/** How well a place's name fits the word; less is better, `unfit`: not at all. */
function distance({ name, initials }: Pick<NamedPlace, 'name' | 'initials'>, word: string): number {
  if (name === word || initials === word) return 0;
  if (name.startsWith(word)) return 1;
  if (isLatin(word)) return initials.startsWith(word) ? 2 : unfit;
  return name.includes(word) ? 3 : unfit;
}
const unfit = 4;

/** Places whose name has the last word and whose full name has all words in order; no ancestor has to be asked. */
function listByFullName(places: NamedPlaces, names: readonly string[]): NamedPlace[] {
  if (names.length < 2 || names.some(isLatin)) return [];
  return places.listWith(names.at(-1) ?? '').filter(({ fullName }) => hasInOrder(fullName, names));
}

function hasInOrder(text: string, words: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => {
    const at = text.indexOf(word, from);
    from = at + word.length;
    return at >= 0;
  });
}

/** Fewest characters of a name and what it lies in written together: 南康街福源 */
const fewestTogether = 5;

function listByLastWord(database: Database, places: NamedPlaces, names: readonly string[]): NamedPlace[] {
  const last = names.at(-1) ?? '';
  const named = places.listWith(last).filter((place) => distance(place, last) < unfit);
  const isTogether = named.length === 0 && last.length >= fewestTogether && !isLatin(last);
  const found = isTogether ? places.all.filter(({ fullName }) => fullName.endsWith(last)) : named;
  return found.filter((place) => followsPath(database, place, names.slice(0, -1)));
}

/** Named places for the words, the best fitting first, among equals those of the own station. */
function listAnchors(database: Database, names: readonly string[], stationCode: string | null): NamedPlace[] {
  const last = names.at(-1) ?? '';
  const places = namedPlaces(database);
  const named = listByFullName(places, names);
  const found = named.length > 0 ? named : listByLastWord(database, places, names);
  const rank = (place: NamedPlace) => distance(place, last) * 2 + (place.stationCode === stationCode ? 0 : 1);
  return found
    .map((place) => ({ place, rank: rank(place) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, anchorsAtMost)
    .map(({ place }) => place);
}

const ancestorsSql = `WITH RECURSIVE path (id, parent, step) AS (
    SELECT address_id, parent_id, 0 FROM addresses WHERE address_id = ?
    UNION ALL SELECT a.address_id, a.parent_id, step + 1 FROM path JOIN addresses a ON a.address_id = path.parent WHERE step < 12)
  SELECT a.name, a.initials FROM path JOIN addresses a ON a.address_id = path.id WHERE step > 0
  ORDER BY step DESC`;

type Ancestor = Pick<NamedPlace, 'name' | 'initials'>;

/** Whether the words stand in the names of the ancestors in this order, each in one of them. */
function followsPath(database: Database, place: NamedPlace, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  let next = 0;
  for (const ancestor of statement<[string], Ancestor>(database, ancestorsSql).all(place.id)) {
    if (distance(ancestor, words[next] ?? '') < unfit) next += 1;
    if (next === words.length) return true;
  }
  return false;
}

interface Node {
  readonly id: string;
  readonly name: string;
}

const numbered = `SELECT address_id AS id, name FROM addresses WHERE parent_id = @parent AND name >= @number AND name < @end
  ORDER BY name LIMIT 100`;
const withParts = `SELECT address_id AS id, name FROM addresses WHERE parent_id = @parent AND level <> 'room' ORDER BY name`;

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
    const begun = this.list(numbered, { parent: nodeId, number, end: `${number}\u{10FFFF}` });
    const exact = begun.filter(({ name }) => !/^\d/.test(name.slice(number.length)));
    const before = this.found.length;
    for (const child of exact.length > 0 || rest.length > 0 ? exact : begun) this.go(child.id, rest, skips);
    if (this.found.length > before || skips === 0) return;
    for (const child of this.list(withParts, { parent: nodeId }))
      if (!this.isEnough) this.go(child.id, numbers, skips - 1);
  }

  private list(sql: string, values: Readonly<Record<string, string>>): Node[] {
    const children = this.isEnough
      ? []
      : statement<[Readonly<Record<string, string>>], Node>(this.database, sql).all(values);
    this.visited += 1 + children.length;
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
  const { names, numbers } = addressWords(text);
  if (names.length === 0) return [];
  const anchors = listAnchors(database, names, stationCode);
  if (numbers.length === 0) return anchors.slice(0, answeredAtMost).map(({ id }) => id);
  const descent = new Descent(database);
  for (const { id } of anchors) if (!descent.isEnough) descent.go(id, numbers, levelsLeftOut);
  return [...new Set(descent.found)].slice(0, answeredAtMost);
}
