import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { CaseView } from '../../../../shared/contract/case.ts';
import { FieldRow } from '../../../fields/field-row.tsx';
import { useKey } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { Notice } from '../../../signs/notice.tsx';
import { useCaseAct } from './case-act.ts';

interface ReasonPanelProps {
  readonly view: CaseView;
  readonly act: 'return' | 'refuse' | 'release' | 'withdraw';
  readonly endpoint: 'case.return' | 'case.refuse' | 'case.release' | 'case.withdraw';
}

/** An act that needs a written reason: the first press opens the box for it, the second carries it out. */
export function ReasonPanel({ view, act, endpoint }: ReasonPanelProps): ReactElement {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const carryOut = useCaseAct(endpoint);
  useKey('Esc', () => setOpen(false), isOpen);
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{say(`reasonAct.${act}.open`)}</Button>;
  const id = `reason-${act}`;
  const run = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') carryOut.run({ caseId: view.row.caseId, reason: reason.trim() }, () => setOpen(false));
  };
  return (
    <div className="confirm confirm-reason">
      <p>{say(`reasonAct.${act}.what`)}</p>
      <FieldRow id={id} label={say(`reasonAct.${act}.label`)} isWide>
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
        <Button type="primary" danger={act !== 'release'} loading={carryOut.isPending} onClick={run}>
          {say(`reasonAct.${act}.do`)}
        </Button>
        <Button onClick={() => setOpen(false)}>{say('accept.notYet')}</Button>
      </div>
      <FailureLine error={carryOut.error} />
    </div>
  );
}
