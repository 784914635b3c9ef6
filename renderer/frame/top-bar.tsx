import {
  ClockCircleOutlined,
  LockOutlined,
  MenuOutlined,
  QuestionCircleOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { KeyHint } from '../keys/key-hint.tsx';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { moment } from '../signs/moments.ts';
import { FreezeSign } from './freeze-sign.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { RegistrySign } from './registry-sign.tsx';
import { useSession, useStation } from './session.ts';

interface TopBarProps {
  readonly onHelp: () => void;
  readonly onPalette: () => void;
  readonly onLock: () => void;
}

/** Station, operator, age of the copy, registry: the facts a clerk glances at all day. */
export function TopBar({ onHelp, onPalette, onLock }: TopBarProps): ReactElement {
  const say = useWords();
  const station = useStation();
  const session = useSession();
  const sync = useCall('sync.state', {}).data;
  return (
    <header className="top" data-part="top">
      <strong className="top-station">{station?.stationName}</strong>
      <span className="top-item">{say('frame.window')}</span>
      {session === null ? null : (
        <span className="top-item">
          <UserOutlined aria-hidden /> {session.name} · {say(`role.${session.role}`)}
        </span>
      )}
      {station?.isPractice ? <strong className="practice">{say('station.practice')}</strong> : null}
      <span className="top-space" />
      <span className="top-item numbers">
        <ClockCircleOutlined aria-hidden />{' '}
        {sync?.copyAsOf ? say('sync.copyAsOf', { at: moment(sync.copyAsOf) }) : say('sync.noCopy')}
      </span>
      {sync === undefined ? null : <RegistrySign state={sync.registry} />}
      {session === null ? null : <FreezeSign />}
      <Button type="text" icon={<MenuOutlined aria-hidden />} onClick={onPalette}>
        {say('frame.commands')} <KeyHint name="Ctrl+K" />
      </Button>
      <Button type="text" icon={<QuestionCircleOutlined aria-hidden />} onClick={onHelp}>
        {say('frame.help')} <KeyHint name="F1" />
      </Button>
      <LanguageSwitch />
      <Button type="text" icon={<LockOutlined aria-hidden />} onClick={onLock}>
        {say('frame.lock')} <KeyHint name="F12" />
      </Button>
    </header>
  );
}
