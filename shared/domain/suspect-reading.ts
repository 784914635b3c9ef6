import {
  type AxisReading,
  type CrossReading,
  fitCalibration,
  LARGEST_RESIDUAL_MM,
  uncorrected,
} from './calibration.ts';
import type { Cross } from './test-sheet.ts';

/** A number that is probably mistyped or misread, and about what the ruler should have shown there. */
export interface SuspectReading extends AxisReading {
  readonly expectedMm: number;
}

/**
 * The one number without which all others agree within the largest residual: leaving it out of the fit leaves the
 * smallest error of all. Null when the readings agree as they are, or when no single number explains why they do not.
 */
export function findSuspectReading(
  crosses: readonly Cross[],
  readings: readonly CrossReading[],
): SuspectReading | null {
  const whole = fitCalibration(crosses, readings);
  if (!whole || whole.maxResidualMm <= LARGEST_RESIDUAL_MM) return null;
  const candidates = readings.flatMap(axesRead).flatMap((left) => {
    const without = withoutReading(crosses, readings, left);
    return without && without.maxResidualMm <= LARGEST_RESIDUAL_MM ? [without] : [];
  });
  return candidates.sort((a, b) => a.squares - b.squares)[0]?.suspect ?? null;
}

function axesRead({ cross, sheet, xMm, yMm }: CrossReading): AxisReading[] {
  const axes = [
    { axis: 'x', read: xMm },
    { axis: 'y', read: yMm },
  ] as const;
  return axes.flatMap(({ axis, read }) => (read === null ? [] : [{ cross, sheet, axis }]));
}

function withoutReading(crosses: readonly Cross[], readings: readonly CrossReading[], left: AxisReading) {
  const key = left.axis === 'x' ? 'xMm' : 'yMm';
  const others = readings.map((reading) =>
    reading.cross === left.cross && reading.sheet === left.sheet ? { ...reading, [key]: null } : reading,
  );
  const cross = crosses.find(({ number }) => number === left.cross);
  const fit = fitCalibration(crosses, others);
  if (!fit || !cross) return null;
  const expected = uncorrected(cross, fit.calibration, left.sheet - 1)[key];
  return {
    suspect: { ...left, expectedMm: Number(expected.toFixed(1)) },
    maxResidualMm: fit.maxResidualMm,
    squares: fit.residuals.reduce((sum, { xMm, yMm }) => sum + (xMm ?? 0) ** 2 + (yMm ?? 0) ** 2, 0),
  };
}
