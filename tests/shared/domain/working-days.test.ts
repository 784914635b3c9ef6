import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  HolidayCalendar,
  isWorkingDay,
  weekendsOnly,
  workingDayFrom,
} from '../../../shared/domain/working-days.ts';

/** An invented National Day week with one Saturday worked in exchange. */
const calendar = HolidayCalendar.parse({
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workingWeekends: ['2026-10-10'],
});

describe('working days', () => {
  it('do not count the day a limit starts', () => {
    expect(addWorkingDays('2026-11-23', 1, weekendsOnly)).toBe('2026-11-24');
    expect(addWorkingDays('2026-11-23', 0, weekendsOnly)).toBe('2026-11-23');
  });

  it('skip the weekend', () => {
    expect(addWorkingDays('2026-11-20', 1, weekendsOnly)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 5, weekendsOnly)).toBe('2026-11-27');
  });

  it('skip announced holidays and count weekend days worked in exchange', () => {
    expect(addWorkingDays('2026-09-30', 1, calendar)).toBe('2026-10-08');
    expect(addWorkingDays('2026-09-30', 3, calendar)).toBe('2026-10-10');
    expect(isWorkingDay('2026-10-10', calendar)).toBe(true);
    expect(isWorkingDay('2026-10-11', calendar)).toBe(false);
  });

  it('move a limit that ends on a day off to the next working day', () => {
    expect(workingDayFrom('2026-10-03', calendar)).toBe('2026-10-08');
    expect(workingDayFrom('2026-10-08', calendar)).toBe('2026-10-08');
  });

  it('refuse a limit that is no whole number of days', () => {
    expect(() => addWorkingDays('2026-10-08', -1, calendar)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-10-08', 1.5, calendar)).toThrow(RangeError);
  });
});
