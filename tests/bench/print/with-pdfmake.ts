import { createRequire } from 'node:module';
import type { Drawing } from '../../../electron/station/print/drawing.ts';
import { POINTS_PER_MM } from '../../../electron/station/print/millimetres.ts';
import { fontPaths, type Paper } from './paper.ts';

interface Pdfmake {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allows: () => boolean): void;
  setLocalAccessPolicy(allows: () => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

// pdfmake has no types of its own.
const pdfmake = createRequire(import.meta.url)('pdfmake') as Pdfmake;
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setFonts(Object.fromEntries(Object.entries(fontPaths).map(([name, normal]) => [name, { normal }])));

const pt = (mm: number) => mm * POINTS_PER_MM;

/** The paper written by pdfmake: each text at its own place, the rules of a page as one canvas. */
export function withPdfmake({ pages, widthMm, heightMm }: Paper): Promise<Uint8Array> {
  const content = pages.flatMap((page, index) => [
    { text: '', fontSize: 1, ...(index > 0 && { pageBreak: 'before' }) },
    { absolutePosition: { x: 0, y: 0 }, canvas: page.flatMap(rule) },
    ...page.flatMap(words),
  ]);
  const pageSize = { width: pt(widthMm), height: pt(heightMm) };
  const defaultStyle = { font: Object.keys(fontPaths)[0] };
  return pdfmake.createPdf({ pageSize, pageMargins: 0, content, defaultStyle }).getBuffer();
}

function words(mark: Drawing): object[] {
  if (mark.kind !== 'text') return [];
  const { text, face, sizePt, spacingPt, xMm, baselineMm } = mark;
  const absolutePosition = { x: pt(xMm), y: pt(baselineMm) - sizePt * 1.15 };
  return [{ text, noWrap: true, font: face.name, fontSize: sizePt, characterSpacing: spacingPt, absolutePosition }];
}

function rule(mark: Drawing): object[] {
  if (mark.kind === 'line') {
    const { fromXmm, fromYmm, toXmm, toYmm, strokeMm } = mark;
    const ends = { x1: pt(fromXmm), y1: pt(fromYmm), x2: pt(toXmm), y2: pt(toYmm) };
    return [{ type: 'line', ...ends, lineWidth: pt(strokeMm) }];
  }
  if (mark.kind !== 'rect') return [];
  const { xMm, yMm, widthMm, heightMm } = mark;
  return [{ type: 'rect', x: pt(xMm), y: pt(yMm), w: pt(widthMm), h: pt(heightMm) }];
}
