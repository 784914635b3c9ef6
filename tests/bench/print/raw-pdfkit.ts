import PDFDocument from 'pdfkit';
import type { Drawing } from '../../../electron/station/print/drawing.ts';
import { POINTS_PER_MM } from '../../../electron/station/print/millimetres.ts';
import { fontBytes, type Paper } from './paper.ts';

const pt = (mm: number) => mm * POINTS_PER_MM;

/** The paper written by plain pdfkit as its manual shows, fonts given as bytes (faster than as paths). */
export function rawPdfkit({ pages, widthMm, heightMm }: Paper): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, size: [pt(widthMm), pt(heightMm)] });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  for (const [name, data] of Object.entries(fontBytes)) pdf.registerFont(name, data);
  for (const page of pages) {
    pdf.addPage();
    for (const mark of page) draw(pdf, mark);
  }
  pdf.end();
  return new Promise((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))));
}

function draw(pdf: PDFKit.PDFDocument, mark: Drawing): void {
  if (mark.kind === 'text') {
    const options = { lineBreak: false, baseline: 'alphabetic', characterSpacing: mark.spacingPt } as const;
    pdf.font(mark.face.name).fontSize(mark.sizePt).fillColor('black');
    pdf.text(mark.text, pt(mark.xMm), pt(mark.baselineMm), options);
  } else if (mark.kind === 'line') {
    pdf.lineWidth(pt(mark.strokeMm)).moveTo(pt(mark.fromXmm), pt(mark.fromYmm));
    pdf.lineTo(pt(mark.toXmm), pt(mark.toYmm)).stroke();
  } else if (mark.kind === 'rect') {
    pdf.rect(pt(mark.xMm), pt(mark.yMm), pt(mark.widthMm), pt(mark.heightMm)).stroke();
  }
}
