import { dayOf, monthLength } from '../../../shared/domain/plain-date.ts';

/** First and last day, both inside. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** The days of one month. */
export function monthPeriod(year: number, month: number): Period {
  return { from: dayOf(year, month, 1), until: dayOf(year, month, monthLength(year, month)) };
}

/** The days of one year. */
export function yearPeriod(year: number): Period {
  return { from: dayOf(year, 1, 1), until: dayOf(year, 12, 31) };
}
