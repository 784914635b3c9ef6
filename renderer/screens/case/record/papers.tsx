import { EyeOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import type { CaseView } from '../../../../shared/contract/case.ts';
import type { DocumentRow } from '../../../../shared/contract/document.ts';
import { BlankQuestions } from '../../../documents/blank-questions.tsx';
import { PrintLog } from '../../../documents/print-log.tsx';
import { usePrintOne } from '../../../documents/print-one.ts';
import { PrintSet } from '../../../documents/print-set.tsx';
import { PrinterLine } from '../../../documents/printer-line.tsx';
import { ReprintReason } from '../../../documents/reprint-reason.tsx';
import { useBilingual, useWords } from '../../../language.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { moment } from '../../../signs/moments.ts';
import { Notice } from '../../../signs/notice.tsx';
import { PaperSign } from '../../../signs/state-sign.tsx';
import { EntitlementNotice } from '../../policy/entitlement-notice.tsx';
import { AmendPanel } from './amend-panel.tsx';
import { PapersOnDemand } from './papers-on-demand.tsx';

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
      {paper.state === 'void' ? null : (
        <Button
          type={paper.state === 'ready' ? 'primary' : 'default'}
          icon={<PrinterOutlined aria-hidden />}
          aria-label={say(paper.state === 'printed' ? 'documents.reprintWhat' : 'documents.printWhat', { name })}
          onClick={onPrint}
        >
          {say(paper.state === 'printed' ? 'documents.reprint' : 'documents.print')}
        </Button>
      )}
    </div>
  );
}

/** What must still be printed before the case closes itself, and for whom. */
function Missing({ documents }: { documents: readonly DocumentRow[] }): ReactElement | null {
  const say = useWords();
  const inLanguage = useBilingual();
  const open = documents.filter(({ isRequired, state }) => isRequired && (state === 'ready' || state === 'waiting'));
  if (open.length === 0) return null;
  const names = open.map(({ title, subject }) => `${inLanguage(title)} ${subject}`.trim());
  return <p className="quiet">{say('printing.missing', { names: names.join(say('word.listComma')) })}</p>;
}

/** The papers of the case: for whom, in what state, to preview and to print. */
export function Papers({ view }: { view: CaseView }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const printing = usePrintOne();
  const [shown, setShown] = useState<DocumentRow | null>(null);
  const [again, setAgain] = useState<DocumentRow | null>(null);
  const { caseId } = view.row;
  const print = (row: DocumentRow) => (row.asksReason ? setAgain(row) : printing.print(row.documentId));
  const isWaiting = view.documents.some((it) => it.state === 'waiting');
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
      render: (_, row) => <PaperActions paper={row} onPreview={() => setShown(row)} onPrint={() => print(row)} />,
    },
  ];
  return (
    <section className="card" id="papers" tabIndex={-1} aria-label={say('documents.papers')}>
      <div className="panel-head">
        <h2>{say('documents.papers')}</h2>
        <PrintSet caseId={caseId} documents={view.documents} />
      </div>
      <BlankQuestions />
      <Missing documents={view.documents} />
      <Table<DocumentRow>
        aria-label={say('documents.papers')}
        size="small"
        rowKey="documentId"
        columns={columns}
        dataSource={[...view.documents]}
        pagination={false}
      />
      {isWaiting ? <Notice tone="due">{say('documents.whyWaiting')}</Notice> : null}
      {again === null ? null : <ReprintReason key={again.documentId} paper={again} onClose={() => setAgain(null)} />}
      <EntitlementNotice view={view} />
      <PapersOnDemand view={view} />
      <FailureLine error={printing.error} />
      <PrinterLine printer={printing.printer} />
      <PrintLog caseId={caseId} />
      <AmendPanel view={view} />
      {shown === null ? null : (
        <Suspense fallback={null}>
          <PaperPreview caseId={caseId} paper={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </section>
  );
}
