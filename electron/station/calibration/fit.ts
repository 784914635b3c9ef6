import type { FittedCalibration } from '../../../shared/contract/calibration.ts';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { type CrossReading, fitCalibration, LARGEST_RESIDUAL_MM } from '../../../shared/domain/calibration.ts';
import { type Form, PrintCalibration } from '../../../shared/domain/form.ts';
import { findSuspectReading } from '../../../shared/domain/suspect-reading.ts';
import { crossesOf } from '../../../shared/domain/test-sheet.ts';
import { findFormVersion } from '../print/load-forms.ts';
import type { Calling, Program } from '../program.ts';

/** What the readings of a form's test sheet come to; null while they are too few. */
export function fitReadings({ page }: Form, readings: readonly CrossReading[]): FittedCalibration | null {
  const crosses = crossesOf(page);
  const fit = fitCalibration(crosses, readings);
  if (!fit) return null;
  const isAccepted = fit.maxResidualMm <= LARGEST_RESIDUAL_MM && PrintCalibration.safeParse(fit.calibration).success;
  return {
    calibration: fit.calibration,
    residuals: fit.residuals.map((residual) => ({ ...residual })),
    maxResidualMm: fit.maxResidualMm,
    isAccepted,
    suspect: findSuspectReading(crosses, readings),
  };
}

/** Fits a correction to readings and keeps nothing. */
export function tryReadings(
  program: Program,
  _calling: Calling,
  { form: id, version, readings }: ParsedInputOf<'calibration.fit'>,
): Answer<OutputOf<'calibration.fit'>> {
  const form = findFormVersion(program.forms, id, version);
  return form ? done(fitReadings(form, readings)) : fail('NOT_FOUND');
}
