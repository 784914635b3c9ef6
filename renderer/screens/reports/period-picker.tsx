import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../language.ts';
import { monthPeriod, type Period, yearPeriod } from './period.ts';

interface PeriodPickerProps {
  readonly period: Period;
  readonly today: string;
  readonly onPick: (period: Period) => void;
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const yearsBack = 5;

/** A month, or the whole year. */
export function PeriodPicker({ period, today, onPick }: PeriodPickerProps): ReactElement {
  const say = useWords();
  const thisYear = Number(today.slice(0, 4));
  const year = Number(period.from.slice(0, 4));
  const isYear = period.until.slice(5) === '12-31' && period.from.slice(5) === '01-01';
  const month = isYear ? 0 : Number(period.from.slice(5, 7));
  const pick = (nextYear: number, nextMonth: number) =>
    onPick(nextMonth === 0 ? yearPeriod(nextYear) : monthPeriod(nextYear, nextMonth));
  return (
    <div className="row filters">
      <label htmlFor="report-year">{say('reports.year')}</label>
      <Select
        id="report-year"
        aria-label={say('reports.year')}
        value={year}
        onChange={(value) => pick(value, month)}
        options={Array.from({ length: yearsBack }, (_, index) => thisYear - index).map((value) => ({
          value,
          label: say('reports.yearOf', { year: value }),
        }))}
      />
      <label htmlFor="report-month">{say('reports.month')}</label>
      <Select
        id="report-month"
        aria-label={say('reports.month')}
        className="filter-state"
        value={month}
        onChange={(value) => pick(year, value)}
        options={[0, ...months].map((value) => ({
          value,
          label: value === 0 ? say('reports.wholeYear') : say('reports.monthOf', { month: value }),
        }))}
      />
      <span className="numbers quiet">{say('reports.period', { from: period.from, until: period.until })}</span>
    </div>
  );
}
