import { pinyinQuery } from '../../../shared/domain/name-keys.ts';
import { parseDay } from '../../../shared/domain/plain-date.ts';
import { readCodePoints } from '../../../shared/domain/private-characters.ts';
import { nameCharacters } from './person-grams.ts';

/** What was typed into the one box, sorted by kind; a kind that was not typed is empty. */
export interface PersonQuery {
  /** Characters of a name in the order typed. */
  readonly characters: readonly string[];
  /** Pinyin or initials, as search keys are written. */
  readonly letters: string;
  /** Digits of a number or a birth date, X last. */
  readonly digits: string;
  /** Words of an address, as typed; they may be a name as well. */
  readonly address: string;
  /** The number of a paper, permit, certificate or acceptance: capital letters and digits. */
  readonly paper: string;
}

const numberLike = /^\d{1,17}[\dX]?$/;
const latin = /^[\p{Script=Latin}\p{M}'’:-]+$/u;
/** A number of a house or room, alone (`3`, `501`) or written together with a word (`3号楼2单元`, `康宁12`). */
const houseNumber = /^\d{1,3}$|\d\p{Script=Han}|\p{Script=Han}\d/u;
/** Fewest characters that are looked for as the number of a paper. */
const fewestOfPaper = 5;

/** A number as written on a paper: capital letters and digits, without hyphens and 字第…号. */
function paperOf(text: string): string {
  const compact = text
    .normalize('NFKC')
    .replace(/[\s字第号.-]/gu, '')
    .toUpperCase();
  return /^[\p{L}]{0,6}[0-9A-Z]*\d[0-9A-Z]*$/u.test(compact) && compact.length >= fewestOfPaper ? compact : '';
}

function digitsOf(word: string): string {
  const day = parseDay(word);
  if (day) return day.replaceAll('-', '');
  const compact = word.normalize('NFKC').replaceAll('-', '').toUpperCase();
  return numberLike.test(compact) ? compact : '';
}

/** Whether the words say a place and cannot be a name narrowed by a number: numbers of house and room stand among them. */
function isPlace(words: readonly string[]): boolean {
  const isHouse = (word: string): boolean =>
    parseDay(word) === null && word.split('-').some((part) => houseNumber.test(part));
  return words.length > 0 && words.some(isHouse) && words.some((word) => digitsOf(word) === '');
}

/**
 * Reads the box: words apart by spaces, each characters, letters or digits. A number may be typed in groups, a date as
 * 19900101, 1990-1-1 or 1990年1月1日; a name and a part of the number together narrow each other. Words with numbers of house
 * and room (康宁 3 2 501) are an address. A character may be typed as its code point (U+20BB7).
 */
export function readPersonQuery(typed: string): PersonQuery {
  const text = readCodePoints(typed.trim());
  const words = text.split(/\s+/).filter((word) => word !== '');
  const query = { characters: [] as string[], letters: '', digits: '', address: '', paper: paperOf(text) };
  if (isPlace(words)) return { ...query, address: text };
  for (const word of words) {
    const digits = digitsOf(word);
    if (digits !== '') query.digits += digits;
    else if (latin.test(word)) query.letters += pinyinQuery(word);
    else if (!/\d/.test(word))
      query.characters.push(...nameCharacters(word).filter((character) => /[\p{L}\p{Co}]/u.test(character)));
  }
  return query.characters.length > 1 && query.letters === '' ? { ...query, address: text } : query;
}
