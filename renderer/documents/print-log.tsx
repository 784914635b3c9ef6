import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { PrintLine } from '../../shared/contract/document.ts';
import { useBilingual, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { moment } from '../signs/moments.ts';
import { usePrinterName } from '../words/printer-name.ts';

/** Which copies of a case's papers went to which printer, by whom, when and why; nothing before the first. */
export function PrintLog({ caseId }: { caseId: string }): ReactElement | null {
  const say = useWords();
  const inLanguage = useBilingual();
  const printerName = usePrinterName();
  const log = useCall('document.printLog', { caseId });
  const lines = log.data ?? [];
  if (lines.length === 0) return null;
  const columns: TableColumnsType<PrintLine> = [
    { title: say('documents.title'), render: (_, row) => `${inLanguage(row.title)} ${row.subject}`.trim() },
    { title: say('documents.copies'), width: '6em', render: (_, row) => say('printing.copyOf', { copy: row.copy }) },
    {
      title: say('printing.printer'),
      width: '9em',
      render: (_, row) => printerName(row.printer),
    },
    { title: say('printing.by'), width: '6em', dataIndex: 'by' },
    { title: say('printing.at'), width: '9em', className: 'numbers', render: (_, row) => moment(row.at) },
    { title: say('printing.why'), render: (_, row) => row.reason || '—' },
    { title: say('printing.sheet'), width: '9em', className: 'numbers', render: (_, row) => row.blankNumber ?? '—' },
    { title: say('printing.outcome'), width: '6em', render: (_, row) => say(`printOutcome.${row.outcome ?? 'asked'}`) },
  ];
  return (
    <details>
      <summary>{`${say('printing.log')} (${lines.length})`}</summary>
      <Table<PrintLine>
        aria-label={say('printing.log')}
        size="small"
        rowKey={(row) => `${row.documentId} ${row.copy} ${row.at}`}
        columns={columns}
        dataSource={[...lines]}
        pagination={false}
      />
    </details>
  );
}
