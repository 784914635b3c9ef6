import { describe, expect, it } from 'vitest';
import { sheetForPage } from '../../../../electron/station/print/calibration-sheet.ts';
import { corrected, fitCalibration, uncorrected } from '../../../../shared/domain/calibration.ts';
import { PrintCalibration } from '../../../../shared/domain/form.ts';
import { crossesOf } from '../../../../shared/domain/test-sheet.ts';
import { exampleInputs } from './example-inputs.ts';
import { formNamed, inkOf, printed, type Raster, rasterOf, shelf } from './print-rig.ts';

const sheet = formNamed('calibration-sheet');
const input = exampleInputs['calibration-sheet'] ?? {};
const pages = [...new Map(shelf.forms.map(({ page }) => [`${page.widthMm} × ${page.heightMm} mm`, page]))];

/** Where a cross is seen near a place: the middle of its arms, left of and above it, where no label stands. */
function crossNear(raster: Raster, place: { xMm: number; yMm: number }) {
  const near = (x: number, y: number) => Math.abs(x - place.xMm) < 6 && Math.abs(y - place.yMm) < 6;
  const arm = inkOf(raster, (x, y) => near(x, y) && x < place.xMm - 2.2);
  const stem = inkOf(raster, (x, y) => near(x, y) && y < place.yMm - 2.2);
  return {
    xMm: ((stem?.left ?? 0) + (stem?.right ?? 0)) / 2,
    yMm: ((arm?.top ?? 0) + (arm?.bottom ?? 0)) / 2,
  };
}

/** What a printer that needs this correction makes of pages: the opposite, as a transformation of the page. */
function spoiltBy(needs: PrintCalibration): PrintCalibration {
  const origin = uncorrected({ xMm: 0, yMm: 0 }, needs);
  const right = uncorrected({ xMm: 100, yMm: 0 }, needs);
  const down = uncorrected({ xMm: 0, yMm: 100 }, needs);
  return PrintCalibration.parse({
    offsetXmm: origin.xMm,
    offsetYmm: origin.yMm,
    scaleX: Math.hypot(right.xMm - origin.xMm, right.yMm - origin.yMm) / 100,
    scaleY: Math.hypot(down.xMm - origin.xMm, down.yMm - origin.yMm) / 100,
    rotationDeg: (Math.atan2(right.yMm - origin.yMm, right.xMm - origin.xMm) * 180) / Math.PI,
  });
}

describe('the test sheet', () => {
  it.each(pages)('has its crosses where a ruler from the edges of the paper finds them: %s', async (_size, page) => {
    const raster = rasterOf(await printed(sheetForPage(sheet, page), input), 300);
    for (const cross of crossesOf(page)) {
      const seen = crossNear(raster, cross);
      expect(Math.abs(seen.xMm - cross.xMm), `cross ${cross.number}`).toBeLessThan(0.1);
      expect(Math.abs(seen.yMm - cross.yMm), `cross ${cross.number}`).toBeLessThan(0.1);
    }
  });

  it('printed by a printer out of true and measured, puts the crosses right on the next sheet', async () => {
    const { page } = formNamed('resident-card');
    const needs = PrintCalibration.parse({ offsetXmm: 1.8, offsetYmm: -1.1, scaleX: 1.004, scaleY: 0.994 });
    const form = sheetForPage(sheet, page);
    const crooked = rasterOf(await printed(form, input, { calibration: spoiltBy(needs) }), 300);
    const readings = crossesOf(page).map((cross) => {
      const { xMm, yMm } = crossNear(crooked, uncorrected(cross, needs));
      return { cross: cross.number, sheet: 1, xMm: Number(xMm.toFixed(1)), yMm: Number(yMm.toFixed(1)) };
    });
    const fit = fitCalibration(crossesOf(page), readings);
    expect(fit?.maxResidualMm).toBeLessThan(0.15);
    for (const cross of crossesOf(page)) {
      const printedAt = uncorrected(corrected(cross, fit?.calibration ?? PrintCalibration.parse({})), needs);
      expect(Math.hypot(printedAt.xMm - cross.xMm, printedAt.yMm - cross.yMm)).toBeLessThan(0.2);
    }
  });
});
