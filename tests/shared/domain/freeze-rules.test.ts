import { describe, expect, it } from 'vitest';
import { type FreezeFacts, type FreezeRule, freezeLimits, judgeFreezes } from '../../../shared/domain/freeze-rules.ts';

const dayMs = 86_400_000;
const now = '2026-11-23T02:00:00.000Z';
const facts: FreezeFacts = {
  ...{ now, clockAheadMs: 0, isCopyWhole: true, copyAsOf: now, liftedOn: null },
  leases: [{ left: 180 }, { left: 55 }],
};
const daysAgo = (days: number) => new Date(Date.parse(now) - days * dayMs).toISOString();
const of = (rule: FreezeRule, change: Partial<FreezeFacts>) =>
  judgeFreezes({ ...facts, ...change }).find((freeze) => freeze.rule === rule);

describe('whether a computer may register today', () => {
  it('may, with a whole and new copy, a right clock and numbers in stock', () => {
    expect(judgeFreezes(facts).map(({ state }) => state)).toEqual(['good', 'good', 'good', 'good']);
  });

  it('may not without a whole copy', () => {
    expect(of('copy-missing', { isCopyWhole: false, copyAsOf: null })).toMatchObject({ state: 'frozen' });
    expect(of('copy-old', { isCopyWhole: false, copyAsOf: null })).toMatchObject({ state: 'good', value: null });
  });

  it.each([
    [0, 'good'],
    [2.99, 'good'],
    [3, 'near'],
    [6.99, 'near'],
    [7, 'frozen'],
    [400, 'frozen'],
  ])('with a copy %d days old is %s', (days, state) => {
    expect(of('copy-old', { copyAsOf: daysAgo(days) })).toMatchObject({ state, value: Math.floor(days) });
    expect(freezeLimits['copy-old']).toMatchObject({ nearFrom: 3, frozenFrom: 7, owner: 'chief' });
  });

  it('is let through for the day by a chief, and for no other day', () => {
    const copyAsOf = daysAgo(9);
    expect(of('copy-old', { copyAsOf, liftedOn: '2026-11-23' })).toMatchObject({ state: 'lifted' });
    expect(of('copy-old', { copyAsOf, liftedOn: '2026-11-22' })).toMatchObject({ state: 'frozen' });
    expect(of('copy-old', { copyAsOf: daysAgo(1), liftedOn: '2026-11-23' })).toMatchObject({ state: 'good' });
  });

  it('measures the age of the copy by the registry’s time where it is known', () => {
    const ahead = { clockAheadMs: 30 * dayMs, now: new Date(Date.parse(now) + 30 * dayMs).toISOString() };
    expect(of('copy-old', ahead)).toMatchObject({ state: 'good', value: 0 });
    expect(of('copy-old', { ...ahead, clockAheadMs: null })).toMatchObject({ state: 'frozen', value: 30 });
  });

  it('warns of a clock that is minutes off and freezes by one that shows another day', () => {
    expect(of('clock-wrong', { clockAheadMs: 89_000 })).toMatchObject({ state: 'good', value: 1 });
    expect(of('clock-wrong', { clockAheadMs: 120_000 })).toMatchObject({ state: 'near', value: 2 });
    expect(of('clock-wrong', { clockAheadMs: -40 * 60_000 })).toMatchObject({ state: 'near', value: -40 });
    // 2026-11-23 00:20 in China by this computer, 23:50 of the day before by the registry.
    const midnight = { now: '2026-11-22T16:20:00.000Z', clockAheadMs: 30 * 60_000 };
    expect(of('clock-wrong', midnight)).toMatchObject({ state: 'frozen', value: 30 });
    expect(of('clock-wrong', { now: '2026-11-22T16:00:10.000Z', clockAheadMs: 20_000 })).toMatchObject({
      state: 'good',
    });
    expect(of('clock-wrong', { clockAheadMs: null })).toMatchObject({ state: 'good', value: null });
  });

  it('warns before numbers run out, of the kind that has least', () => {
    const left = (...counts: number[]) => of('numbers-short', { leases: counts.map((each) => ({ left: each })) });
    expect(left(200, 21)).toMatchObject({ state: 'good', value: 21 });
    expect(left(200, 20)).toMatchObject({ state: 'near', value: 20 });
    expect(left(200, 0)).toMatchObject({ state: 'frozen', value: 0 });
  });
});
