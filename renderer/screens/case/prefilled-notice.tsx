import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../language.ts';
import { refresh, useAct, useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { moment } from '../../signs/moments.ts';
import { Notice } from '../../signs/notice.tsx';

/** Says at every step that somebody else filled this in and nobody here has checked it yet; until then it is not accepted. */
export function PrefilledNotice({ caseId, onChecked }: { caseId: string; onChecked: () => void }): ReactElement | null {
  const say = useWords();
  const prefilled = useCall('case.prefilled', { caseId });
  const checked = useAct('case.prefilledChecked');
  const from = prefilled.data ?? null;
  if (from === null) return null;
  const { partyName, filledBy, filledAt, checkedAt } = from;
  const words = { party: partyName, by: filledBy, at: moment(filledAt) };
  if (checkedAt !== null)
    return <Notice tone="info">{say('prefilled.checked', { ...words, checked: moment(checkedAt) })}</Notice>;
  const settle = () => {
    refresh('case.prefilled');
    onChecked();
  };
  return (
    <>
      <Notice
        tone="due"
        action={
          <Button loading={checked.isPending} onClick={() => checked.mutate({ caseId }, { onSuccess: settle })}>
            {say('prefilled.markChecked')}
          </Button>
        }
      >
        {say('prefilled.unchecked', words)}
      </Notice>
      <FailureLine error={checked.error} />
    </>
  );
}
