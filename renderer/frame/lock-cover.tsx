import { LockOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Session } from '../../shared/contract/session.ts';
import { useWords } from '../language.ts';
import { changeOperator, refresh, useAct } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';

/** Covers the window until the password of the one logged in is typed. What was entered waits behind it. */
export function LockCover({ session }: { session: Session }): ReactElement {
  const say = useWords();
  const [password, setPassword] = useState('');
  const unlock = useAct('session.unlock');
  const logout = useAct('session.logout');
  return (
    <div className="lock" role="dialog" aria-modal="true" aria-labelledby="lock-title">
      <form
        className="gate-card"
        onSubmit={(event) => {
          event.preventDefault();
          unlock.mutate(
            { password },
            { onSuccess: () => refresh('session.current'), onSettled: () => setPassword('') },
          );
        }}
      >
        <h1 id="lock-title">
          <LockOutlined aria-hidden /> {say('lock.title')}
        </h1>
        <p>{say('lock.who', { name: session.name, role: say(`role.${session.role}`) })}</p>
        <p className="quiet">{say('lock.kept')}</p>
        <label htmlFor="lock-password">{say('login.password')}</label>
        <Input
          type="password"
          id="lock-password"
          size="large"
          autoFocus
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <FailureLine error={unlock.error} />
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" loading={unlock.isPending}>
            {say('lock.unlock')}
          </Button>
          <Button size="large" onClick={() => logout.mutate({}, { onSuccess: () => changeOperator(null) })}>
            {say('lock.logout')}
          </Button>
        </div>
      </form>
    </div>
  );
}
