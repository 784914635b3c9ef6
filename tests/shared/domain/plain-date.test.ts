import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareDays,
  dayOf,
  dayParts,
  daysBetween,
  formatCompact,
  formatZh,
  isRealDay,
  monthLength,
  PlainDate,
  parseDay,
  todayIn,
  weekday,
} from '../../../shared/domain/plain-date.ts';

const anyDay = fc
  .tuple(fc.integer({ min: 1850, max: 2150 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => dayOf(year, month, Math.min(day, monthLength(year, month))));
const months = fc.integer({ min: -600, max: 600 });

describe('a calendar day', () => {
  it.each([
    ['19900101', '1990-01-01'],
    ['1990-01-01', '1990-01-01'],
    ['1990/1/1', '1990-01-01'],
    ['1990.1.1', '1990-01-01'],
    [' 1990年1月1日 ', '1990-01-01'],
    ['20240229', '2024-02-29'],
  ])('is read from %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each(['', '1990', '19900230', '20230229', '1990-13-01', '1990-00-10', '1990-01/01', '199001', '0000-01-01', '９'])(
    'is not read from %s',
    (text) => {
      expect(parseDay(text)).toBeNull();
      expect(PlainDate.safeParse(text).success).toBe(false);
    },
  );

  it('knows the leap years of centuries', () => {
    expect(isRealDay('2000-02-29')).toBe(true);
    expect(isRealDay('1900-02-29')).toBe(false);
  });

  it('refuses arithmetic on a day that is not real', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => ageOn('1990-01-01', 'today')).toThrow(RangeError);
    expect(() => formatZh('')).toThrow(RangeError);
    expect(() => dayOf(2026, 2, 30)).toThrow(RangeError);
  });

  it('counts the same days as the computer clock does in UTC', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        const expected = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
        expect(addDays(day, days)).toBe(expected.toISOString().slice(0, 10));
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(weekday(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  it('orders days as their text does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(compareDays(a, b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});

describe('months counted as the civil code does', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-22', 6, '2027-05-22'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months end on %s', (day, count, end) => {
    expect(addMonths(day, count)).toBe(end);
  });

  it('keep the day of the month or end on the last day, and land in the right month', () => {
    fc.assert(
      fc.property(anyDay, months, (day, count) => {
        const [from, to] = [dayParts(day), dayParts(addMonths(day, count))];
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + count);
        expect(to.day).toBe(Math.min(from.day, monthLength(to.year, to.month)));
      }),
    );
  });

  it('never run backwards when more days or more months are added', () => {
    fc.assert(
      fc.property(anyDay, months, fc.nat({ max: 60 }), (day, count, more) => {
        expect(addMonths(day, count) <= addMonths(day, count + more)).toBe(true);
        expect(addMonths(day, count) <= addMonths(addDays(day, more), count)).toBe(true);
      }),
    );
  });
});

describe('an age', () => {
  it('is reached on the birthday', () => {
    expect(ageOn('2008-11-22', '2026-11-21')).toBe(17);
    expect(ageOn('2008-11-22', '2026-11-22')).toBe(18);
    expect(ageOn('2026-11-22', '2026-11-22')).toBe(0);
    expect(ageOn('2026-11-23', '2026-11-22')).toBe(-1);
  });

  it('of one born on 29 February is reached on 28 February of a common year', () => {
    expect(ageOn('2008-02-29', '2026-02-27')).toBe(17);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(18);
  });

  it('lies between two birthdays', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (birth, day) => {
        const age = ageOn(birth, day);
        expect(addYears(birth, age) <= day).toBe(true);
        expect(addYears(birth, age + 1) > day).toBe(true);
      }),
    );
  });
});

describe('today at the counter', () => {
  it('changes at midnight in China, not in London', () => {
    expect(todayIn('2026-11-22T15:59:59.999Z')).toBe('2026-11-22');
    expect(todayIn('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
    expect(() => todayIn('soon')).toThrow(RangeError);
  });

  it('is written as papers and as chips write it', () => {
    expect(formatZh('2026-11-22')).toBe('2026年11月22日');
    expect(formatZh('2026-01-02')).toBe('2026年1月2日');
    expect(formatCompact('2026-01-02')).toBe('20260102');
  });
});
