import { describe, expect, it } from 'vitest';
import { clockTime, moment } from '../../../renderer/signs/moments.ts';

describe('moments on the screen', () => {
  it('are Beijing time wherever the computer believes it stands', () => {
    expect(clockTime('2026-11-22T02:04:05.000Z')).toBe('10:04:05');
    expect(moment('2020-12-31T20:30:00.000Z')).toBe('2021-01-01 04:30');
  });
});
