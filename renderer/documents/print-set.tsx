import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { DocumentRow, PrintOutcome } from '../../shared/contract/document.ts';
import { KeyHint } from '../keys/key-hint.tsx';
import { useKey } from '../keys/keys.ts';
import { useBilingual, useWords } from '../language.ts';
import { refresh, useAct } from '../queries.ts';
import { FailureLine, useFailureWords } from '../signs/failure-line.tsx';
import { Notice } from '../signs/notice.tsx';

interface PrintSetProps {
  readonly caseId: string;
  readonly documents: readonly DocumentRow[];
}

/** What a paper of the set came to; nothing for one that lies printed in the tray. */
function OutcomeLine({ outcome }: { outcome: PrintOutcome }): ReactElement | null {
  const say = useWords();
  const inLanguage = useBilingual();
  const wordsOf = useFailureWords();
  const name = `${inLanguage(outcome.title)} ${outcome.subject}`.trim();
  switch (outcome.outcome) {
    case 'failed': {
      const why = outcome.failure === null ? '' : wordsOf(outcome.failure);
      return <Notice tone="wrong">{say('printing.failedOne', { name, why })}</Notice>;
    }
    case 'stopped':
      return <Notice tone="info">{say('printing.stoppedOne', { name })}</Notice>;
    case 'asked':
      return <Notice tone="due">{say('printing.askedOne', { name })}</Notice>;
    case 'printed':
      return null;
  }
}

/** How far the set under way is: papers that were ready when it began and are not any more. */
function Progress({ caseId, done, total }: { caseId: string; done: number; total: number }): ReactElement {
  const say = useWords();
  const stop = useAct('document.stopSet');
  return (
    <div className="row" role="status">
      <span className="numbers">{say('printing.progress', { done, total })}</span>
      <Button disabled={stop.isSuccess} onClick={() => stop.mutate({ caseId })}>
        {say('printing.stop')}
      </Button>
    </div>
  );
}

/** One press prints everything of a case that is ready; what failed is named and printed again by the next press. */
export function PrintSet({ caseId, documents }: PrintSetProps): ReactElement {
  const say = useWords();
  const [total, setTotal] = useState(0);
  const act = useAct('document.printSet');
  const ready = documents.filter(({ state }) => state === 'ready');
  const outcomes = act.data?.outcomes ?? [];
  // What failed or was asked about is told until the paper is there after all.
  const open = outcomes.filter(({ documentId }) =>
    documents.some((row) => row.documentId === documentId && row.state !== 'printed'),
  );
  const hasFailed = open.some(({ outcome }) => outcome === 'failed' || outcome === 'stopped');
  const run = () => {
    setTotal(ready.length);
    const onSettled = () => refresh('case.get', 'case.list', 'home.summary', 'document.printLog', 'stock.questions');
    act.mutate({ caseId }, { onSettled });
  };
  useKey('F8', run, ready.length > 0 && !act.isPending);
  return (
    <div className="print-set">
      {ready.length === 0 || act.isPending ? null : (
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={run}>
          {hasFailed ? say('printing.again') : say('documents.printAll', { count: ready.length })} <KeyHint name="F8" />
        </Button>
      )}
      {act.isPending ? <Progress caseId={caseId} done={Math.max(0, total - ready.length)} total={total} /> : null}
      <FailureLine error={act.error} />
      {open.map((outcome) => (
        <OutcomeLine key={outcome.documentId} outcome={outcome} />
      ))}
      {ready.length === 0 && outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === 'printed') ? (
        <Notice tone="good">{say('printing.allDone', { count: outcomes.length })}</Notice>
      ) : null}
    </div>
  );
}
