import { z } from 'zod';
import type { CalibrationPlace, CalibrationRow } from '../../../shared/contract/calibration.ts';
import { CrossReading } from '../../../shared/domain/calibration.ts';
import { PrintCalibration } from '../../../shared/domain/form.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** A calibration to keep; whoever changed it is an account of this computer. */
export interface NewCalibration extends Omit<CalibrationRow, 'changedBy'> {
  readonly operatorId: string;
}

interface Row extends CalibrationPlace {
  readonly calibration: string;
  readonly readings: string | null;
  readonly maxResidualMm: number | null;
  readonly changedBy: string;
  readonly changedAt: string;
}

const select = `SELECT printer, tray, form, form_version AS version, calibration, readings, max_residual_mm AS maxResidualMm,
  operators.name AS changedBy, changed_at AS changedAt
  FROM calibrations JOIN operators ON operator_id = changed_by`;
const atPlace = 'printer = @printer AND tray = @tray AND form = @form AND form_version = @version';

/** What is kept for a printer, tray and form version, or null. */
export function findCalibration(database: Database, place: CalibrationPlace): CalibrationRow | null {
  const row = statement<[CalibrationPlace], Row>(database, `${select} WHERE ${atPlace}`).get(keyOf(place));
  return row ? read(row) : null;
}

/** Everything that is kept, printer by printer. */
export function listCalibrations(database: Database): CalibrationRow[] {
  return statement<[], Row>(database, `${select} ORDER BY printer, tray, form, form_version`).all().map(read);
}

/** Keeps a calibration in place of the one before. */
export function putCalibration(database: Database, row: NewCalibration): void {
  const { calibration, measured, operatorId, changedAt } = row;
  statement(
    database,
    `INSERT INTO calibrations VALUES (@printer, @tray, @form, @version, @calibration, @readings, @maxResidualMm, @operatorId, @changedAt)
     ON CONFLICT DO UPDATE SET calibration = excluded.calibration, readings = excluded.readings,
       max_residual_mm = excluded.max_residual_mm, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  ).run({
    ...keyOf(row),
    calibration: JSON.stringify(calibration),
    readings: measured && JSON.stringify(measured.readings),
    maxResidualMm: measured?.maxResidualMm ?? null,
    operatorId,
    changedAt,
  });
}

/** Forgets what is kept for a place. */
export function removeCalibration(database: Database, place: CalibrationPlace): void {
  statement(database, `DELETE FROM calibrations WHERE ${atPlace}`).run(keyOf(place));
}

function keyOf({ printer, tray, form, version }: CalibrationPlace): CalibrationPlace {
  return { printer, tray, form, version };
}

const Readings = z.array(CrossReading);

function read({ calibration, readings, maxResidualMm, ...row }: Row): CalibrationRow {
  return {
    ...row,
    calibration: PrintCalibration.parse(JSON.parse(calibration)),
    measured:
      readings === null || maxResidualMm === null
        ? null
        : { readings: Readings.parse(JSON.parse(readings)), maxResidualMm },
  };
}
