import { addDays, daysBetween } from '../domain/plain-date.ts';

/** The day on which every made-up town stands still. */
export const townDay = '2026-11-01';

/** The instant the town's snapshot names: midnight in China of `townDay`. */
export const townInstant = '2026-10-31T16:00:00Z';

const origin = '1920-01-01';
/** `townDay` as days counted from the town's own origin. */
export const todayNumber = daysBetween(origin, townDay);

const texts: string[] = [];

/** The calendar day `YYYY-MM-DD` of a day number; kept, because a town asks for the same days again and again. */
export function dayText(number: number): string {
  const known = texts[number];
  if (known !== undefined) return known;
  const text = addDays(origin, number);
  texts[number] = text;
  return text;
}

/** Days in a year as the town reckons ages. */
export const yearDays = 365.2425;

/** The completed years of age at the town's day, as the town reckons. */
export function ageOf(bornDay: number): number {
  return Math.floor((todayNumber - bornDay) / yearDays);
}
