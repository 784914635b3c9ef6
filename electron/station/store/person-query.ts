import { pinyinQuery } from '../../../shared/domain/name-keys.ts';
import { parseDay } from '../../../shared/domain/plain-date.ts';
import { nameCharacters } from './person-grams.ts';

/** What was typed into the one box, sorted by kind; a kind that was not typed is empty. */
export interface PersonQuery {
  /** Characters of a name in the order typed. */
  readonly characters: readonly string[];
  /** Pinyin or initials, as search keys are written. */
  readonly letters: string;
  /** Digits of a number or a birth date, X last. */
  readonly digits: string;
}

const numberLike = /^\d{1,17}[\dX]?$/;
const latin = /^[\p{Script=Latin}\p{M}'’:-]+$/u;

function digitsOf(word: string): string {
  const day = parseDay(word);
  if (day) return day.replaceAll('-', '');
  const compact = word.normalize('NFKC').replaceAll('-', '').toUpperCase();
  return numberLike.test(compact) ? compact : '';
}

/**
 * Reads the box: words apart by spaces, each characters, letters or digits. A number may be typed in groups, a date as
 * 19900101, 1990-1-1 or 1990年1月1日; a name and a part of the number together narrow each other.
 */
export function readPersonQuery(text: string): PersonQuery {
  const query = { characters: [] as string[], letters: '', digits: '' };
  for (const word of text.trim().split(/\s+/)) {
    const digits = digitsOf(word);
    if (digits !== '') query.digits += digits;
    else if (latin.test(word)) query.letters += pinyinQuery(word);
    else query.characters.push(...nameCharacters(word).filter((character) => /[\p{L}\p{Co}]/u.test(character)));
  }
  return query;
}
