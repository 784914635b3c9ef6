import { z } from 'zod';
import { PrintCalibration } from './form.ts';
import { type Equation, leastSquares } from './least-squares.ts';
import type { Cross, SheetPoint } from './test-sheet.ts';

const RulerMm = z.number().min(0).max(2000);

/**
 * What a ruler laid from the paper's left and top edge shows at a cross of the test sheet. `sheet` counts the sheets of
 * one run from 1: later sheets tell how far the feed drifts. Null: not read.
 */
export const CrossReading = z.strictObject({
  cross: z.number().int().min(1).max(6),
  sheet: z.number().int().min(1).max(20).default(1),
  xMm: RulerMm.nullable(),
  yMm: RulerMm.nullable(),
});
export type CrossReading = z.infer<typeof CrossReading>;

/** A fit that leaves any cross farther than this from its place is not used. */
export const LARGEST_RESIDUAL_MM = 0.5;

/** One number that the operator typed. */
export interface AxisReading {
  readonly cross: number;
  readonly sheet: number;
  readonly axis: 'x' | 'y';
}

/** How far from its place a cross would stand after the correction; null where it was not read. */
export interface CrossResidual {
  readonly cross: number;
  readonly sheet: number;
  readonly xMm: number | null;
  readonly yMm: number | null;
}

/** A correction that was fitted, and how well it suits the readings. */
export interface CalibrationFit {
  readonly calibration: PrintCalibration;
  readonly residuals: readonly CrossResidual[];
  readonly maxResidualMm: number;
}

/**
 * Where the correction puts a point of the form: stretched, turned clockwise about the paper's corner, then moved; each
 * further page of a run is moved down by the feed pitch once more. `page` counts from 0.
 */
export function corrected(point: SheetPoint, calibration: PrintCalibration, page = 0): SheetPoint {
  const turn = (calibration.rotationDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [x, y] = [point.xMm * calibration.scaleX, point.yMm * calibration.scaleY];
  return {
    xMm: cos * x - sin * y + calibration.offsetXmm,
    yMm: sin * x + cos * y + calibration.offsetYmm + page * calibration.feedPitchMm,
  };
}

/** The point that `corrected` moves to this one: where a printer that needs the correction puts what belongs here. */
export function uncorrected(point: SheetPoint, calibration: PrintCalibration, page = 0): SheetPoint {
  const turn = (calibration.rotationDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const x = point.xMm - calibration.offsetXmm;
  const y = point.yMm - calibration.offsetYmm - page * calibration.feedPitchMm;
  return { xMm: (cos * x + sin * y) / calibration.scaleX, yMm: (cos * y - sin * x) / calibration.scaleY };
}

/**
 * The correction under which crosses that were measured where the readings say come out where they belong, with the
 * least squared error; the feed pitch stays 0 unless a later sheet was read. Null when the readings would agree with
 * any slip of the pen: fewer than four crosses of the first sheet read in each direction, or all of them in a line.
 * The correction need not be within what `PrintCalibration` allows.
 */
export function fitCalibration(crosses: readonly Cross[], readings: readonly CrossReading[]): CalibrationFit | null {
  const marks = readings.flatMap((reading) => {
    const cross = crosses.find(({ number }) => number === reading.cross);
    return cross ? [{ cross, reading }] : [];
  });
  if (!isEnough(readings)) return null;
  const unknowns = readings.some(({ sheet, yMm }) => sheet > 1 && yMm !== null) ? 6 : 5;
  let exact = PrintCalibration.parse({});
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = leastSquares(marks.flatMap((mark) => equations(mark, exact, unknowns)));
    if (!step) return null;
    exact = moved(exact, step);
  }
  const calibration = rounded(exact);
  const residuals = marks.map((mark) => residualOf(mark, calibration));
  const sizes = residuals.flatMap(({ xMm, yMm }) => [Math.abs(xMm ?? 0), Math.abs(yMm ?? 0)]);
  return { calibration, residuals, maxResidualMm: Math.max(0, ...sizes) };
}

/** The turn is the only unknown that is not linear, and it is small: the fourth round changes nothing any more. */
const ROUNDS = 4;
const LEAST_CROSSES = 4;

function isEnough(readings: readonly CrossReading[]): boolean {
  const first = readings.filter(({ sheet }) => sheet === 1);
  const read = (axis: 'xMm' | 'yMm') => first.filter((reading) => reading[axis] !== null).length;
  return Math.min(read('xMm'), read('yMm')) >= LEAST_CROSSES;
}

interface Mark {
  readonly cross: Cross;
  readonly reading: CrossReading;
}

/** The measured place; a direction that was not read is taken from the correction so far. */
function measuredAt({ cross, reading }: Mark, now: PrintCalibration): SheetPoint {
  const supposed = uncorrected(cross, now, reading.sheet - 1);
  return { xMm: reading.xMm ?? supposed.xMm, yMm: reading.yMm ?? supposed.yMm };
}

/** What moving each unknown a little does to the corrected reading, and how far that is from its place. */
function equations(mark: Mark, now: PrintCalibration, unknowns: number): Equation[] {
  const { cross, reading } = mark;
  const measured = measuredAt(mark, now);
  const turn = (now.rotationDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const turned = corrected(measured, { ...now, offsetXmm: 0, offsetYmm: 0 });
  const later = reading.sheet - 1;
  const reached = corrected(measured, now, later);
  const right = [1, 0, cos * measured.xMm, -sin * measured.yMm, -turned.yMm, 0];
  const down = [0, 1, sin * measured.xMm, cos * measured.yMm, turned.xMm, later];
  return [
    ...(reading.xMm === null ? [] : [{ coefficients: right.slice(0, unknowns), value: cross.xMm - reached.xMm }]),
    ...(reading.yMm === null ? [] : [{ coefficients: down.slice(0, unknowns), value: cross.yMm - reached.yMm }]),
  ];
}

function moved(
  from: PrintCalibration,
  [right = 0, down = 0, wide = 0, high = 0, turn = 0, pitch = 0]: readonly number[],
) {
  return {
    offsetXmm: from.offsetXmm + right,
    offsetYmm: from.offsetYmm + down,
    scaleX: from.scaleX + wide,
    scaleY: from.scaleY + high,
    rotationDeg: from.rotationDeg + (turn * 180) / Math.PI,
    feedPitchMm: from.feedPitchMm + pitch,
  };
}

/** Finer digits are below a thousandth of a millimetre anywhere on the sheet. */
function rounded(exact: PrintCalibration): PrintCalibration {
  const to = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;
  return {
    offsetXmm: to(exact.offsetXmm, 3),
    offsetYmm: to(exact.offsetYmm, 3),
    scaleX: to(exact.scaleX, 6),
    scaleY: to(exact.scaleY, 6),
    rotationDeg: to(exact.rotationDeg, 4),
    feedPitchMm: to(exact.feedPitchMm, 3),
  };
}

function residualOf(mark: Mark, calibration: PrintCalibration): CrossResidual {
  const { cross, reading } = mark;
  const reached = corrected(measuredAt(mark, calibration), calibration, reading.sheet - 1);
  return {
    cross: reading.cross,
    sheet: reading.sheet,
    xMm: reading.xMm === null ? null : reached.xMm - cross.xMm,
    yMm: reading.yMm === null ? null : reached.yMm - cross.yMm,
  };
}
