import { z } from 'zod';

/**
 * A calendar day `YYYY-MM-DD` that exists, as it stands on paper at the counter; never an instant. Plain string order is
 * calendar order. The functions below take any text of that shape and throw RangeError when it is no real day, so that
 * days of stored records pass without a cast.
 */
export const PlainDate = z
  .string()
  .refine((text) => isRealDay(text), { error: 'not a day of the calendar (YYYY-MM-DD)' })
  .brand<'PlainDate'>();
export type PlainDate = z.infer<typeof PlainDate>;

const isPlainDate = (text: string): text is PlainDate => isRealDay(text);

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days the month has; `month` is 1–12. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Whether the text is `YYYY-MM-DD` and that day is in the Gregorian calendar, years 0001–9999. */
export function isRealDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && day >= 1 && day <= monthLength(year, month);
}

/** The day's year, month (1–12) and day of the month. Throws RangeError when the text is no real day. */
export function dayParts(text: string): { year: number; month: number; day: number } {
  if (!isRealDay(text)) throw new RangeError('not a day of the calendar');
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

/** The day with these parts. Throws RangeError when there is none. */
export function dayOf(year: number, month: number, day: number): PlainDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isPlainDate(text)) throw new RangeError('not a day of the calendar');
  return text;
}

/** Reads `19900101`, `1990-01-01`, `1990/1/1`, `1990.1.1` or `1990年1月1日`; null when it is no real day. */
export function parseDay(text: string): PlainDate | null {
  const compact = text.trim();
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(compact) ??
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(compact)?.filter((_, index) => index !== 2) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(compact);
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : null;
}

/** Negative when `a` is the earlier day, 0 when they are the same, positive when `a` is the later. */
export function compareDays(a: string, b: string): number {
  return dayNumber(a) - dayNumber(b);
}

/** How many days `until` lies after `from`; negative when before. */
export function daysBetween(from: string, until: string): number {
  return dayNumber(until) - dayNumber(from);
}

export function addDays(day: string, days: number): PlainDate {
  return fromDayNumber(dayNumber(day) + days);
}

/**
 * The corresponding day `months` later (or earlier). Where the month has no such day it is the month's last:
 * 民法典 §202, in force 2021-01-01. So a month after 31 January ends on 28 February.
 */
export function addMonths(day: string, months: number): PlainDate {
  const parts = dayParts(day);
  const index = parts.year * 12 + (parts.month - 1) + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(year, month, Math.min(parts.day, monthLength(year, month)));
}

/** Twelve months a year; a 29 February becomes 28 February where the year has none. */
export function addYears(day: string, years: number): PlainDate {
  return addMonths(day, years * 12);
}

/** Full years of age (周岁) on `day`, reached on the birthday itself; negative before birth. */
export function ageOn(birth: string, day: string): number {
  let age = dayParts(day).year - dayParts(birth).year;
  while (compareDays(addYears(birth, age), day) > 0) age -= 1;
  return age;
}

/** The calendar day in China at an instant (ISO 8601). China keeps UTC+8 with no summer time since 1991-09-15. */
export function todayIn(instant: string): PlainDate {
  const timeMs = Date.parse(instant);
  if (Number.isNaN(timeMs)) throw new RangeError('not an instant');
  return fromDayNumber(Math.floor((timeMs + 8 * 3_600_000) / 86_400_000));
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** `2026年11月22日`, as papers write it. */
export function formatZh(day: string): string {
  const { year, month, day: dayOfMonth } = dayParts(day);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** `20261122`, as chips and exchange files write it. */
export function formatCompact(day: string): string {
  dayParts(day);
  return day.replaceAll('-', '');
}

/** Days since 1970-01-01. Counts a year from March, so that the leap day is its last. */
function dayNumber(text: string): number {
  const { year, month, day } = dayParts(text);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromDayNumber(days: number): PlainDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((marchMonth + 2) % 12) + 1;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
