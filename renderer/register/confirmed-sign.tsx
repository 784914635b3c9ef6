import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useWords } from '../language.ts';

/** Whether the registry has confirmed what stands here. */
export function ConfirmedSign({ isProvisional }: { isProvisional: boolean }): ReactElement {
  const say = useWords();
  return (
    <span className={`state ${isProvisional ? 'tone-due' : 'tone-good'}`}>
      {isProvisional ? <ClockCircleOutlined aria-hidden /> : <CheckCircleOutlined aria-hidden />}{' '}
      {say(isProvisional ? 'person.provisionalLong' : 'person.confirmed')}
    </span>
  );
}
