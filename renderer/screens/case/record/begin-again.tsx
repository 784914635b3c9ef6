import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../../language.ts';
import { useBeginAgain } from '../../../procedures/start-case.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';

/** What was entered for a case that came to nothing need not be entered a second time. */
export function BeginAgain({ caseId }: { caseId: string }): ReactElement {
  const say = useWords();
  const { begin, isPending, error } = useBeginAgain(caseId);
  return (
    <>
      <p className="quiet">{say('beginAgain.what')}</p>
      <Button loading={isPending} onClick={begin}>
        {say('beginAgain.do')}
      </Button>
      <FailureLine error={error} />
    </>
  );
}
