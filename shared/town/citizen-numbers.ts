import { checkDigit } from '../domain/citizen-number.ts';
import type { Random } from './random.ts';
import { dayText, todayNumber } from './town-day.ts';

/** GB/T 2260 codes of first registration: the city's own four, then places people came from. */
export const areas = [
  '220402',
  '220403',
  '220421',
  '220422',
  '220303',
  '220323',
  '220521',
  '220581',
  '220283',
  '210404',
  '230103',
  '370703',
] as const;

/** Gives numbers that are valid and used once. Memory is one counter for each area, day and sex: 2 MB. */
export class CitizenNumbers {
  private readonly used = new Uint16Array(areas.length * (todayNumber + 1) * 2);

  /**
   * A number for the area, day and sex. So that it is plainly made up, sequence codes count DOWN from 999 (men) and 998
   * (women): 996–999 are kept for centenarians, and no one in a town is a hundred years old. A real person cannot bear such
   * a number; towns of more than some 100,000 people go on below 996. Throws RangeError when a day's codes are all used.
   */
  give(area: (typeof areas)[number], bornDay: number, sex: '1' | '2'): string {
    const slot = (areas.indexOf(area) * (todayNumber + 1) + bornDay) * 2 + Number(sex) - 1;
    const given = this.used[slot] ?? 0;
    if (given >= 499) throw new RangeError('more people of one area, day and sex than there are sequence codes');
    this.used[slot] = given + 1;
    const sequence = (sex === '1' ? 999 : 998) - 2 * given;
    const digits = `${area}${dayText(bornDay).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return digits + checkDigit(digits);
  }
}

const outside = areas.slice(4);

/** Where this person was first registered: mostly the district, now and then elsewhere in the city, seldom outside. */
export function areaOf(random: Random, division: string): (typeof areas)[number] {
  const own = areas.find((area) => area === division);
  const draw = random.fraction();
  if (own !== undefined && draw < 0.84) return own;
  return draw < 0.95 ? random.pick(areas.slice(0, 4)) : random.pick(outside);
}
