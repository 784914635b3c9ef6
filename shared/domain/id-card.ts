import { checkDigit, readCitizenNumber } from './citizen-number.ts';
import { findCode } from './codes.ts';
import { formatCompact, type PlainDate, parseDay } from './plain-date.ts';

/** Characters of each item in the text block of a second-generation card (SDT API), in order; 18 reserved ones follow. */
const layout = [
  ['name', 15],
  ['sex', 1],
  ['ethnicity', 2],
  ['bornOn', 8],
  ['address', 35],
  ['citizenId', 18],
  ['issuedBy', 15],
  ['validFrom', 8],
  ['validUntil', 8],
] as const;
type Item = (typeof layout)[number][0];

export const idCardBlockBytes = 256;
const nameUnits = 15;
const longTerm = '长期';
/** Permits of foreigners (I) and of Hong Kong, Macao and Taiwan people (J) mark themselves here. */
const kindMarkAt = 124;

/** What the chip of a resident identity card says. `validUntil` is a day or `long-term` (长期). */
export type IdCard = {
  name: string;
  sex: '1' | '2';
  ethnicity: string;
  bornOn: PlainDate;
  address: string;
  citizenId: string;
  issuedBy: string;
  validFrom: PlainDate;
  validUntil: PlainDate | 'long-term';
};

/** Why a block is no readable card; the first that applies. */
export type IdCardReason =
  | 'length'
  | 'not-text'
  | 'other-card-kind'
  | 'name-empty'
  | 'sex-unknown'
  | 'ethnicity-unknown'
  | 'birth-date-unreal'
  | 'number-invalid'
  | 'number-and-birth-disagree'
  | 'number-and-sex-disagree'
  | 'validity-unreal';

/** `nameMayBeCut`: the name fills all 15 characters of the chip; take the full one from the book. */
export type IdCardReading =
  | { ok: true; card: IdCard & { nameMayBeCut: boolean } }
  | { ok: false; reason: IdCardReason };

/**
 * Reads the 256-byte UTF-16LE text block of a card. The card's own number is trusted for its area (a chip may carry a code
 * that no table lists) but not for its check digit. Whether the card has expired is for the caller to ask.
 */
export function readIdCardBlock(bytes: Uint8Array): IdCardReading {
  if (bytes.length !== idCardBlockBytes) return { ok: false, reason: 'length' };
  const text = decodeBlock(bytes);
  if (text === null) return { ok: false, reason: 'not-text' };
  if (/[IJ]/.test(text.charAt(kindMarkAt))) return { ok: false, reason: 'other-card-kind' };
  return readItems(splitItems(text));
}

/** The block a chip would give for this card; a name over 15 characters is cut as on real cards. For simulators and tests. */
export function writeIdCardBlock(card: IdCard): Uint8Array {
  const items: Record<Item, string> = {
    ...card,
    bornOn: formatCompact(card.bornOn),
    validFrom: formatCompact(card.validFrom),
    validUntil: card.validUntil === 'long-term' ? longTerm : formatCompact(card.validUntil),
  };
  const text = layout.map(([item, units]) => cutUnits(items[item], units).padEnd(units)).join('');
  const block = new Uint8Array(idCardBlockBytes);
  const view = new DataView(block.buffer);
  const padded = text.padEnd(idCardBlockBytes / 2);
  for (let unit = 0; unit < padded.length; unit += 1) view.setUint16(unit * 2, padded.charCodeAt(unit), true);
  return block;
}

function readItems(items: Record<Item, string>): IdCardReading {
  const sex: IdCard['sex'] | null = items.sex === '1' || items.sex === '2' ? items.sex : null;
  const [bornOn, validFrom] = [parseDay(items.bornOn), parseDay(items.validFrom)];
  const validUntil: IdCard['validUntil'] | null =
    items.validUntil === longTerm ? 'long-term' : parseDay(items.validUntil);
  if (items.name === '') return { ok: false, reason: 'name-empty' };
  if (sex === null) return { ok: false, reason: 'sex-unknown' };
  if (findCode('ethnicity', items.ethnicity) === null) return { ok: false, reason: 'ethnicity-unknown' };
  if (bornOn === null) return { ok: false, reason: 'birth-date-unreal' };
  const numberReason = findNumberReason(items.citizenId, bornOn, sex);
  if (numberReason !== null) return { ok: false, reason: numberReason };
  if (validFrom === null || validUntil === null || validUntil < validFrom) {
    return { ok: false, reason: 'validity-unreal' };
  }
  const card = { ...items, sex, bornOn, validFrom, validUntil, nameMayBeCut: items.name.length === nameUnits };
  return { ok: true, card };
}

function findNumberReason(number: string, bornOn: PlainDate, sex: '1' | '2'): IdCardReason | null {
  const isWhole = /^\d{17}[\dX]$/.test(number) && checkDigit(number.slice(0, 17)) === number.charAt(17);
  if (!isWhole) return 'number-invalid';
  const reading = readCitizenNumber(number, { today: bornOn, isKnownArea: () => true });
  if (reading.birthDate !== bornOn) return 'number-and-birth-disagree';
  return reading.sex === sex ? null : 'number-and-sex-disagree';
}

/** Null for bytes that are no UTF-16 text. Some readers pad with NUL in place of spaces; no other control character occurs. */
function decodeBlock(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll('\0', ' ');
    return /[\p{Cc}\p{Noncharacter_Code_Point}\uFEFF]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}

function splitItems(text: string): Record<Item, string> {
  const items = { name: '', sex: '', ethnicity: '', bornOn: '', address: '', citizenId: '', issuedBy: '' };
  const all: Record<Item, string> = { ...items, validFrom: '', validUntil: '' };
  let at = 0;
  for (const [item, units] of layout) {
    all[item] = text.slice(at, at + units).trim();
    at += units;
  }
  return all;
}

/** Cut so that no surrogate pair is torn apart. */
function cutUnits(text: string, units: number): string {
  const cut = text.slice(0, units);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
