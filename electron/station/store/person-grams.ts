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

/** The characters of a name that count: without spaces and dots. */
export function nameCharacters(text: string): string[] {
  return [...text.replaceAll(/[\s·•‧・．]/gu, '')];
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
function all(tokens: Iterable<string>): string {
  return [...new Set(tokens)].map((token) => `"${token}"`).join(' AND ');
}

/** Names that are exactly these characters. */
export function matchWholeName(characters: readonly string[]): string {
  return all([`e${characters.map(code).join('x')}`]);
}

/** Names that begin with these characters; with two and more, also some that only nearly do. */
export function matchBeginning(characters: readonly string[]): string {
  return all([`p${characters.slice(0, 1).map(code)}`, ...pairsOf(characters)]);
}

/** Names with these characters in this order; with three and more, also some that only nearly have them. */
export function matchInOrder(characters: readonly string[]): string {
  return all(characters.length === 1 ? characters.map((character) => `c${code(character)}`) : pairsOf(characters));
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `c${code(characters[index] ?? '')}x${code(character)}`);
}

/** Numbers with these digits (four and more) in a row; with five and more, also some that only nearly have them. */
export function matchDigits(digits: string): string {
  const lower = digits.toLowerCase();
  return all(
    Array.from({ length: Math.max(0, lower.length - 3) }, (_, position) => lower.slice(position, position + 4)),
  );
}

/** Numbers that end with these digits (four and more), with five and more also some that only nearly do. */
export function matchLastDigits(digits: string): string {
  return `${all([`s${digits.slice(-4).toLowerCase()}`])} AND ${matchDigits(digits)}`;
}
