import { EyeOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import type { ProcedureGuide } from '../../../shared/contract/policy.ts';
import { PrinterLine } from '../../documents/printer-line.tsx';
import { KeyHint } from '../../keys/key-hint.tsx';
import { useKey } from '../../keys/keys.ts';
import { useBilingual, useWords } from '../../language.ts';
import { useAct, useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { GuideLines } from './guide-lines.tsx';
import { useStartProcedure } from './start-procedure.ts';

const PdfView = lazy(async () => ({ default: (await import('../../documents/pdf-view.tsx')).PdfView }));

function GuidePreview({ guide }: { guide: ProcedureGuide }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const { procedure } = guide;
  const pdf = useCall('policy.guidePdf', { procedure });
  const name = inLanguage(guide.names);
  return (
    <section className="preview" aria-label={say('documents.previewOf', { name })}>
      <FailureLine error={pdf.error} />
      {pdf.data === undefined ? null : <PdfView pdf={pdf.data.pdf} label={name} />}
    </section>
  );
}

/** The guide of one procedure: read it, see the page that prints, print it, start the procedure. */
export function GuidePage({ procedure }: { procedure: string }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const [isPreviewed, setPreviewed] = useState(false);
  const guide = useCall('policy.guide', { procedure });
  const print = useAct('policy.guidePrint');
  const begin = useStartProcedure();
  const printNow = () => print.mutate({ procedure });
  useKey('F8', printNow);
  if (guide.data === undefined) return <FailureLine error={guide.error} />;
  const { names, catalogue, pack, inForceFrom } = guide.data;
  return (
    <article className="card guide-page" aria-label={inLanguage(names)}>
      <div className="panel-head">
        <h2>{inLanguage(names)}</h2>
        <div className="row">
          <Button
            icon={<PlusOutlined aria-hidden />}
            loading={begin.isPending}
            onClick={() => begin.start({ procedure })}
          >
            {say('guides.start')}
          </Button>
          <Button
            icon={<EyeOutlined aria-hidden />}
            aria-expanded={isPreviewed}
            onClick={() => setPreviewed(!isPreviewed)}
          >
            {say(isPreviewed ? 'guides.hidePage' : 'documents.preview')}
          </Button>
          <Button type="primary" icon={<PrinterOutlined aria-hidden />} loading={print.isPending} onClick={printNow}>
            {say('guides.print')} <KeyHint name="F8" />
          </Button>
        </div>
      </div>
      <p className="quiet">
        {say('guides.edition', { items: catalogue.join(' '), pack: pack.split('@')[1] ?? pack, day: inForceFrom })}
      </p>
      <FailureLine error={print.error ?? begin.error} />
      <PrinterLine printer={print.data?.printer ?? null} />
      {isPreviewed ? (
        <Suspense fallback={null}>
          <GuidePreview guide={guide.data} />
        </Suspense>
      ) : (
        <GuideLines guide={guide.data} />
      )}
    </article>
  );
}
