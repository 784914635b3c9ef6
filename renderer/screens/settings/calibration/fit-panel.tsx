import { SaveOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { CalibrationPlace, FittedCalibration } from '../../../../shared/contract/calibration.ts';
import { type CrossReading, LARGEST_RESIDUAL_MM } from '../../../../shared/domain/calibration.ts';
import type { Cross } from '../../../../shared/domain/test-sheet.ts';
import { useMayCall } from '../../../frame/session.ts';
import { useWords } from '../../../language.ts';
import { refresh, useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { Notice } from '../../../signs/notice.tsx';
import { fixed } from './fixed.ts';
import { ResidualDrawing } from './residual-drawing.tsx';
import { ValueLines } from './value-lines.tsx';

interface FitPanelProps {
  readonly place: CalibrationPlace;
  readonly page: { readonly widthMm: number; readonly heightMm: number };
  readonly crosses: readonly Cross[];
  readonly readings: readonly CrossReading[];
  readonly fit: FittedCalibration;
}

/** What the readings come to: the verdict first, then values and residuals, drawn and listed, and the button that keeps them. */
export function FitPanel({ place, page, crosses, readings, fit }: FitPanelProps): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const save = useAct('calibration.save');
  return (
    <>
      <FitVerdict fit={fit} />
      <div className="calibration-fit">
        <ResidualDrawing page={page} crosses={crosses} fit={fit} />
        <div>
          <ValueLines calibration={fit.calibration} />
          <ResidualTable fit={fit} />
        </div>
      </div>
      <FailureLine error={save.error} />
      {save.isSuccess ? <Notice tone="good">{say('calibration.saved')}</Notice> : null}
      {may('calibration.save') && fit.isAccepted ? (
        <Button
          type="primary"
          icon={<SaveOutlined aria-hidden />}
          loading={save.isPending}
          onClick={() =>
            save.mutate({ place, readings: [...readings] }, { onSuccess: () => refresh('calibration.list') })
          }
        >
          {say('calibration.save')}
        </Button>
      ) : null}
      {may('calibration.save') ? null : <p className="quiet">{say('calibration.whoSaves')}</p>}
    </>
  );
}

function FitVerdict({ fit }: { fit: FittedCalibration }): ReactElement {
  const say = useWords();
  const residual = fit.maxResidualMm.toFixed(2);
  if (fit.isAccepted) return <Notice tone="good">{say('calibration.accepted', { residual })}</Notice>;
  const agree = fit.maxResidualMm <= LARGEST_RESIDUAL_MM;
  const { suspect } = fit;
  return (
    <Notice tone="wrong">
      {agree ? say('calibration.beyond') : say('calibration.refused', { residual })}
      {suspect === null ? null : (
        <p>
          {say(suspect.axis === 'x' ? 'calibration.suspectX' : 'calibration.suspectY', {
            sheet: suspect.sheet,
            cross: suspect.cross,
            expected: suspect.expectedMm.toFixed(1),
          })}
        </p>
      )}
    </Notice>
  );
}

function ResidualTable({ fit }: { fit: FittedCalibration }): ReactElement {
  const say = useWords();
  const shown = (mm: number | null) => (mm === null ? '' : fixed(mm, 2));
  return (
    <table className="calibration-residuals numbers">
      <caption>{say('calibration.residuals')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('calibration.sheetNumber')}</th>
          <td />
          <th scope="col">{say('calibration.offRight')}</th>
          <th scope="col">{say('calibration.offDown')}</th>
        </tr>
      </thead>
      <tbody>
        {fit.residuals.map(({ sheet, cross, xMm, yMm }) => (
          <tr key={`${sheet}-${cross}`}>
            <td>{sheet}</td>
            <th scope="row">{say('calibration.cross', { number: cross })}</th>
            <td>{shown(xMm)}</td>
            <td>{shown(yMm)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
