import { ArrowDownOutlined, ArrowLeftOutlined, ArrowRightOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KeyboardEvent, ReactElement } from 'react';
import type { CalibrationPlace } from '../../../../shared/contract/calibration.ts';
import { useWords } from '../../../language.ts';
import { refresh, useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';

const steps = {
  ArrowLeft: { Icon: ArrowLeftOutlined, words: 'calibration.nudgeLeft', rightSteps: -1, downSteps: 0 },
  ArrowUp: { Icon: ArrowUpOutlined, words: 'calibration.nudgeUp', rightSteps: 0, downSteps: -1 },
  ArrowDown: { Icon: ArrowDownOutlined, words: 'calibration.nudgeDown', rightSteps: 0, downSteps: 1 },
  ArrowRight: { Icon: ArrowRightOutlined, words: 'calibration.nudgeRight', rightSteps: 1, downSteps: 0 },
} as const;
type ArrowKey = keyof typeof steps;

function isArrow(key: string): key is ArrowKey {
  return Object.hasOwn(steps, key);
}

/** Four buttons that also answer the arrow keys while one of them has the focus: a tenth of a millimetre each. */
export function NudgePad({ place }: { place: CalibrationPlace }): ReactElement {
  const say = useWords();
  const nudge = useAct('calibration.nudge');
  const press = (key: ArrowKey) => {
    const { rightSteps, downSteps } = steps[key];
    nudge.mutate({ place, rightSteps, downSteps }, { onSuccess: () => refresh('calibration.list') });
  };
  const answer = (event: KeyboardEvent) => {
    if (!isArrow(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    press(event.key);
  };
  return (
    <fieldset className="calibration-nudge" onKeyDown={answer}>
      <legend>{say('calibration.nudge')}</legend>
      {(Object.keys(steps) as ArrowKey[]).map((key) => {
        const { Icon, words } = steps[key];
        return <Button key={key} aria-label={say(words)} icon={<Icon aria-hidden />} onClick={() => press(key)} />;
      })}
      <span className="quiet">{say('calibration.nudgeHint')}</span>
      <FailureLine error={nudge.error} />
    </fieldset>
  );
}
