import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { StationState } from '../../../shared/contract/session.ts';
import { useWords } from '../../language.ts';

interface PracticeLoginsProps {
  readonly logins: StationState['practiceLogins'];
  readonly onPick: (login: string) => void;
}

/** The made-up operators of practice mode: one press writes the user name. Nothing outside practice mode. */
export function PracticeLogins({ logins, onPick }: PracticeLoginsProps): ReactElement | null {
  const say = useWords();
  if (logins.length === 0) return null;
  return (
    <fieldset className="practice-logins">
      <legend>{say('login.practice')}</legend>
      {logins.map((it) => (
        <Button key={it.login} onClick={() => onPick(it.login)}>
          {it.name} · {say(`role.${it.role}`)}
        </Button>
      ))}
    </fieldset>
  );
}
