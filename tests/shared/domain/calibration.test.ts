import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CrossReading,
  corrected,
  fitCalibration,
  LARGEST_RESIDUAL_MM,
  uncorrected,
} from '../../../shared/domain/calibration.ts';
import { PrintCalibration } from '../../../shared/domain/form.ts';
import { findSuspectReading } from '../../../shared/domain/suspect-reading.ts';
import { crossesOf } from '../../../shared/domain/test-sheet.ts';

const pages = [
  { widthMm: 143, heightMm: 105 },
  { widthMm: 210, heightMm: 148 },
  { widthMm: 210, heightMm: 297 },
  { widthMm: 297, heightMm: 210 },
] as const;

const within = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
/** What a printer out of true needs; the limits are those of a badly set one. */
const trueCorrections = fc.record({
  offsetXmm: within(-5, 5),
  offsetYmm: within(-5, 5),
  scaleX: within(0.98, 1.02),
  scaleY: within(0.98, 1.02),
  rotationDeg: within(-1.2, 1.2),
  feedPitchMm: within(-2, 2),
});
const slips = fc.array(within(-0.1, 0.1), { minLength: 15, maxLength: 15 });
const lastSheet = 3;
const onFirst = (number: number) => ({ number, sheet: 1 });
const marks = [...[1, 2, 3, 4, 5, 6].map(onFirst), ...[1, 2, 3].map((number) => ({ number, sheet: lastSheet }))];

/** What the ruler shows on sheets from a printer that needs this correction: read to a tenth, a little off. */
function readingsOf(page: (typeof pages)[number], needs: PrintCalibration, off: readonly number[]): CrossReading[] {
  const crosses = crossesOf(page);
  const shown = (exact: number, index: number) => Math.max(0, Number((exact + (off[index] ?? 0)).toFixed(1)));
  return marks.map(({ number, sheet }, index) => {
    const cross = crosses[number - 1] ?? { xMm: 0, yMm: 0 };
    const { xMm, yMm } = uncorrected(cross, needs, sheet - 1);
    return { cross: number, sheet, xMm: sheet === 1 ? shown(xMm, index) : null, yMm: shown(yMm, index + 6) };
  });
}

function typedWrong(readings: readonly CrossReading[], index: number, axis: 'xMm' | 'yMm', byMm: number) {
  return readings.map((reading, at) => {
    const shown = reading[axis];
    return at === index && shown !== null ? { ...reading, [axis]: Number((shown + byMm).toFixed(1)) } : reading;
  });
}

describe('the crosses of the test sheet', () => {
  it.each(pages)('stand on whole fives well inside a page of $widthMm × $heightMm mm', (page) => {
    const crosses = crossesOf(page);
    expect(crosses.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { xMm, yMm } of crosses) {
      expect([xMm % 5, yMm % 5]).toEqual([0, 0]);
      expect(Math.min(xMm, yMm, page.widthMm - xMm, page.heightMm - yMm)).toBeGreaterThanOrEqual(20);
    }
  });
});

