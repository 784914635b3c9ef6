import { CheckCircleOutlined, CloseCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';

export type NoticeTone = 'info' | 'good' | 'due' | 'wrong';

const icons: Record<NoticeTone, ReactElement> = {
  info: <InfoCircleOutlined aria-hidden />,
  good: <CheckCircleOutlined aria-hidden />,
  due: <WarningOutlined aria-hidden />,
  wrong: <CloseCircleOutlined aria-hidden />,
};

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A line that says how things stand; what is wrong is told to screen readers at once. */
export function Notice({ tone, children, action }: NoticeProps): ReactElement {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'wrong' ? 'alert' : 'status'}>
      {icons[tone]}
      <div className="notice-words">{children}</div>
      {action}
    </div>
  );
}
