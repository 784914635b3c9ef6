/** What can be wrong with a name as it would be stored; `codePoint` (`U+E001`) and `index` point at a character. */
export type NameProblemCode =
  | 'name-empty'
  | 'name-too-long'
  | 'name-digit'
  | 'name-control'
  | 'name-lone-surrogate'
  | 'name-private-use';
export type NameProblem = { code: NameProblemCode; codePoint: string | null; index: number | null };

/** The data item must hold 50 characters (25 汉字 and more): 民委 notice on names of minority people, 2016. */
export const nameMaxCodePoints = 50;

/** Dots typed in place of the separator of a minority name; the separator itself is U+00B7. */
const dotLookAlikes = /[\u2022\u2024\u2027\u2219\u22C5\u25CF\u30FB\uFF0E\uFF65\u0387]/gu;

/**
 * A name as it is stored: NFC (never NFKC, which would change characters), every look-alike dot as U+00B7, no spaces at
 * the ends, around a dot or between 汉字 (alignment spaces of old papers), single spaces elsewhere.
 */
export function normalizeName(text: string): string {
  return text
    .normalize('NFC')
    .replace(dotLookAlikes, '\u00B7')
    .replace(/\s+/gu, ' ')
    .replace(/ ?\u00B7 ?/gu, '\u00B7')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
}

/** Problems of a name already normalised; `index` counts code points from 0. Private-use characters print as blanks elsewhere. */
export function listNameProblems(name: string): NameProblem[] {
  const characters = [...name];
  if (characters.length === 0) return [{ code: 'name-empty', codePoint: null, index: null }];
  const problems: NameProblem[] = characters.flatMap((character, index) => {
    const code = findCharacterProblem(character);
    return code === null ? [] : [{ code, codePoint: codePointLabel(character), index }];
  });
  if (characters.length > nameMaxCodePoints) problems.push({ code: 'name-too-long', codePoint: null, index: null });
  return problems;
}

/** The stored form of a typed name together with its problems; storable when there is none. */
export function readName(text: string): { name: string; problems: NameProblem[] } {
  const name = normalizeName(text);
  return { name, problems: listNameProblems(name) };
}

/** `U+20BB7` for one character. */
export function codePointLabel(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function findCharacterProblem(character: string): NameProblemCode | null {
  if (/\p{Cs}/u.test(character)) return 'name-lone-surrogate';
  if (/\p{Co}/u.test(character)) return 'name-private-use';
  if (/\p{Nd}/u.test(character)) return 'name-digit';
  return /[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/u.test(character) ? 'name-control' : null;
}