describe('a correction', () => {
  it('moves a point to the right, down, clockwise, and further down on each page', () => {
    const calibration = {
      ...PrintCalibration.parse({ offsetXmm: 1, offsetYmm: 2, feedPitchMm: 0.5 }),
      rotationDeg: 90,
    };
    const { xMm, yMm } = corrected({ xMm: 10, yMm: 0 }, calibration, 2);
    expect(xMm).toBeCloseTo(1, 9);
    expect(yMm).toBeCloseTo(13, 9);
  });

  it('is undone exactly', () => {
    fc.assert(
      fc.property(trueCorrections, within(0, 300), within(0, 300), fc.nat(5), (calibration, xMm, yMm, page) => {
        const back = uncorrected(corrected({ xMm, yMm }, calibration, page), calibration, page);
        expect(Math.hypot(back.xMm - xMm, back.yMm - yMm)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('the fit to the readings of a test sheet', () => {
  it('recovers what a printer needs to 0.3 mm anywhere on the page, read to a tenth and a little off', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), trueCorrections, slips, (page, needs, off) => {
        const fit = fitCalibration(crossesOf(page), readingsOf(page, needs, off));
        expect(fit?.maxResidualMm).toBeLessThanOrEqual(LARGEST_RESIDUAL_MM);
        const corners = [0, page.widthMm].flatMap((xMm) => [0, page.heightMm].map((yMm) => ({ xMm, yMm })));
        for (const corner of [...corners, ...crossesOf(page)]) {
          for (const sheet of [0, lastSheet - 1]) {
            const [here, there] = [fit?.calibration, needs].map((it) => it && corrected(corner, it, sheet));
            expect(
              Math.hypot((here?.xMm ?? 99) - (there?.xMm ?? 0), (here?.yMm ?? 99) - (there?.yMm ?? 0)),
            ).toBeLessThan(0.3);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('recovers it exactly from exact readings', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), trueCorrections, (page, needs) => {
        const crosses = crossesOf(page);
        const exact = marks.map(({ number, sheet }) => ({
          cross: number,
          sheet,
          ...uncorrected(crosses[number - 1] ?? { xMm: 0, yMm: 0 }, needs, sheet - 1),
        }));
        const fit = fitCalibration(crosses, exact);
        expect(fit?.maxResidualMm).toBeLessThan(0.01);
        for (const [key, value] of Object.entries(needs))
          expect(fit?.calibration[key as keyof PrintCalibration]).toBeCloseTo(value, 2);
      }),
    );
  });

  it('leaves the feed pitch at nothing when only one sheet was read', () => {
    const page = pages[0];
    const first = readingsOf(page, PrintCalibration.parse({ offsetXmm: 2, feedPitchMm: 3 }), []).filter(
      ({ sheet }) => sheet === 1,
    );
    expect(fitCalibration(crossesOf(page), first)?.calibration).toMatchObject({ offsetXmm: 2, feedPitchMm: 0 });
  });

  it('is none from three crosses, which agree with any slip', () => {
    const page = pages[0];
    const three = readingsOf(page, PrintCalibration.parse({}), []).slice(0, 3);
    expect(fitCalibration(crossesOf(page), three)).toBeNull();
  });
});

describe('a wrong reading', () => {
  const wrongNumbers = fc.record({
    index: fc.nat(5),
    axis: fc.constantFrom('xMm', 'yMm'),
    byMm: fc.oneof(within(3, 60), within(-15, -3)),
  });

  it('is named with about what the ruler must have shown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        trueCorrections,
        slips,
        wrongNumbers,
        (page, needs, off, { index, axis, byMm }) => {
          const readings = readingsOf(page, needs, off);
          const mistyped = typedWrong(readings, index, axis, byMm);
          fc.pre((mistyped[index]?.[axis] ?? -1) >= 0);
          expect(fitCalibration(crossesOf(page), mistyped)?.maxResidualMm).toBeGreaterThan(LARGEST_RESIDUAL_MM);
          const suspect = findSuspectReading(crossesOf(page), mistyped);
          expect(suspect).toMatchObject({ cross: index + 1, sheet: 1, axis: axis === 'xMm' ? 'x' : 'y' });
          expect(Math.abs((suspect?.expectedMm ?? 0) - (readings[index]?.[axis] ?? 0))).toBeLessThan(1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is named on a later sheet too', () => {
    const page = pages[0];
    const readings = readingsOf(page, PrintCalibration.parse({ offsetYmm: 1, feedPitchMm: 1.5 }), []);
    const suspect = findSuspectReading(crossesOf(page), typedWrong(readings, 7, 'yMm', 9));
    expect(suspect).toMatchObject({ cross: 2, sheet: lastSheet, axis: 'y', expectedMm: 16 });
  });

  it('is the likeliest one where leaving out another would do as well', () => {
    for (const page of pages) {
      const readings = readingsOf(page, PrintCalibration.parse({ offsetXmm: 1, scaleY: 1.003 }), []);
      for (let index = 0; index < 6; index += 1) {
        for (const axis of ['xMm', 'yMm'] as const) {
          const suspect = findSuspectReading(crossesOf(page), typedWrong(readings, index, axis, 1.3));
          expect(suspect).toMatchObject({ cross: index + 1, sheet: 1, axis: axis.slice(0, 1) });
        }
      }
    }
  });

  it('is not looked for when the readings agree', () => {
    const page = pages[0];
    expect(findSuspectReading(crossesOf(page), readingsOf(page, PrintCalibration.parse({}), []))).toBeNull();
  });

  it('is not blamed on one number when two are wrong', () => {
    const page = pages[2];
    const readings = readingsOf(page, PrintCalibration.parse({}), []);
    const twice = typedWrong(typedWrong(readings, 0, 'xMm', 12), 4, 'yMm', 17);
    expect(findSuspectReading(crossesOf(page), twice)).toBeNull();
  });
});
