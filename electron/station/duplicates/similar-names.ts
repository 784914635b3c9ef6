import { nameCharacters } from '../store/person-grams.ts';

/** So many characters of two names agree at least before one that differs counts: with fewer, half a town would be alike. */
const fewestAlike = 2;

/** Whether one character was changed, left out or added, and at least two are the same. */
export function isOneCharacterApart(one: string, other: string): boolean {
  return alikeCharacters(one, other) >= fewestAlike;
}

/** Whether two names of two characters share one of them: too common to say much without more that agrees. */
export function isHalfAlike(one: string, other: string): boolean {
  const [a, b] = [nameCharacters(one), nameCharacters(other)];
  return a.length === 2 && b.length === 2 && alikeCharacters(one, other) === 1;
}

/** How many characters two names share that are one character apart; 0 where they are the same or further apart. */
function alikeCharacters(one: string, other: string): number {
  const [short, long] = [nameCharacters(one), nameCharacters(other)].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || long.length - short.length > 1) return 0;
  const before = short.findIndex((character, index) => character !== long[index]);
  if (before < 0) return long.length === short.length ? 0 : short.length;
  const skipped = long.length === short.length ? 1 : 0;
  const isRestSame = short.slice(before + skipped).every((character, index) => character === long[before + 1 + index]);
  return isRestSame ? short.length - skipped : 0;
}

/** Whether two lists of readings (person-letters.ts) have a full reading in common, for names of as many characters. */
export function soundsAlike(
  one: { readonly name: string; readonly letters: readonly string[] },
  other: { readonly name: string; readonly letters: readonly string[] },
): boolean {
  const length = nameCharacters(one.name).length;
  if (length === 0 || length !== nameCharacters(other.name).length) return false;
  // Initials stand in the same list; they are never longer than the name.
  return one.letters.some((reading) => reading.length > length && other.letters.includes(reading));
}
