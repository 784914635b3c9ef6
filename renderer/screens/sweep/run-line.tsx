import { CaretRightOutlined, StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { SweepState } from '../../../shared/contract/sweep.ts';
import { useWords } from '../../language.ts';
import { refresh, useAct } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { moment } from '../../signs/moments.ts';
import { Notice } from '../../signs/notice.tsx';
import { totalOf } from './sums.ts';

function Progress({ running }: { running: NonNullable<SweepState['running']> }): ReactElement {
  const say = useWords();
  const { done, total } = running;
  return (
    <div className="row">
      <progress aria-label={say('sweep.progress')} value={done} max={Math.max(1, total)} />
      <span role="status">{say(total === 0 ? 'sweep.begins' : 'sweep.running', { done, total })}</span>
    </div>
  );
}

/** When the data was checked last, and the way to check it now or to stop. */
export function RunLine({ state }: { state: SweepState }): ReactElement {
  const say = useWords();
  const run = useAct('sweep.run');
  const stop = useAct('sweep.stop');
  const { report, running, isReady } = state;
  const again = () => refresh('sweep.state', 'sweep.faults');
  return (
    <>
      <div className="row">
        {running === null ? (
          <Button
            type="primary"
            icon={<CaretRightOutlined aria-hidden />}
            disabled={!isReady}
            loading={run.isPending}
            onClick={() => run.mutate({}, { onSettled: again })}
          >
            {say('sweep.run')}
          </Button>
        ) : (
          <Button
            icon={<StopOutlined aria-hidden />}
            loading={stop.isPending}
            onClick={() => stop.mutate({}, { onSettled: again })}
          >
            {say('sweep.stop')}
          </Button>
        )}
        <span className="quiet">
          {report === null
            ? say('sweep.never')
            : say('sweep.last', { at: moment(report.finishedAt), count: totalOf(report) })}
        </span>
      </div>
      {running === null ? null : <Progress running={running} />}
      {isReady ? null : <Notice tone="info">{say('sweep.notReady')}</Notice>}
      <FailureLine error={run.error ?? stop.error} />
    </>
  );
}
