import { Button } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { useWords } from '../../language.ts';
import { Notice } from '../../signs/notice.tsx';

/** Says, whatever step is open, that the applicant pressed «something is wrong»; stands until the clerk has seen to it. */
export function Objection({ caseId }: { caseId: string }): ReactElement | null {
  const say = useWords();
  const [isRaised, setRaised] = useState(false);
  useEffect(() => {
    return window.luohu.onNews((news) => {
      if (news.topic === 'applicant-objects' && news.caseId === caseId) setRaised(true);
    });
  }, [caseId]);
  if (!isRaised) return null;
  return (
    <Notice tone="wrong" action={<Button onClick={() => setRaised(false)}>{say('signature.seenTo')}</Button>}>
      {say('signature.objected')}
    </Notice>
  );
}
