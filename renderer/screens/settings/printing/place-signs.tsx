import { WarningOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { CalibratedForm, CalibrationRow, PrinterRow } from '../../../../shared/contract/calibration.ts';
import type { FormPlace } from '../../../../shared/domain/print-place.ts';
import { useWords } from '../../../language.ts';

interface InForceProps {
  readonly form: CalibratedForm;
  readonly place: FormPlace;
  readonly calibrations: readonly CalibrationRow[];
}

/** Whether the values would be moved there, and how well that was measured. Only an overprint is moved. */
export function CalibrationInForce({ form, place, calibrations }: InForceProps): ReactElement {
  const say = useWords();
  if (place.mode === 'full') return <span className="quiet">{say('printPlace.notMoved')}</span>;
  const kept = calibrations.find(
    (it) =>
      it.form === form.form && it.version === form.version && it.printer === place.printer && it.tray === place.tray,
  );
  if (kept === undefined)
    return (
      <span className="tone-due">
        <WarningOutlined aria-hidden /> {say('printPlace.notCalibrated')}
      </span>
    );
  return (
    <span className="numbers">
      {kept.measured === null
        ? say('calibration.onlyNudged')
        : say('calibration.measured', { residual: kept.measured.maxResidualMm.toFixed(2) })}
    </span>
  );
}

/** Says of a printer that the system does not name any more; nothing otherwise. */
export function PlaceWarning({
  place,
  printers,
}: {
  place: FormPlace;
  printers: readonly PrinterRow[];
}): ReactElement | null {
  const say = useWords();
  if (printers.length === 0 || printers.some(({ printer }) => printer === place.printer)) return null;
  return (
    <span className="tone-due">
      <WarningOutlined aria-hidden /> {say('printPlace.gone')}
    </span>
  );
}
