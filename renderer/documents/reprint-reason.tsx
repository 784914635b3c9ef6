import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { DocumentRow } from '../../shared/contract/document.ts';
import { FieldRow } from '../fields/field-row.tsx';
import { useKey } from '../keys/keys.ts';
import { useBilingual, useWords } from '../language.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { Notice } from '../signs/notice.tsx';
import { usePrintOne } from './print-one.ts';

/** Asks why a paper that stands for a final state is printed once more, and prints it. */
export function ReprintReason({ paper, onClose }: { paper: DocumentRow; onClose: () => void }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const printing = usePrintOne();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const name = `${inLanguage(paper.title)} ${paper.subject}`.trim();
  useKey('Esc', onClose);
  const run = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') printing.print(paper.documentId, reason.trim(), onClose);
  };
  return (
    <div className="confirm confirm-reason">
      <p>{say('printing.reasonTitle', { name, copy: paper.copies + 1 })}</p>
      <FieldRow id="reprint-reason" label={say('printing.reason')} hint={say('printing.reasonHint')} isWide>
        <Input
          id="reprint-reason"
          autoFocus
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={run}
        />
      </FieldRow>
      {isMissing ? <Notice tone="wrong">{say('printing.reasonMissing')}</Notice> : null}
      <div className="row">
        <Button type="primary" loading={printing.isPending} onClick={run}>
          {say('printing.reasonDo')}
        </Button>
        <Button onClick={onClose}>{say('accept.notYet')}</Button>
      </div>
      <FailureLine error={printing.error} />
    </div>
  );
}
