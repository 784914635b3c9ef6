import { z } from 'zod';

/**
 * 受理编号 `220403-2026-000123`: first six characters of the station code, year, serial of six. The stations of one county
 * share the six, so serials are leased per county and year, never per station.
 */
export const AcceptanceNumber = z
  .string()
  .regex(/^[0-9A-Z]{6}-\d{4}-\d{6}$/)
  .brand<'AcceptanceNumber'>();
export type AcceptanceNumber = z.infer<typeof AcceptanceNumber>;

export const acceptanceSerialMax = 999_999;

/** Throws RangeError for a serial outside 1–999999, a year outside 2000–2999 or a broken station code. */
export function makeAcceptanceNumber(stationCode: string, year: number, serial: number): AcceptanceNumber {
  if (!/^[0-9A-Z]{12}$/.test(stationCode)) throw new RangeError('station code');
  if (!Number.isInteger(year) || year < 2000 || year > 2999) throw new RangeError('year of an acceptance number');
  if (!Number.isInteger(serial) || serial < 1 || serial > acceptanceSerialMax) {
    throw new RangeError('serial of an acceptance number');
  }
  return AcceptanceNumber.parse(`${stationCode.slice(0, 6)}-${year}-${String(serial).padStart(6, '0')}`);
}

/** Its parts, also from text typed without hyphens, in full-width or small letters; null when the text is none. */
export function parseAcceptanceNumber(text: string): { prefix: string; year: number; serial: number } | null {
  const match = /^([0-9A-Z]{6})-?(\d{4})-?(\d{6})$/.exec(text.normalize('NFKC').trim().toUpperCase());
  const [, prefix, year, serial] = match ?? [];
  if (prefix === undefined) return null;
  return { prefix, year: Number(year), serial: Number(serial) };
}
