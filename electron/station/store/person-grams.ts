import { standardText } from '../../../shared/domain/private-characters.ts';

/*
 * The pieces by which names and numbers are found, as tokens of ASCII letters and digits so that any tokenizer keeps them
 * whole and every plane of Unicode works: e the whole name, p its first character, c one or two characters of it in order;
 * four characters of the number in a row, s the last four.
 */

const codes = new Map<string, string>();

function code(character: string): string {
  const known = codes.get(character);
  if (known !== undefined) return known;
  const made = (character.codePointAt(0) ?? 0).toString(16);
  codes.set(character, made);
  return made;
}

/** The characters of a name that count: without spaces and dots, private characters of old data as their standard ones. */
export function nameCharacters(text: string): string[] {
  return [...standardText(text).replaceAll(/[\s·•‧・．]/gu, '')];
}

/** All pieces of a person's name and number, for the index. */
export function gramsOf(name: string, citizenId: string): string {
  const parts = nameCharacters(name).map(code);
  let grams = `e${parts.join('x')} p${parts[0] ?? ''}`;
  for (let first = 0; first < parts.length; first += 1) {
    grams += ` c${parts[first]}`;
    for (let second = first + 1; second < parts.length; second += 1) grams += ` c${parts[first]}x${parts[second]}`;
  }
  const number = citizenId.toLowerCase();
  for (let position = 0; position + 4 <= number.length; position += 1)
    grams += ` ${number.slice(position, position + 4)}`;
  return `${grams} s${number.slice(-4)}`;
}

/** An FTS5 expression that holds where all tokens do. */
export function matchAll(tokens: readonly string[]): string {
  return tokens.map((token) => `"${token}"`).join(' AND ');
}

/** The token of names that are exactly these characters. */
export function wholeNameToken(characters: readonly string[]): string {
  return `e${characters.map(code).join('x')}`;
}

/** The tokens of names that begin with these characters; with two and more, other names may have them all. */
export function beginningTokens(characters: readonly string[]): string[] {
  return [...characters.slice(0, 1).map((character) => `p${code(character)}`), ...pairsOf(characters)];
}

/** The tokens of names with these characters in this order; with three and more, other names may have them all. */
export function inOrderTokens(characters: readonly string[]): string[] {
  return characters.length === 1 ? characters.map((character) => `c${code(character)}`) : pairsOf(characters);
}

function pairsOf(characters: readonly string[]): string[] {
  const pairs = characters.slice(1).map((character, index) => `c${code(characters[index] ?? '')}x${code(character)}`);
  return [...new Set(pairs)];
}

/** More pieces of one number sift nothing more out. */
const windowsAtMost = 6;

/**
 * The tokens of every four characters in a row (of many characters every other four); numbers with these digits in a row have
 * all of them, and few others do.
 */
export function windowsOf(digits: string): string[] {
  const lower = digits.toLowerCase();
  const count = Math.max(0, lower.length - 3);
  const step = Math.ceil(count / windowsAtMost);
  const starts = Array.from({ length: count }, (_, position) => position).filter((position) => position % step === 0);
  return [...new Set(starts.map((position) => lower.slice(position, position + 4)))];
}

/** The token of the last four of these digits standing last in a number. */
export function lastDigits(digits: string): string {
  return `s${digits.slice(-4).toLowerCase()}`;
}
