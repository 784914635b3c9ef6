import { describe, expect, it } from 'vitest';
import { linearLength, logarithmicLength } from '../../../renderer/screens/sweep/bar-length.ts';
import { cleanKinds, foundKinds, gridsOf, mostOf, totalOf } from '../../../renderer/screens/sweep/sums.ts';
import { faultCodes } from '../../../shared/contract/sweep.ts';

const report = {
  counts: faultCodes.map((code) => ({
    code,
    count: code === 'photo-missing' ? 195_083 : code === 'household-empty' ? 1 : 0,
    tookMs: 1,
  })),
  byGrid: [
    { code: 'household-empty', grid: '', count: 1 },
    { code: 'photo-missing', grid: '第二网格', count: 95_000 },
    { code: 'photo-missing', grid: '第一网格', count: 100_083 },
  ] as const,
};

describe('the sums of a sweep', () => {
  it('name the kinds found in the order of the list, and the others apart', () => {
    expect(foundKinds(report)).toEqual([
      { key: 'household-empty', count: 1 },
      { key: 'photo-missing', count: 195_083 },
    ]);
    expect(cleanKinds(report)).toHaveLength(faultCodes.length - 2);
    expect(totalOf(report)).toBe(195_084);
  });

  it('name the grid units of one kind, most first', () => {
    const grids = gridsOf({ byGrid: [...report.byGrid] }, 'photo-missing');
    expect(grids.map(({ key }) => key)).toEqual(['第一网格', '第二网格']);
    expect(mostOf(grids)).toBe(100_083);
  });
});

describe('a bar', () => {
  it('of one fault is still seen beside a hundred thousand', () => {
    expect(logarithmicLength(195_083, 195_083)).toBe(100);
    expect(logarithmicLength(1, 195_083)).toBeGreaterThan(5);
    expect(linearLength(1, 195_083)).toBe(1);
  });

  it('of nothing is not drawn', () => {
    expect([logarithmicLength(0, 10), linearLength(0, 10), logarithmicLength(0, 0), linearLength(0, 0)]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('of more is never shorter', () => {
    for (const lengthOf of [logarithmicLength, linearLength])
      for (let count = 1; count < 500; count += 1)
        expect(lengthOf(count + 1, 500)).toBeGreaterThanOrEqual(lengthOf(count, 500));
  });
});
