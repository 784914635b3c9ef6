import { z } from 'zod';
import { addDays, PlainDate, weekday } from './plain-date.ts';

/** A year's holidays as the State Council announces them: days off, and weekend days worked in exchange (调休上班). */
export const HolidayCalendar = z.strictObject({
  holidays: z.array(PlainDate),
  workingWeekends: z.array(PlainDate),
});
export type HolidayCalendar = z.infer<typeof HolidayCalendar>;

/** A calendar without announced days: only Saturdays and Sundays are off. */
export const weekendsOnly: HolidayCalendar = { holidays: [], workingWeekends: [] };

/** Whether the counter works on that day: announced days first, then Monday to Friday. */
export function isWorkingDay(day: string, calendar: HolidayCalendar): boolean {
  if (calendar.holidays.some((holiday) => holiday === day)) return false;
  if (calendar.workingWeekends.some((worked) => worked === day)) return true;
  const weekdayNumber = weekday(day);
  return weekdayNumber >= 1 && weekdayNumber <= 5;
}

/**
 * The last day of a limit of `count` working days. The day it starts is not counted: 民法典 §201, in force 2021-01-01.
 * 0 gives the day itself. Throws RangeError for a negative or broken count.
 */
export function addWorkingDays(day: string, count: number, calendar: HolidayCalendar): PlainDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('a limit has a whole number of working days');
  let current = addDays(day, 0);
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}

/** The day itself, or the next working day: a limit in calendar days that ends on a day off (民法典 §203). */
export function workingDayFrom(day: string, calendar: HolidayCalendar): PlainDate {
  let current = addDays(day, 0);
  while (!isWorkingDay(current, calendar)) current = addDays(current, 1);
  return current;
}
