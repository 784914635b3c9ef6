import { CloseOutlined, DesktopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';
import type { DocumentRow } from '../../shared/contract/document.ts';
import { useKey } from '../keys/keys.ts';
import { useBilingual, useWords } from '../language.ts';
import { useAct, useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { PdfView } from './pdf-view.tsx';

interface PaperPreviewProps {
  readonly caseId: string;
  readonly paper: DocumentRow;
  readonly onClose: () => void;
}

/** The very page that would print, stamped, in the page of the case; it can also be shown to the applicant. */
export function PaperPreview({ caseId, paper, onClose }: PaperPreviewProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const { documentId } = paper;
  const preview = useCall('document.preview', { documentId });
  const show = useAct('applicant.show');
  const title = `${inLanguage(paper.title)} ${paper.subject}`.trim();
  const box = useRef<HTMLElement>(null);
  useKey('Esc', onClose);
  // The papers of a case may fill the window; whoever asks for the page wants to see it.
  useEffect(() => box.current?.scrollIntoView({ block: 'start' }), []);
  return (
    <section ref={box} className="preview" aria-label={say('documents.previewOf', { name: title })}>
      <div className="panel-head">
        <h3>{title}</h3>
        <div className="row">
          <Button icon={<DesktopOutlined aria-hidden />} onClick={() => show.mutate({ caseId, documentId })}>
            {say('documents.showApplicant')}
          </Button>
          <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={say('word.close')} onClick={onClose} />
        </div>
      </div>
      <FailureLine error={preview.error ?? show.error} />
      {preview.data === undefined ? null : <PdfView pdf={preview.data.pdf} label={title} />}
    </section>
  );
}
