import { describe, expect, it } from 'vitest';
import { isSweepDue } from '../../../../electron/station/sweep/nightly.ts';

/** A time at the counter (UTC+8). */
const at = (text: string): number => Date.parse(`${text}+08:00`);
const due = (now: string, lastStart: string | null, lastCall = now) =>
  isSweepDue({ nowMs: at(now), lastStartMs: lastStart === null ? null : at(lastStart), lastCallMs: at(lastCall) });

describe('the sweep of the night', () => {
  it('is due from one o’clock at night, by the clock of the counter', () => {
    expect(due('2026-11-23T00:59', '2026-11-22T01:00')).toBe(false);
    expect(due('2026-11-23T01:00', '2026-11-22T01:00')).toBe(true);
  });

  it('is made once a night', () => {
    expect(due('2026-11-23T01:20', '2026-11-23T01:00')).toBe(false);
    expect(due('2026-11-23T23:59', '2026-11-23T01:00', '2026-11-23T18:00')).toBe(false);
    expect(due('2026-11-24T00:30', '2026-11-23T01:00', '2026-11-23T18:00')).toBe(false);
  });

  it('is not made again after one that was asked for in the night', () => {
    expect(due('2026-11-23T04:00', '2026-11-23T02:30')).toBe(false);
  });

  it('waits after a missed night until nobody has done anything for five minutes', () => {
    expect(due('2026-11-23T08:30', '2026-11-21T01:00', '2026-11-23T08:29')).toBe(false);
    expect(due('2026-11-23T08:34', '2026-11-21T01:00', '2026-11-23T08:29')).toBe(true);
  });

  it('ends at five: from then on it waits for quiet', () => {
    expect(due('2026-11-23T04:59', '2026-11-22T01:00')).toBe(true);
    expect(due('2026-11-23T05:00', '2026-11-22T01:00')).toBe(false);
  });

  it('is made at the first quiet of a computer that never made one', () => {
    expect(due('2026-11-23T15:00', null)).toBe(false);
    expect(due('2026-11-23T15:00', null, '2026-11-23T14:55')).toBe(true);
  });
});
