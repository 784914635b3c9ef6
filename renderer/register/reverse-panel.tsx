import { RollbackOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { FieldRow } from '../fields/field-row.tsx';
import { useKey } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { refresh, useAct } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { Notice } from '../signs/notice.tsx';

/** Undoes one event (冲销): the first press asks for the reason, the second carries it out. */
export function ReversePanel({ eventId }: { eventId: string }): ReactElement {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const reverse = useAct('register.reverse');
  useKey('Esc', () => setOpen(false), isOpen);
  if (!isOpen)
    return (
      <Button size="small" icon={<RollbackOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {say('reverse.open')}
      </Button>
    );
  const id = `reverse-${eventId}`;
  const run = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    const onSuccess = () => {
      setOpen(false);
      refresh('history.get', 'person.page', 'household.page', 'address.page');
    };
    reverse.mutate({ eventId, reason: reason.trim() }, { onSuccess });
  };
  return (
    <div className="confirm confirm-reason">
      <p>{say('reverse.what')}</p>
      <FieldRow id={id} label={say('reverse.label')} isWide>
        <Input.TextArea
          id={id}
          autoFocus
          rows={2}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FieldRow>
      {isMissing ? <Notice tone="wrong">{say('reasonAct.missing')}</Notice> : null}
      <div className="row">
        <Button type="primary" danger loading={reverse.isPending} onClick={run}>
          {say('reverse.do')}
        </Button>
        <Button onClick={() => setOpen(false)}>{say('accept.notYet')}</Button>
      </div>
      <FailureLine error={reverse.error} />
    </div>
  );
}
