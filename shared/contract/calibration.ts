import { z } from 'zod';
import { CrossReading } from '../domain/calibration.ts';
import { PrintCalibration } from '../domain/form.ts';
import { FormPlace, PrinterName, PrintPlace, SheetPlace, TrayName } from '../domain/print-place.ts';
import { Instant } from '../domain/records.ts';
import { Bytes } from './bytes.ts';
import { endpoint } from './endpoint.ts';
import type { Role } from './roles.ts';
import { Bilingual } from './verdict.ts';

/** What a calibration holds for: this computer's printer and tray, with the stock of one version of a form in it. */
export const CalibrationPlace = PrintPlace.extend({
  form: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  version: z.number().int().positive(),
});
export type CalibrationPlace = z.infer<typeof CalibrationPlace>;

/** At most the six crosses of each of twenty sheets. */
const Readings = z.array(CrossReading).max(120);

/** A calibration as it is kept; `measured` is null when it was only nudged, never fitted to a test sheet. */
export const CalibrationRow = CalibrationPlace.extend({
  calibration: PrintCalibration,
  measured: z.strictObject({ readings: Readings, maxResidualMm: z.number() }).nullable(),
  changedBy: z.string(),
  changedAt: Instant,
});
export type CalibrationRow = z.infer<typeof CalibrationRow>;

/** A form in force today and where this computer prints it. */
export const CalibratedForm = z.strictObject({
  form: z.string(),
  version: z.number().int(),
  title: Bilingual,
  widthMm: z.number(),
  heightMm: z.number(),
  place: FormPlace,
  /** Who gave it this place; nobody: it goes to the usual printer in full. */
  placedBy: z.enum(['window', 'settings-file', 'nobody']),
});
export type CalibratedForm = z.infer<typeof CalibratedForm>;

const Millimetres = z.number().nullable();
/** What the readings come to. `isAccepted`: they agree within half a millimetre, on a correction that a sound printer may need. */
export const FittedCalibration = z.strictObject({
  calibration: z.strictObject({
    offsetXmm: z.number(),
    offsetYmm: z.number(),
    scaleX: z.number(),
    scaleY: z.number(),
    rotationDeg: z.number(),
    feedPitchMm: z.number(),
  }),
  residuals: z.array(
    z.strictObject({ cross: z.number().int(), sheet: z.number().int(), xMm: Millimetres, yMm: Millimetres }),
  ),
  maxResidualMm: z.number(),
  isAccepted: z.boolean(),
  /** The one number that is probably mistyped, and about what it should be. */
  suspect: z
    .strictObject({
      cross: z.number().int(),
      sheet: z.number().int(),
      axis: z.enum(['x', 'y']),
      expectedMm: z.number(),
    })
    .nullable(),
});
export type FittedCalibration = z.infer<typeof FittedCalibration>;

/** A printer of this computer with the trays its driver names, none where it names none, and whether it prints both sides. */
export const PrinterRow = z.strictObject({ printer: PrinterName, trays: z.array(TrayName), isDuplex: z.boolean() });
export type PrinterRow = z.infer<typeof PrinterRow>;

/** A test sheet: as many sheets as one run takes, moved by what is kept for the place or left as the printer has them. */
const TestSheet = z.strictObject({
  place: CalibrationPlace,
  sheets: z.number().int().min(1).max(20),
  isCalibrated: z.boolean(),
});
const Steps = z.number().int().min(-50).max(50);

/** Whoever prints may measure and nudge; what replaces or forgets a measurement is an officer's or the administrator's. */
const nudgers: readonly Role[] = ['clerk', 'assistant', 'chief', 'system-admin'];
const calibrators: readonly Role[] = ['clerk', 'chief', 'system-admin'];

export const calibrationEndpoints = {
  /** The printers that the operating system names, with their trays. */
  'printer.list': endpoint({
    input: z.strictObject({}),
    output: z.array(PrinterRow),
    roles: nudgers,
    audit: null,
    servedBy: 'main',
  }),
  /** How and where a form is printed on this computer from now on; null: as the settings file says again. */
  'printer.choose': endpoint({
    input: z.strictObject({ form: CalibrationPlace.shape.form, place: FormPlace.nullable() }),
    output: z.strictObject({}),
    roles: calibrators,
    audit: 'printer.choose',
  }),
  /** Where everything goes that has no place of its own; null: where the settings file says. */
  'printer.chooseUsual': endpoint({
    input: z.strictObject({ printer: PrinterName.nullable() }),
    output: z.strictObject({}),
    roles: calibrators,
    audit: 'printer.choose-usual',
  }),
  'calibration.list': endpoint({
    input: z.strictObject({}),
    output: z.strictObject({
      usualPrinter: PrinterName,
      forms: z.array(CalibratedForm),
      calibrations: z.array(CalibrationRow),
    }),
    roles: nudgers,
    audit: null,
  }),
  /** Fits a correction to readings and keeps nothing; null while they are too few. */
  'calibration.fit': endpoint({
    input: z.strictObject({ form: z.string(), version: z.number().int(), readings: Readings }),
    output: FittedCalibration.nullable(),
    roles: nudgers,
    audit: null,
  }),
  /** Fits the readings and keeps the correction in place of the one before; CALIBRATION_REFUSED when it is not accepted. */
  'calibration.save': endpoint({
    input: z.strictObject({ place: CalibrationPlace, readings: Readings }),
    output: CalibrationRow,
    roles: calibrators,
    audit: 'calibration.save',
  }),
  /** Moves what is printed by steps of a tenth of a millimetre to the right and down. */
  'calibration.nudge': endpoint({
    input: z.strictObject({ place: CalibrationPlace, rightSteps: Steps, downSteps: Steps }),
    output: CalibrationRow,
    roles: nudgers,
    audit: 'calibration.nudge',
  }),
  /** Forgets what is kept for a place. */
  'calibration.reset': endpoint({
    input: z.strictObject({ place: CalibrationPlace }),
    output: z.strictObject({}),
    roles: calibrators,
    audit: 'calibration.reset',
  }),
  'calibration.sheetPdf': endpoint({
    input: TestSheet,
    output: z.strictObject({ pdf: Bytes, fileName: z.string(), place: SheetPlace }),
    roles: nudgers,
    audit: 'calibration.sheet',
  }),
  /** Hands the test sheet to the printer and tray it is for. */
  'calibration.sheetPrint': endpoint({
    input: TestSheet,
    output: z.strictObject({ printer: z.string() }),
    roles: nudgers,
    audit: null,
    servedBy: 'main',
  }),
} as const;
