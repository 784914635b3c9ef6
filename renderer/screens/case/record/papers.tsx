import { EyeOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import type { CaseView } from '../../../../shared/contract/case.ts';
import type { DocumentRow } from '../../../../shared/contract/document.ts';
import { usePrintAll } from '../../../documents/print-all.ts';
import { PrinterLine } from '../../../documents/printer-line.tsx';
import { KeyHint } from '../../../keys/key-hint.tsx';
import { useKey } from '../../../keys/keys.ts';
import { useBilingual, useWords } from '../../../language.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { moment } from '../../../signs/moments.ts';
import { Notice } from '../../../signs/notice.tsx';
import { PaperSign } from '../../../signs/state-sign.tsx';

const PaperPreview = lazy(async () => ({
  default: (await import('../../../documents/paper-preview.tsx')).PaperPreview,
}));

interface ActionsProps {
  readonly paper: DocumentRow;
  readonly onPreview: () => void;
  readonly onPrint: () => void;
}

/** Preview and print of one paper; one that waits says what for instead of standing there grey. */
function PaperActions({ paper, onPreview, onPrint }: ActionsProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const name = `${inLanguage(paper.title)} ${paper.subject}`.trim();
  return (
    <div className="row">
      <Button
        icon={<EyeOutlined aria-hidden />}
        aria-label={say('documents.previewWhat', { name })}
        onClick={onPreview}
      >
        {say('documents.preview')}
      </Button>
      <Button
        type={paper.state === 'ready' ? 'primary' : 'default'}
        icon={<PrinterOutlined aria-hidden />}
        aria-label={say(paper.state === 'printed' ? 'documents.reprintWhat' : 'documents.printWhat', { name })}
        onClick={onPrint}
      >
        {say(paper.state === 'printed' ? 'documents.reprint' : 'documents.print')}
      </Button>
    </div>
  );
}

/** The papers of the case: for whom, in what state, to preview and to print. */
export function Papers({ view }: { view: CaseView }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const printing = usePrintAll();
  const [shown, setShown] = useState<DocumentRow | null>(null);
  const ready = view.documents.filter((it) => it.state === 'ready');
  const isWaiting = view.documents.some((it) => it.state === 'waiting');
  useKey('F8', () => printing.print(ready), ready.length > 0);
  const columns: TableColumnsType<DocumentRow> = [
    { title: say('documents.title'), render: (_, row) => inLanguage(row.title) },
    { title: say('documents.subject'), width: '8em', render: (_, row) => (row.subject === '' ? '—' : row.subject) },
    { title: say('list.state'), width: '8em', render: (_, row) => <PaperSign state={row.state} /> },
    {
      title: say('documents.copies'),
      width: '10em',
      className: 'numbers',
      render: (_, row) =>
        row.printedAt === null ? '—' : say('documents.printedAt', { copies: row.copies, at: moment(row.printedAt) }),
    },
    {
      title: say('list.action'),
      width: '13em',
      render: (_, row) => (
        <PaperActions paper={row} onPreview={() => setShown(row)} onPrint={() => printing.print([row])} />
      ),
    },
  ];
  return (
    <section className="card" id="papers" tabIndex={-1} aria-label={say('documents.papers')}>
      <div className="panel-head">
        <h2>{say('documents.papers')}</h2>
        {ready.length === 0 ? null : (
          <Button
            type="primary"
            icon={<PrinterOutlined aria-hidden />}
            loading={printing.isPending}
            onClick={() => printing.print(ready)}
          >
            {say('documents.printAll', { count: ready.length })} <KeyHint name="F8" />
          </Button>
        )}
      </div>
      <Table<DocumentRow>
        aria-label={say('documents.papers')}
        size="small"
        rowKey="documentId"
        columns={columns}
        dataSource={[...view.documents]}
        pagination={false}
      />
      {isWaiting ? <Notice tone="due">{say('documents.whyWaiting')}</Notice> : null}
      <FailureLine error={printing.error} />
      <PrinterLine printer={printing.printer} />
      {shown === null ? null : (
        <Suspense fallback={null}>
          <PaperPreview caseId={view.row.caseId} paper={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </section>
  );
}
