import type { CalibratedForm, CalibrationPlace, CalibrationRow } from '../../../shared/contract/calibration.ts';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { type Form, PrintCalibration } from '../../../shared/domain/form.ts';
import { type PrintPlaces, placeOfForm } from '../../../shared/domain/print-place.ts';
import { calibrationSheetId } from '../print/calibration-sheet.ts';
import { findForm, findFormVersion } from '../print/load-forms.ts';
import type { Calling, Program } from '../program.ts';
import { findCalibration, listCalibrations, putCalibration, removeCalibration } from '../store/calibrations.ts';
import { readPrintChoices } from '../store/print-choices.ts';
import { fitReadings } from './fit.ts';

const STEP_MM = 0.1;

/** The forms in force with their places, and every calibration of this computer. */
export function showCalibrations(program: Program): Answer<OutputOf<'calibration.list'>> {
  const ids = [...new Set(program.forms.forms.map(({ id }) => id))].filter((id) => id !== calibrationSheetId);
  const { printPlaces } = program;
  const chosen = readPrintChoices(program.database).forms;
  const forms = ids.flatMap((id) => {
    const form = findForm(program.forms, id, program.today());
    return form ? [formRow(printPlaces, form, id in chosen)] : [];
  });
  return done({ usualPrinter: printPlaces.usualPrinter, forms, calibrations: listCalibrations(program.database) });
}

function formRow(places: PrintPlaces, { id, version, name, page }: Form, isChosen: boolean): CalibratedForm {
  const title = { zh: name.zh, en: name.en };
  const placedBy = isChosen ? 'window' : id in places.forms ? 'settings-file' : 'nobody';
  return { form: id, version, title, ...page, place: placeOfForm(places, id), placedBy };
}

/** Keeps what the readings come to in place of the calibration before. */
export function saveCalibration(
  program: Program,
  calling: Calling,
  { place, readings }: ParsedInputOf<'calibration.save'>,
): Answer<CalibrationRow> {
  calling.subject = nameOf(place);
  const form = findFormVersion(program.forms, place.form, place.version);
  if (!form) return fail('NOT_FOUND');
  const fit = fitReadings(form, readings);
  if (!fit?.isAccepted) return fail('CALIBRATION_REFUSED', { residual: fit ? fit.maxResidualMm.toFixed(1) : '—' });
  const { calibration, maxResidualMm } = fit;
  return keep(program, calling, { ...place, calibration, measured: { readings, maxResidualMm } });
}

/** Moves what is printed by tenths of a millimetre; where nothing is kept yet, from nothing. */
export function nudgeCalibration(
  program: Program,
  calling: Calling,
  { place, rightSteps, downSteps }: ParsedInputOf<'calibration.nudge'>,
): Answer<CalibrationRow> {
  calling.subject = nameOf(place);
  if (!findFormVersion(program.forms, place.form, place.version)) return fail('NOT_FOUND');
  const before = findCalibration(program.database, place);
  const from = before?.calibration ?? PrintCalibration.parse({});
  const nudged = PrintCalibration.safeParse({
    ...from,
    offsetXmm: toThousandths(from.offsetXmm + rightSteps * STEP_MM),
    offsetYmm: toThousandths(from.offsetYmm + downSteps * STEP_MM),
  });
  if (!nudged.success) return fail('CALIBRATION_REFUSED', { residual: '—' });
  return keep(program, calling, { ...place, calibration: nudged.data, measured: before?.measured ?? null });
}

/** Forgets what is kept for a place. */
export function resetCalibration(
  program: Program,
  calling: Calling,
  { place }: ParsedInputOf<'calibration.reset'>,
): Answer<Record<string, never>> {
  calling.subject = nameOf(place);
  calling.details = { before: findCalibration(program.database, place)?.calibration ?? null };
  removeCalibration(program.database, place);
  return done({});
}

type Kept = Pick<CalibrationRow, keyof CalibrationPlace | 'calibration' | 'measured'>;

function keep({ database, now }: Program, calling: Calling, kept: Kept): Answer<CalibrationRow> {
  const before = findCalibration(database, kept)?.calibration ?? null;
  const { operatorId, name } = calling.operator;
  const changedAt = now();
  putCalibration(database, { ...kept, operatorId, changedAt });
  calling.details = { before, after: kept.calibration, maxResidualMm: kept.measured?.maxResidualMm ?? null };
  return done({ ...kept, changedBy: name, changedAt });
}

/** A place as the audit log names it. */
function nameOf({ printer, tray, form, version }: CalibrationPlace): string {
  return `${form}@${version} ${printer}${tray && `/${tray}`}`;
}

function toThousandths(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}
