import { CheckOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useEditing, useOpenCase } from '../../case/case-context.ts';
import { useWords } from '../../language.ts';
import { useFailureWords } from '../../signs/failure-line.tsx';
import { clockTime } from '../../signs/moments.ts';

/** Whether what stands on the screen is safe, and since when. */
export function SaveLine(): ReactElement {
  const say = useWords();
  const failureWords = useFailureWords();
  const { store } = useOpenCase();
  const state = useEditing((it) => it.saveState);
  const savedAt = useEditing((it) => it.savedAt);
  const failure = useEditing((it) => it.failure);
  return (
    <div className="save-line" role="status" aria-label={say('save.label')}>
      {state === 'saved' ? (
        <span className="numbers">
          <CheckOutlined aria-hidden /> {say('save.savedAt', { at: clockTime(savedAt) })}
        </span>
      ) : null}
      {state === 'waiting' || state === 'saving' ? (
        <span>
          <SyncOutlined aria-hidden /> {say('save.saving')}
        </span>
      ) : null}
      {state === 'failed' || state === 'clash' ? (
        <span className="tone-wrong">
          <WarningOutlined aria-hidden /> {failure === null ? say('save.failed') : failureWords(failure)}{' '}
          {state === 'failed' ? say('save.retrying') : null}
        </span>
      ) : null}
      {state === 'clash' ? (
        <>
          <Button onClick={() => void store.keepMine()}>{say('save.keepMine')}</Button>
          <Button onClick={() => void store.takeTheirs()}>{say('save.takeTheirs')}</Button>
        </>
      ) : null}
    </div>
  );
}
