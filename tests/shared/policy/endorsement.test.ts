import { describe, expect, it } from 'vitest';
import { endorsementState, nextEndorsement } from '../../../shared/policy/conditions/endorsement.ts';

describe('the endorsement window', () => {
  it('is the month before the first full year, both ends included', () => {
    expect(nextEndorsement('2025-11-20', null)).toEqual({ opensOn: '2026-10-20', dueOn: '2026-11-20' });
  });

  it('ends on the last day of a month that has no such day', () => {
    expect(nextEndorsement('2025-03-31', null)).toEqual({ opensOn: '2026-02-28', dueOn: '2026-03-31' });
  });

  it('falls on 28 February for a permit of 29 February and on the 29th again in a leap year', () => {
    expect(nextEndorsement('2024-02-29', null)?.dueOn).toBe('2025-02-28');
    expect(nextEndorsement('2024-02-29', '2027-02-20')?.dueOn).toBe('2028-02-29');
  });

  it('keeps the old day after an endorsement in time', () => {
    expect(nextEndorsement('2023-11-20', '2025-10-20')?.dueOn).toBe('2026-11-20');
  });

  it('counts from the day of a late endorsement', () => {
    expect(nextEndorsement('2023-11-20', '2025-02-10')?.dueOn).toBe('2026-02-10');
  });

  it('counts from the last endorsement when the day of issue is lost', () => {
    expect(nextEndorsement(null, '2025-11-20')?.dueOn).toBe('2026-11-20');
  });

  it('knows nothing without a date', () => {
    expect(nextEndorsement(null, null)).toBeNull();
  });

  it('is early the day before it opens, open on both ends and late the day after', () => {
    const window = nextEndorsement('2025-11-20', null);
    const days = ['2026-10-19', '2026-10-20', '2026-11-20', '2026-11-21'];
    const states = days.map((day) => window && endorsementState(window, day));
    expect(states).toEqual(['early', 'open', 'open', 'late']);
  });
});
