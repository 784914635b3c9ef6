import type { FaultCode, SweepSummary } from '../../../shared/contract/sweep.ts';

/** A kind of fault, or a grid unit, with how many were found. */
export interface Sum<Key extends string = string> {
  readonly key: Key;
  readonly count: number;
}

/** The kinds of which something was found, in the order of the list. */
export function foundKinds({ counts }: Pick<SweepSummary, 'counts'>): readonly Sum<FaultCode>[] {
  return counts.filter(({ count }) => count > 0).map(({ code, count }) => ({ key: code, count }));
}

/** The kinds of which nothing was found. */
export function cleanKinds({ counts }: Pick<SweepSummary, 'counts'>): readonly FaultCode[] {
  return counts.filter(({ count }) => count === 0).map(({ code }) => code);
}

/** How many of one kind each grid unit has, most first. */
export function gridsOf({ byGrid }: Pick<SweepSummary, 'byGrid'>, code: FaultCode): readonly Sum[] {
  return byGrid
    .filter((it) => it.code === code)
    .map(({ grid, count }) => ({ key: grid, count }))
    .sort((one, other) => other.count - one.count);
}

/** All that was found. */
export function totalOf({ counts }: Pick<SweepSummary, 'counts'>): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** The greatest of the counts; 0 where there is none. */
export function mostOf(sums: readonly Sum[]): number {
  return Math.max(0, ...sums.map(({ count }) => count));
}
