import type { Form } from '../../../shared/domain/form.ts';
import { placeOfForm, type SheetPlace } from '../../../shared/domain/print-place.ts';
import type { RenderOptions } from '../print/render-form.ts';
import type { Program } from '../program.ts';
import { findCalibration } from '../store/calibrations.ts';

type PrintOptions = Pick<RenderOptions, 'mode' | 'calibration' | 'showsStock' | 'stamp'>;

/** How the settings and calibrations of this computer have a form printed: in full, or onto the stock in its tray. */
export function finalPrint({ database, printPlaces }: Program, { id, version }: Form): PrintOptions {
  const { mode, printer, tray } = placeOfForm(printPlaces, id);
  if (mode === 'full') return { mode };
  const kept = findCalibration(database, { printer, tray, form: id, version });
  return { mode, ...(kept && { calibration: kept.calibration }) };
}

/** Where a form is printed now: printer, tray and sides. */
export function sheetPlaceOf({ printPlaces }: Program, form: string): SheetPlace {
  const { printer, tray, sides } = placeOfForm(printPlaces, form);
  return { printer, tray, sides };
}

/** The same before it is printed: stamped, and over a picture of its stock where there is one. */
export function previewPrint({ printPlaces }: Program, { id }: Form, stamp: string): PrintOptions {
  return { mode: placeOfForm(printPlaces, id).mode, showsStock: true, stamp };
}
