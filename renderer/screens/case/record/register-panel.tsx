import { HomeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { CaseView } from '../../../../shared/contract/case.ts';
import { planEntry } from '../../../case/steps.ts';
import { KeyHint } from '../../../keys/key-hint.tsx';
import { useKey } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { useCaseAct } from './case-act.ts';
import { LateWarnings, warningsOf } from './late-warnings.tsx';

/** Writes the move into the register; asks once in the page because it changes the register. */
export function RegisterPanel({ view }: { view: CaseView }): ReactElement {
  const say = useWords();
  const [isAsking, setAsking] = useState(false);
  const register = useCaseAct('case.register');
  const { isSettling } = planEntry(view.draft.procedure, view.page, false);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const run = () => register.run({ caseId: view.row.caseId, reasons });
  useKey('F10', () => (isAsking ? run() : setAsking(true)));
  useKey('Esc', () => setAsking(false), isAsking);
  return (
    <>
      {isAsking ? (
        <div className="confirm">
          <LateWarnings warnings={warningsOf(register.error)} reasons={reasons} onReasons={setReasons} />
          <p>{isSettling ? say('register.sure', { count: view.row.peopleCount }) : say('register.sureOfPage')}</p>
          <Button type="primary" autoFocus loading={register.isPending} onClick={run}>
            {say('register.confirm')} <KeyHint name="F10" />
          </Button>
          <Button onClick={() => setAsking(false)}>{say('accept.notYet')}</Button>
        </div>
      ) : (
        <Button type="primary" icon={<HomeOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {say(isSettling ? 'register.register' : 'register.registerPage')} <KeyHint name="F10" />
        </Button>
      )}
      <FailureLine error={register.error} />
    </>
  );
}
