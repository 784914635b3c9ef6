import { z } from 'zod';
import { type PlainDate, parseDay } from './plain-date.ts';

/** Why a text is no citizen number; the first that applies, in this order. */
export const CitizenNumberReason = z.enum([
  'length',
  'characters',
  'area-unknown',
  'date-unreal',
  'date-future',
  'check-digit',
]);
export type CitizenNumberReason = z.infer<typeof CitizenNumberReason>;

/** What each reason tells the clerk and what to do about it. */
export const citizenNumberReasons: Record<CitizenNumberReason, { zh: string; en: string }> = {
  length: { zh: '应为18位（旧号码15位），请核对位数', en: 'Must have 18 characters (15 in an old number); count them' },
  characters: { zh: '只能是数字，末位可为X', en: 'Only digits, and X as the last character' },
  'area-unknown': { zh: '前6位不是已知的行政区划代码', en: 'The first six digits are no known division code' },
  'date-unreal': { zh: '第7至14位不是真实的日期', en: 'Characters 7 to 14 are no real day' },
  'date-future': { zh: '出生日期晚于今天', en: 'The birth date is later than today' },
  'check-digit': {
    zh: '校验位不符，号码中至少有一位输错',
    en: 'The check digit does not match; at least one character is wrong',
  },
};

type ReadParts = {
  birthDate: PlainDate | null;
  sex: '1' | '2' | null;
  division: string | null;
  normalized: string | null;
};

/**
 * A reading: what the number says even when something in it is wrong. `normalized` has 18 characters, capital X.
 * `isOldNumber`: 15 digits were read; show the 18, because the first 15 of a cut new number can look like an old one.
 */
export type CitizenNumberReading = { isOldNumber: boolean } & (
  | { valid: true; reason: null; birthDate: PlainDate; sex: '1' | '2'; division: string; normalized: string }
  | ({ valid: false; reason: CitizenNumberReason } & ReadParts)
);

/** `isKnownArea` judges the six digits of the area; `isKnownArea` of divisions.ts is the usual one. */
export type CitizenNumberContext = { today: string; isKnownArea: (division: string) => boolean };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Nobody with a number was born before: numbers exist since 1984. */
const earliestBirth = '1850-01-01';

/** The 18th character for 17 digits: GB 11643-1999, ISO 7064 MOD 11-2. Throws RangeError when they are not 17 digits. */
export function checkDigit(digits17: string): string {
  if (!/^\d{17}$/.test(digits17)) throw new RangeError('a check digit is computed from 17 digits');
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits17[index]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/**
 * Reads an 18-character citizen number (公民身份号码, GB 11643) or an old one of 15 digits, which gets `19` and its check
 * digit. Full-width digits, spaces and a small x are accepted: a number is the one text in which NFKC loses nothing.
 */
export function readCitizenNumber(text: string, context: CitizenNumberContext): CitizenNumberReading {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase();
  const isOldNumber = /^\d{15}$/.test(typed);
  const parts = readParts(typed, isOldNumber);
  const reason = findReason(typed, parts, context);
  const { birthDate, sex, division, normalized } = parts;
  if (reason === null && birthDate !== null && sex !== null && division !== null && normalized !== null) {
    return { valid: true, reason, birthDate, sex, division, normalized, isOldNumber };
  }
  return { valid: false, reason: reason ?? 'characters', ...parts, isOldNumber };
}

function readParts(typed: string, isOldNumber: boolean): ReadParts {
  const body = isOldNumber ? `${typed.slice(0, 6)}19${typed.slice(6)}` : typed.slice(0, 17);
  const birthDate = parseDay(body.slice(6, 14));
  const isWhole = /^\d{17}[\dX]$/.test(typed);
  return {
    birthDate: birthDate !== null && birthDate >= earliestBirth ? birthDate : null,
    sex: readSex(body),
    division: /^\d{6}/.exec(body)?.[0] ?? null,
    normalized: isOldNumber ? body + checkDigit(body) : isWhole ? typed : null,
  };
}

function findReason(typed: string, parts: ReadParts, context: CitizenNumberContext): CitizenNumberReason | null {
  const length = [...typed].length;
  if (length !== 18 && length !== 15) return 'length';
  if (parts.normalized === null || parts.division === null) return 'characters';
  if (!context.isKnownArea(parts.division)) return 'area-unknown';
  if (parts.birthDate === null) return 'date-unreal';
  if (parts.birthDate > context.today) return 'date-future';
  return checkDigit(parts.normalized.slice(0, 17)) === parts.normalized.charAt(17) ? null : 'check-digit';
}

/** The 17th digit is odd for a man and even for a woman. */
function readSex(body: string): '1' | '2' | null {
  const digit = /^\d$/.exec(body.charAt(16))?.[0];
  if (digit === undefined) return null;
  return Number(digit) % 2 === 1 ? '1' : '2';
}

/** `220402 19900101 0013`: groups of 6, 8 and 4 to compare with the paper. Anything but 18 characters comes back as it is. */
export function groupCitizenNumber(number: string): string {
  return number.length === 18 ? `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}` : number;
}

/** `220402********0013`: the birth date hidden, for screens and slips others may see. Other lengths keep two at each end. */
export function maskCitizenNumber(number: string): string {
  if (number.length === 18) return `${number.slice(0, 6)}********${number.slice(14)}`;
  if (number.length <= 4) return '*'.repeat(number.length);
  return `${number.slice(0, 2)}${'*'.repeat(number.length - 4)}${number.slice(-2)}`;
}
