import type { PrintCalibration } from '../../../shared/domain/form.ts';
import { MarkPen } from './draw-marks.ts';
import type { Drawing } from './drawing.ts';
import { runWidthEm, splitRuns, widthEm } from './font-runs.ts';
import type { FontChain, FontShelf } from './font-shelf.ts';
import { POINTS_PER_MM } from './millimetres.ts';
import { PdfFonts } from './pdf-fonts.ts';

/** What the PDF says of itself. `createdAt` is an ISO UTC instant: the same paper at the same instant is the same bytes. */
export interface DocumentInfo {
  readonly author: string;
  readonly createdAt: string;
  readonly title?: string;
  readonly subject?: string;
  readonly creator?: string;
  /** What a program may look for in the file; the texts of the QR codes by themselves. */
  readonly keywords?: string;
}

export interface PdfPlan {
  readonly pages: readonly (readonly Drawing[])[];
  readonly widthMm: number;
  readonly heightMm: number;
  readonly fonts: FontShelf;
  readonly info: Required<DocumentInfo>;
  readonly calibration: PrintCalibration | undefined;
  readonly stamp: string | undefined;
}

type Pdf = PDFKit.PDFDocument;

const pt = (mm: number) => mm * POINTS_PER_MM;

/** Writes laid-out pages as a PDF with embedded font subsets. */
export async function writePdf(plan: PdfPlan): Promise<Uint8Array> {
  // Loading pdfkit takes 100 ms, which the start of the station must not pay.
  const { default: PDFDocument } = await import('pdfkit');
  const { author, createdAt, title, subject, creator, keywords } = plan.info;
  const info = {
    Title: title,
    Author: author,
    Subject: subject,
    Creator: creator,
    ...(keywords && { Keywords: keywords }),
    Producer: 'Luohu',
    CreationDate: new Date(createdAt),
  };
  const pdf = new PDFDocument({
    autoFirstPage: false,
    // None to start with: pdfkit would read the metrics of Helvetica for every document.
    font: '',
    margin: 0,
    size: [pt(plan.widthMm), pt(plan.heightMm)],
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info,
  });
  const bytes = collectBytes(pdf);
  const fonts = new PdfFonts(pdf);
  for (const [index, page] of plan.pages.entries()) {
    pdf.addPage();
    pdf.save();
    if (plan.calibration) calibrate(pdf, plan.calibration, index);
    const pen = new MarkPen(pdf, fonts);
    for (const drawing of page) pen.draw(drawing);
    pen.finish();
    pdf.restore();
    if (plan.stamp) drawStamp(pdf, fonts, plan.stamp, plan);
  }
  pdf.end();
  return await bytes;
}

function collectBytes(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}

/** `corrected` of shared/domain/calibration.ts for everything that follows on this page, the first being 0. */
function calibrate(pdf: Pdf, calibration: PrintCalibration, page: number): void {
  const { offsetXmm, offsetYmm, scaleX, scaleY, rotationDeg, feedPitchMm } = calibration;
  const turn = (rotationDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const downMm = offsetYmm + page * feedPitchMm;
  pdf.transform(cos * scaleX, sin * scaleX, -sin * scaleY, cos * scaleY, pt(offsetXmm), pt(downMm));
}

/** The fonts of a stamp. */
export function stampChain(fonts: FontShelf): FontChain {
  return fonts.chains['song-bold'];
}

/** Large, light and along the page's diagonal, over everything, so that no cut-out of the page passes for a paper. */
function drawStamp(pdf: Pdf, pdfFonts: PdfFonts, stamp: string, { widthMm, heightMm, fonts }: PdfPlan): void {
  const chain = stampChain(fonts);
  const em = widthEm(stamp, chain);
  const diagonal = Math.hypot(widthMm, heightMm);
  const sizeMm = Math.min((diagonal * 0.7) / em, heightMm / 4);
  const centre: [number, number] = [pt(widthMm) / 2, pt(heightMm) / 2];
  const angle = (Math.atan2(heightMm, widthMm) * 180) / Math.PI;
  pdf.save().rotate(-angle, { origin: centre }).fillOpacity(0.13);
  const pen = new MarkPen(pdf, pdfFonts);
  const look = { kind: 'text', layer: 'form', boxId: 'stamp', sizePt: pt(sizeMm), spacingPt: 0, grey: 0 } as const;
  const baselineMm = heightMm / 2 + sizeMm * 0.38;
  let xMm = (widthMm - em * sizeMm) / 2;
  for (const run of splitRuns(stamp, chain)) {
    pen.draw({ ...look, ...run, xMm, baselineMm });
    xMm += runWidthEm(run) * sizeMm;
  }
  pen.finish();
  pdf.restore();
}
