import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { LanguageSwitch } from '../../frame/language-switch.tsx';
import { useWords } from '../../language.ts';
import { changeOperator, useAct, useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { PracticeLogins } from './practice-logins.tsx';

function FillLine({ done, total }: { done: number; total: number }): ReactElement {
  const say = useWords();
  return (
    <p role="status" className="quiet">
      {say('station.fill', { done, total })}
    </p>
  );
}

export function LoginScreen(): ReactElement {
  const say = useWords();
  const state = useCall('station.state', {});
  const station = state.data ?? null;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const passwordBox = useRef<HTMLInputElement>(null);
  const enter = useAct('session.login');
  return (
    <main className="gate">
      <form
        className="gate-card"
        aria-label={say('login.title')}
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate(
            { login, password },
            {
              onSuccess: changeOperator,
              onError: () => setPassword(''),
            },
          );
        }}
      >
        <h1>
          <SafetyCertificateOutlined aria-hidden /> {say('app.title')}
        </h1>
        <p className="gate-station">{station?.stationName}</p>
        {station?.isPractice ? <p className="practice">{say('station.practiceLong')}</p> : null}
        {station?.fill ? <FillLine {...station.fill} /> : null}
        <PracticeLogins
          logins={station?.practiceLogins ?? []}
          onPick={(picked) => {
            setLogin(picked);
            passwordBox.current?.focus();
          }}
        />
        <label htmlFor="login-name">{say('login.name')}</label>
        <Input
          id="login-name"
          size="large"
          autoFocus
          autoComplete="username"
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
        <label htmlFor="login-password">{say('login.password')}</label>
        <Input
          type="password"
          id="login-password"
          size="large"
          autoComplete="current-password"
          ref={(box) => {
            passwordBox.current = box?.input ?? null;
          }}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <FailureLine error={enter.error ?? state.error} />
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" loading={enter.isPending}>
            {say('login.enter')}
          </Button>
          <LanguageSwitch />
        </div>
        <p className="quiet">{station === null ? '' : say('station.version', { version: station.version })}</p>
      </form>
    </main>
  );
}
