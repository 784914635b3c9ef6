import { describe, expect, it } from 'vitest';
import { isMalformed, millimetresOf, readingsOf } from '../../../renderer/screens/settings/calibration/readings.ts';
import { crossesOf } from '../../../shared/domain/test-sheet.ts';

describe('a number of the ruler', () => {
  it.each([
    ['20.3', 20.3],
    [' 120 ', 120],
    ['20。3', 20.3],
    ['２０．３', 20.3],
    ['20,3', 20.3],
  ])('is read from %s', (text, mm) => {
    expect(millimetresOf(text)).toBe(mm);
    expect(isMalformed(text)).toBe(false);
  });

  it.each(['20.33', '-3', '20mm', '.', '2 0', '1e3'])('is not read from %s', (text) => {
    expect(millimetresOf(text)).toBeNull();
    expect(isMalformed(text)).toBe(true);
  });

  it('is not asked for in an empty box', () => {
    expect(isMalformed('')).toBe(false);
    expect(isMalformed(undefined)).toBe(false);
  });
});

describe('the boxes of a test sheet', () => {
  const crosses = crossesOf({ widthMm: 143, heightMm: 105 });
  const typed = { '1-2-x': '71.4', '1-2-y': 'abc', '3-1-y': '18.5' };

  it('become readings of each cross, what is no number left out', () => {
    const readings = readingsOf(crosses, typed, false);
    expect(readings).toHaveLength(6);
    expect(readings[1]).toEqual({ cross: 2, sheet: 1, xMm: 71.4, yMm: null });
  });

  it('hold those of the last sheet only where the feed is continuous', () => {
    expect(readingsOf(crosses, typed, true).filter(({ sheet }) => sheet === 3)).toEqual([
      { cross: 1, sheet: 3, xMm: null, yMm: 18.5 },
      { cross: 2, sheet: 3, xMm: null, yMm: null },
      { cross: 3, sheet: 3, xMm: null, yMm: null },
    ]);
  });
});
