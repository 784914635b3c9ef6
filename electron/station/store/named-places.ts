import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** A place with a name of its own: everything above buildings, units and rooms. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly initials: string;
  readonly stationCode: string | null;
}

/** One text of all names, a line each: looking for a word in it takes a thirtieth of asking every place. */
class Lines {
  private readonly text: string;
  private readonly starts: readonly number[];

  constructor(lines: readonly string[]) {
    let next = 0;
    this.starts = lines.map((line) => {
      const start = next;
      next += line.length + 1;
      return start;
    });
    this.text = `\n${lines.join('\n')}\n`;
  }

  /** Numbers of the lines with the text in them; each once. */
  listWith(searched: string): number[] {
    const found = new Set<number>();
    for (let at = this.text.indexOf(searched); at >= 0; at = this.text.indexOf(searched, at + 1))
      found.add(this.lineAt(searched.startsWith('\n') ? at : at - 1));
    return [...found];
  }

  private lineAt(position: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The named places of a copy. */
export interface NamedPlaces {
  readonly all: readonly NamedPlace[];
  /** Places with the word in their names, or whose initials begin so. */
  listWith(word: string): NamedPlace[];
}

function placesOf(all: readonly NamedPlace[]): NamedPlaces {
  const names = new Lines(all.map(({ name }) => name));
  const initials = new Lines(all.map((place) => place.initials));
  const listWith = (word: string): NamedPlace[] => {
    if (word === '' || word.includes('\n')) return [];
    const found = new Set([...names.listWith(word), ...initials.listWith(`\n${word}`)]);
    return [...found].flatMap((number) => all[number] ?? []);
  };
  return { all, listWith };
}

interface Kept {
  readonly stamp: number;
  readonly places: NamedPlaces;
}
const kept = new WeakMap<Database, Kept>();

const placesSql = `SELECT address_id AS id, name, full_name AS fullName, initials, station_code AS stationCode FROM addresses
  WHERE level IN ('division', 'township', 'community', 'street', 'compound') ORDER BY name`;

/**
 * All named places of the copy. A few thousand in the whole city and changed by the registry alone, so they are kept in memory
 * until their stamp changes.
 */
export function namedPlaces(database: Database): NamedPlaces {
  const stamp = statement<[], { stamp: number }>(database, 'SELECT stamp FROM named_places').get()?.stamp ?? 0;
  const known = kept.get(database);
  if (known?.stamp === stamp) return known.places;
  const places = placesOf(statement<[], NamedPlace>(database, placesSql).all());
  kept.set(database, { stamp, places });
  return places;
}
