import {
  CheckCircleFilled,
  CheckOutlined,
  CloseCircleFilled,
  CloseOutlined,
  ExclamationCircleFilled,
  QuestionOutlined,
} from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { Verdict } from '../../shared/contract/verdict.ts';
import { useWords } from '../language.ts';

const icons: Record<Verdict, ReactElement> = {
  eligible: <CheckCircleFilled aria-hidden />,
  ineligible: <CloseCircleFilled aria-hidden />,
  incomplete: <ExclamationCircleFilled aria-hidden />,
};

/** 符合 / 不符合 / 待补充, always with its word. */
export function VerdictSign({ verdict, isLarge }: { verdict: Verdict; isLarge?: boolean }): ReactElement {
  const say = useWords();
  return (
    <span className={`sign sign-${verdict}${isLarge ? ' sign-large' : ''}`}>
      {icons[verdict]} {say(`verdict.${verdict}`)}
    </span>
  );
}

/** Whether one rule holds, does not, or cannot be told yet. */
export function HoldsSign({ holds }: { holds: boolean | null }): ReactElement {
  const say = useWords();
  const name = holds === null ? 'unknown' : holds ? 'holds' : 'fails';
  const verdict: Verdict = holds === null ? 'incomplete' : holds ? 'eligible' : 'ineligible';
  const icon = {
    unknown: <QuestionOutlined aria-hidden />,
    holds: <CheckOutlined aria-hidden />,
    fails: <CloseOutlined aria-hidden />,
  };
  return (
    <span className={`holds sign-${verdict}`}>
      {icon[name]}
      <span className="visually-hidden">{say(`reason.${name}`)}</span>
    </span>
  );
}
