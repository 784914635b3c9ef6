import { CheckCircleOutlined, ClockCircleOutlined, PauseCircleOutlined, StopOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { PermitView } from '../../../shared/contract/register.ts';
import { useWords } from '../../language.ts';

const looks: Record<PermitView['state'], { icon: ReactElement; tone: 'good' | 'due' | 'wrong' | 'plain' }> = {
  functioning: { icon: <CheckCircleOutlined aria-hidden />, tone: 'good' },
  due: { icon: <ClockCircleOutlined aria-hidden />, tone: 'due' },
  suspended: { icon: <PauseCircleOutlined aria-hidden />, tone: 'wrong' },
  ended: { icon: <StopOutlined aria-hidden />, tone: 'plain' },
};

/** Whether a permit functions, icon and word. */
export function PermitSign({ state }: { state: PermitView['state'] }): ReactElement {
  const say = useWords();
  const { icon, tone } = looks[state];
  return (
    <span className={`state tone-${tone}`}>
      {icon} {say(`permitState.${state}`)}
    </span>
  );
}
