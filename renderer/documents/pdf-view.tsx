import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useWords } from '../language.ts';
import { Notice } from '../signs/notice.tsx';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Draws one page as wide as there is room, sharp on any screen. */
async function drawPage(
  opened: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  widthPx: number,
): Promise<void> {
  const page = await opened.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const density = window.devicePixelRatio;
  const viewport = page.getViewport({ scale: (widthPx / natural.width) * density });
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.style.width = `${widthPx}px`;
  await page.render({ canvas, viewport }).promise;
}

/** Opens the bytes; a copy, because pdf.js gives them away to its worker. */
function useOpened(pdf: Uint8Array): { opened: PDFDocumentProxy | null; isBroken: boolean } {
  const [opened, setOpened] = useState<PDFDocumentProxy | null>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const task = getDocument({ data: new Uint8Array(pdf), useWasm: false });
    task.promise.then(setOpened).catch(() => setBroken(true));
    return () => {
      setOpened(null);
      void task.destroy();
    };
  }, [pdf]);
  return { opened, isBroken };
}

/** Widest a page is drawn: a page of a booklet larger than this shows nothing more. */
const widestPx = 900;

/** A PDF as canvases, page under page. */
export function PdfView({ pdf, label }: { pdf: Uint8Array; label: string }): ReactElement {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { opened, isBroken } = useOpened(pdf);
  useEffect(() => {
    const holder = box.current;
    if (opened === null || holder === null) return;
    const widthPx = Math.min(widestPx, holder.clientWidth - 24);
    const canvases = Array.from({ length: opened.numPages }, () => document.createElement('canvas'));
    holder.replaceChildren(...canvases);
    for (const [index, canvas] of canvases.entries())
      void drawPage(opened, index + 1, canvas, widthPx).catch(() => undefined);
  }, [opened]);
  if (isBroken) return <Notice tone="wrong">{say('documents.unreadable')}</Notice>;
  return <div className="pdf" role="img" aria-label={say('documents.previewOf', { name: label })} ref={box} />;
}
