import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { CalibrationPlace, CalibrationRow } from '../../../../shared/contract/calibration.ts';
import { useMayCall } from '../../../frame/session.ts';
import { useWords } from '../../../language.ts';
import { refresh, useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { moment } from '../../../signs/moments.ts';
import { Notice } from '../../../signs/notice.tsx';
import { NudgePad } from './nudge-pad.tsx';
import { ValueLines } from './value-lines.tsx';

interface KeptPanelProps {
  readonly place: CalibrationPlace;
  readonly kept: CalibrationRow | null;
}

/** What is in use for the place, the keys that nudge it, and how to forget it. */
export function KeptPanel({ place, kept }: KeptPanelProps): ReactElement {
  const say = useWords();
  const may = useMayCall();
  return (
    <section className="card" data-part="calibration-kept" aria-label={say('calibration.kept')}>
      <h2>{say('calibration.kept')}</h2>
      {kept === null ? <p>{say('calibration.none')}</p> : <KeptLines kept={kept} />}
      <NudgePad place={place} />
      {kept !== null && may('calibration.reset') ? <ResetButton place={place} /> : null}
    </section>
  );
}

function KeptLines({ kept }: { kept: CalibrationRow }): ReactElement {
  const say = useWords();
  const { measured } = kept;
  const how =
    measured === null
      ? say('calibration.onlyNudged')
      : say('calibration.measured', { residual: measured.maxResidualMm.toFixed(2) });
  return (
    <>
      <ValueLines calibration={kept.calibration} />
      <p className="quiet numbers">
        {[say('calibration.keptBy', { name: kept.changedBy, at: moment(kept.changedAt) }), how].join(' · ')}
      </p>
    </>
  );
}

function ResetButton({ place }: { place: CalibrationPlace }): ReactElement {
  const say = useWords();
  const [isAsking, setAsking] = useState(false);
  const reset = useAct('calibration.reset');
  if (!isAsking) return <Button onClick={() => setAsking(true)}>{say('calibration.reset')}</Button>;
  const forget = () =>
    reset.mutate(
      { place },
      {
        onSuccess: () => {
          setAsking(false);
          refresh('calibration.list');
        },
      },
    );
  return (
    <Notice
      tone="due"
      action={
        <>
          <Button danger loading={reset.isPending} onClick={forget}>
            {say('calibration.confirmReset')}
          </Button>
          <Button onClick={() => setAsking(false)}>{say('calibration.keepIt')}</Button>
        </>
      }
    >
      {say('calibration.sureReset')}
      <FailureLine error={reset.error} />
    </Notice>
  );
}
