import { EyeOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { PrinterLine } from '../../documents/printer-line.tsx';
import { useMayCall, useStation } from '../../frame/session.ts';
import { useWords } from '../../language.ts';
import { useAct, useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { Figures } from './figures.tsx';
import { monthPeriod, type Period } from './period.ts';
import { PeriodPicker } from './period-picker.tsx';

const PdfView = lazy(async () => ({ default: (await import('../../documents/pdf-view.tsx')).PdfView }));

interface ReportProps {
  readonly period: Period;
}

function PdfPreview({ period }: ReportProps): ReactElement {
  const say = useWords();
  const pdf = useCall('report.settlementPdf', period);
  return (
    <section className="preview" aria-label={say('reports.preview')}>
      <FailureLine error={pdf.error} />
      {pdf.data === undefined ? null : <PdfView pdf={pdf.data.pdf} label={say('reports.settlement')} />}
    </section>
  );
}

function Report({ period }: ReportProps): ReactElement {
  const say = useWords();
  const [isPreviewed, setPreviewed] = useState(false);
  const report = useCall('report.settlement', period);
  const print = useAct('report.settlementPrint');
  return (
    <>
      <div className="row">
        <Button
          icon={<EyeOutlined aria-hidden />}
          aria-expanded={isPreviewed}
          onClick={() => setPreviewed(!isPreviewed)}
        >
          {say(isPreviewed ? 'reports.hidePdf' : 'reports.showPdf')}
        </Button>
        <Button
          type="primary"
          icon={<PrinterOutlined aria-hidden />}
          loading={print.isPending}
          onClick={() => print.mutate(period)}
        >
          {say('reports.print')}
        </Button>
      </div>
      <FailureLine error={report.error ?? print.error} />
      <PrinterLine printer={print.data?.printer ?? null} />
      {isPreviewed ? (
        <Suspense fallback={null}>
          <PdfPreview period={period} />
        </Suspense>
      ) : null}
      {report.data === undefined ? null : <Figures report={report.data} />}
    </>
  );
}

/** The monthly settlement report: figures, chart with its table, the very PDF, print. */
export function ReportsScreen(): ReactElement | null {
  const say = useWords();
  const may = useMayCall();
  const today = useStation()?.today;
  const [picked, setPicked] = useState<Period | null>(null);
  if (today === undefined) return null;
  const period = picked ?? monthPeriod(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
  return (
    <section className="sheet" aria-labelledby="reports-title">
      <h1 id="reports-title">{say('reports.settlement')}</h1>
      {may('report.settlement') ? (
        <>
          <PeriodPicker period={period} today={today} onPick={setPicked} />
          <Report period={period} />
        </>
      ) : (
        <Notice tone="info">{say('reports.chiefOnly')}</Notice>
      )}
    </section>
  );
}
