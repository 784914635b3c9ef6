import { SendOutlined } from '@ant-design/icons';
import { Button, Input, Radio } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import type { ConflictCheck } from '../../../shared/contract/conflict.ts';
import { FieldRow } from '../../fields/field-row.tsx';
import { useSession } from '../../frame/session.ts';
import { KeyHint } from '../../keys/key-hint.tsx';
import { useKey } from '../../keys/keys.ts';
import { useWords } from '../../language.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { Outcome } from './outcome.tsx';

interface SettlePanelProps {
  readonly check: ConflictCheck | undefined;
  readonly checkError: unknown;
  readonly needsChief: boolean;
  readonly isWithdrawn: boolean;
  readonly onWithdrawn: (isWithdrawn: boolean) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSettle: (reason: string) => void;
}

/** What a choice would do, the reason, and the press that does it. */
export function SettlePanel(props: SettlePanelProps): ReactElement {
  const { check, isWithdrawn } = props;
  const say = useWords();
  const session = useSession();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const mayNot = props.needsChief && session?.role !== 'chief';
  const isBlocked = mayNot || check === undefined || check.refusal !== null;
  const run = () => {
    if (isBlocked || props.isPending) return;
    setMissing(reason.trim() === '');
    if (reason.trim() === '') box.current?.focus();
    else props.onSettle(reason.trim());
  };
  useKey('F10', run);
  return (
    <section className="card" aria-label={say('conflict.how')} data-part="settle">
      <h2>{say('conflict.how')}</h2>
      <Radio.Group
        name="conflict-how"
        aria-label={say('conflict.how')}
        value={isWithdrawn}
        onChange={(event) => props.onWithdrawn(event.target.value)}
      >
        <Radio value={false}>{say('conflict.merge')}</Radio>
        <Radio value={true}>{say('conflict.withdraw')}</Radio>
      </Radio.Group>
      <div aria-live="polite">
        <FailureLine error={props.checkError} />
        {props.checkError ? null : <Outcome check={check} />}
      </div>
      {mayNot ? <Notice tone="info">{say('conflict.chief')}</Notice> : null}
      <FieldRow id="conflict-reason" label={say('conflict.reason')} isWide>
        <Input.TextArea
          id="conflict-reason"
          ref={(area) => {
            box.current = area?.resizableTextArea?.textArea ?? null;
          }}
          rows={2}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FieldRow>
      {isMissing && reason.trim() === '' ? <Notice tone="wrong">{say('conflict.reasonMissing')}</Notice> : null}
      <div className="row">
        <Button
          type="primary"
          danger={isWithdrawn}
          icon={<SendOutlined aria-hidden />}
          disabled={isBlocked}
          loading={props.isPending}
          onClick={run}
        >
          {say(isWithdrawn ? 'conflict.doWithdraw' : 'conflict.do')} <KeyHint name="F10" />
        </Button>
        <span className="quiet">{say('conflict.kept')}</span>
      </div>
      <FailureLine error={props.error} />
    </section>
  );
}
