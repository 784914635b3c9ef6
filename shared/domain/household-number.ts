import { z } from 'zod';

/**
 * 户号: nine digits, the last three of the station's nine-digit unit code and a serial of six. Unique inside its station
 * only: all seven urban stations of Liaoyuan end in 010, so the key is always (station, 户号).
 */
export const HouseholdNumber = z
  .string()
  .regex(/^\d{9}$/)
  .brand<'HouseholdNumber'>();
export type HouseholdNumber = z.infer<typeof HouseholdNumber>;

export const householdSerialMax = 999_999;

/** The 户号 for a serial (1–999999) at a station. Throws RangeError for another serial or a station code without a number there. */
export function makeHouseholdNumber(stationCode: string, serial: number): HouseholdNumber {
  if (!Number.isInteger(serial) || serial < 1 || serial > householdSerialMax) throw new RangeError('serial of a 户号');
  const unit = /^[0-9A-Z]{6}(\d{3})[0-9A-Z]{3}$/.exec(stationCode)?.[1];
  if (unit === undefined) throw new RangeError('station code without a unit number');
  return HouseholdNumber.parse(unit + String(serial).padStart(6, '0'));
}

/** Unit and serial of a 户号; null when the text is none. */
export function parseHouseholdNumber(text: string): { unit: string; serial: number } | null {
  const match = /^(\d{3})(\d{6})$/.exec(text.normalize('NFKC').trim());
  const [, unit, serial] = match ?? [];
  return unit === undefined || serial === undefined ? null : { unit, serial: Number(serial) };
}
