import type { ReactElement } from 'react';
import type { PrintCalibration } from '../../../../shared/domain/form.ts';
import { useWords } from '../../../language.ts';
import { fixed } from './fixed.ts';

/** A correction in words: what is moved, scaled and turned. */
export function ValueLines({ calibration }: { calibration: PrintCalibration }): ReactElement {
  const say = useWords();
  const percent = (scale: number) => `${(scale * 100).toFixed(2)} %`;
  const mm = (value: number) => say('calibration.mm', { value: fixed(value, 1) });
  const { offsetXmm, offsetYmm, scaleX, scaleY, rotationDeg, feedPitchMm } = calibration;
  const lines = [
    ['offsetXmm', mm(offsetXmm)],
    ['offsetYmm', mm(offsetYmm)],
    ['scaleX', percent(scaleX)],
    ['scaleY', percent(scaleY)],
    ['rotationDeg', say('calibration.degrees', { value: fixed(rotationDeg, 2) })],
    ['feedPitchMm', mm(feedPitchMm)],
  ] as const;
  return (
    <dl className="calibration-values numbers" aria-label={say('calibration.values')}>
      {lines.map(([key, value]) => (
        <div key={key}>
          <dt>{say(`calibration.value.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
