import { addDays, type PlainDate } from '../domain/plain-date.ts';
import { addWorkingDays, type HolidayCalendar, weekendsOnly, workingDayFrom } from '../domain/working-days.ts';
import type { RawCalendar } from './pack-tables.ts';

/** The holidays a pack knows, and for which years they are announced. */
export interface PackCalendar {
  readonly days: HolidayCalendar;
  readonly announcedYears: ReadonlySet<number>;
}

/** Without the file only weekends are off, and no year counts as announced. */
export function buildCalendar(raw: RawCalendar | null): PackCalendar {
  if (raw === null) return { days: weekendsOnly, announcedYears: new Set() };
  return {
    days: {
      holidays: raw.years.flatMap((year) => year.holidays),
      workingWeekends: raw.years.flatMap((year) => year.workingWeekends),
    },
    announcedYears: new Set(raw.years.filter((year) => year.announced).map((year) => year.year)),
  };
}

/** The last day of a limit that starts on a day. `isProvisional`: it ends in a year whose holidays the pack does not know. */
export interface DueDay {
  readonly dueOn: PlainDate;
  readonly isProvisional: boolean;
}

/**
 * When a limit runs out. Working days skip the announced holidays; a limit in calendar days that ends on a day off ends on the
 * next working day (民法典 §201, §203, in force 2021-01-01).
 */
export function dueOn(
  calendar: PackCalendar,
  limit: { readonly days: number; readonly kind: 'working' | 'calendar' },
  startedOn: string,
): DueDay {
  const day =
    limit.kind === 'working'
      ? addWorkingDays(startedOn, limit.days, calendar.days)
      : workingDayFrom(addDays(startedOn, limit.days), calendar.days);
  return { dueOn: day, isProvisional: !calendar.announcedYears.has(Number(day.slice(0, 4))) };
}
