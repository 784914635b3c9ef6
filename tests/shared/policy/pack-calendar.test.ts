import { describe, expect, it } from 'vitest';
import { buildCalendar, dueOn } from '../../../shared/policy/pack-calendar.ts';
import { pack } from './liaoyuan.ts';

describe('time limits', () => {
  it('skip the week of the National Day and count the Saturday worked in exchange', () => {
    expect(dueOn(pack.calendar, { days: 3, kind: 'working' }, '2026-09-30')).toEqual({
      dueOn: '2026-10-10',
      isProvisional: false,
    });
  });

  it('in calendar days end on the next working day when their last is a holiday', () => {
    expect(dueOn(pack.calendar, { days: 15, kind: 'calendar' }, '2026-09-18').dueOn).toBe('2026-10-08');
  });

  it('end the same day when the applicant waits', () => {
    expect(dueOn(pack.calendar, { days: 0, kind: 'working' }, '2026-11-02').dueOn).toBe('2026-11-02');
  });

  it('are provisional in a year whose holidays are not announced', () => {
    expect(dueOn(pack.calendar, { days: 3, kind: 'working' }, '2026-12-30')).toEqual({
      dueOn: '2027-01-04',
      isProvisional: true,
    });
  });

  it('fall back on weekends when a pack has no calendar', () => {
    const due = dueOn(buildCalendar(null), { days: 1, kind: 'working' }, '2026-09-30');
    expect(due).toEqual({ dueOn: '2026-10-01', isProvisional: true });
  });
});
