import { describe, expect, it } from 'vitest';
import { type PermitDates, permitStateOn } from '../../../shared/domain/permit-function.ts';

function permit(firstIssuedOn: string, endorsedOn: readonly string[] = [], fields: Partial<PermitDates> = {}) {
  const endorsements = endorsedOn.map((on) => ({ on, kind: 'endorsed' as const }));
  return { firstIssuedOn, endorsements, status: 'active', endedOn: null, ...fields } satisfies PermitDates;
}

const statesOf = (dates: PermitDates, days: readonly string[]) => days.map((day) => permitStateOn(dates, day).state);

describe('a permit in its first year', () => {
  it('functions until the month before the year is full, is due in it, and is suspended the day after', () => {
    const days = ['2025-11-20', '2026-10-19', '2026-10-20', '2026-11-20', '2026-11-21'];
    expect(statesOf(permit('2025-11-20'), days)).toEqual(['functioning', 'functioning', 'due', 'due', 'suspended']);
  });

  it('tells the month of the endorsement and what the years count from', () => {
    expect(permitStateOn(permit('2025-11-20'), '2026-06-01')).toEqual({
      state: 'functioning',
      coveredUntil: '2026-11-20',
      windowFrom: '2026-10-20',
      residenceYearsFrom: '2025-11-20',
      fullYears: 0,
    });
  });

  it('ends on 28 February when it was issued on the 29th', () => {
    expect(statesOf(permit('2024-02-29'), ['2025-01-27', '2025-01-28', '2025-02-28', '2025-03-01'])).toEqual([
      'functioning',
      'due',
      'due',
      'suspended',
    ]);
  });

  it('is due from the last day of a shorter month', () => {
    expect(statesOf(permit('2025-03-31'), ['2026-02-27', '2026-02-28', '2026-03-31', '2026-04-01'])).toEqual([
      'functioning',
      'due',
      'due',
      'suspended',
    ]);
  });
});

describe('a permit endorsed in time', () => {
  it('keeps the old day', () => {
    const state = permitStateOn(permit('2023-11-20', ['2024-10-20', '2025-11-20']), '2026-01-01');
    expect(state).toMatchObject({ coveredUntil: '2026-11-20', residenceYearsFrom: '2023-11-20', fullYears: 2 });
  });

  it('is no longer due once it is endorsed', () => {
    expect(permitStateOn(permit('2025-11-20', ['2026-10-25']), '2026-10-25').state).toBe('functioning');
  });

  it('comes back to 29 February in a leap year', () => {
    const dates = permit('2024-02-29', ['2025-02-28', '2026-02-20', '2027-02-28']);
    expect(permitStateOn(dates, '2027-06-01').coveredUntil).toBe('2028-02-29');
  });
});

describe('a permit endorsed late', () => {
  const dates = permit('2023-11-20', ['2025-02-10']);

  it('was suspended until then and functions from that day', () => {
    expect(statesOf(dates, ['2024-11-20', '2024-11-21', '2025-02-09', '2025-02-10'])).toEqual([
      'due',
      'suspended',
      'suspended',
      'functioning',
    ]);
  });

  it('counts the years of residence from that day', () => {
    expect(permitStateOn(dates, '2025-02-09').fullYears).toBe(1);
    expect(permitStateOn(dates, '2025-02-10')).toMatchObject({ residenceYearsFrom: '2025-02-10', fullYears: 0 });
    expect(permitStateOn(dates, '2026-02-10')).toMatchObject({ coveredUntil: '2026-02-10', fullYears: 1 });
  });

  it('is endorsed in time by the new day afterwards', () => {
    const later = permit('2023-03-01', ['2024-05-10', '2025-05-01']);
    expect(permitStateOn(later, '2025-06-01')).toMatchObject({
      coveredUntil: '2026-05-10',
      residenceYearsFrom: '2024-05-10',
    });
  });
});

describe('odd dates', () => {
  it('gain no year while nobody endorses', () => {
    expect(permitStateOn(permit('2020-01-01'), '2026-11-22')).toMatchObject({ state: 'suspended', fullYears: 1 });
  });

  it('say nothing when an endorsement came before its month', () => {
    expect(permitStateOn(permit('2025-11-20', ['2026-03-01']), '2026-06-01').coveredUntil).toBe('2026-11-20');
  });

  it('are read as they were on the day asked about', () => {
    const cancelled = permit('2025-01-10', ['2025-12-20'], { status: 'cancelled', endedOn: '2026-05-01' });
    expect(statesOf(cancelled, ['2025-12-15', '2026-04-30', '2026-05-01'])).toEqual(['due', 'functioning', 'ended']);
  });

  it('end a permit whose day of ending was not kept', () => {
    expect(permitStateOn(permit('2025-11-20', [], { status: 'replaced' }), '2025-12-01').state).toBe('ended');
  });

  it('do not depend on the order in which endorsements are kept', () => {
    const dates = permit('2023-11-20', ['2025-11-20', '2024-10-20']);
    expect(permitStateOn(dates, '2026-01-01').coveredUntil).toBe('2026-11-20');
  });
});
