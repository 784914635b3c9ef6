import { CloudServerOutlined, DisconnectOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { SyncState } from '../../shared/contract/sync.ts';
import { useWords } from '../language.ts';

const icons: Record<SyncState['registry'], ReactElement> = {
  online: <CloudServerOutlined aria-hidden />,
  offline: <DisconnectOutlined aria-hidden />,
  unknown: <QuestionCircleOutlined aria-hidden />,
};

/** Whether the registry is reached. Offline is normal: a quiet word, no alarm. */
export function RegistrySign({ state }: { state: SyncState['registry'] }): ReactElement {
  const say = useWords();
  return (
    <span className="top-item">
      {icons[state]} {say(`registry.${state}`)}
    </span>
  );
}
