import type { PrintCalibration } from '../../../shared/domain/form.ts';
import type { Drawing, ImageDrawing, LineDrawing, RectDrawing, TextDrawing } from './drawing.ts';
import { splitRuns, widthEm } from './font-runs.ts';
import type { FontChain, FontShelf } from './font-shelf.ts';
import { POINTS_PER_MM } from './millimetres.ts';

/** What the PDF says of itself. `createdAt` is an ISO UTC instant: the same paper at the same instant is the same bytes. */
export interface DocumentInfo {
  readonly author: string;
  readonly createdAt: string;
  readonly title?: string;
  readonly subject?: string;
  readonly creator?: string;
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

interface Stroke {
  readonly strokeMm: number;
  readonly dashMm?: number | undefined;
  readonly grey?: number | undefined;
}

const pt = (mm: number) => mm * POINTS_PER_MM;

/** Writes laid-out pages as a PDF with embedded font subsets. */
export async function writePdf(plan: PdfPlan): Promise<Uint8Array> {
  // Loading pdfkit takes 100 ms, which the start of the station must not pay.
  const { default: PDFDocument } = await import('pdfkit');
  const { author, createdAt, title, subject, creator } = plan.info;
  const info = {
    Title: title,
    Author: author,
    Subject: subject,
    Creator: creator,
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
  // pdfkit takes an opened font where its types know only files and bytes.
  for (const face of plan.fonts.faces) pdf.registerFont(face.name, face.source as PDFKit.Mixins.PDFFontSource);
  for (const page of plan.pages) {
    pdf.addPage();
    pdf.save();
    if (plan.calibration) calibrate(pdf, plan.calibration);
    for (const drawing of page) draw(pdf, drawing);
    pdf.restore();
    if (plan.stamp) drawStamp(pdf, plan.stamp, plan);
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

/** Moves, stretches and turns everything that follows, about the paper's top-left corner. */
function calibrate(pdf: Pdf, { offsetXmm, offsetYmm, scaleX, scaleY, rotationDeg }: PrintCalibration): void {
  const turn = (rotationDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  pdf.transform(cos * scaleX, sin * scaleX, -sin * scaleY, cos * scaleY, pt(offsetXmm), pt(offsetYmm));
}

const drawKinds = { text: drawText, line: drawLine, rect: drawRect, image: drawImage } as const;

function draw(pdf: Pdf, drawing: Drawing): void {
  const drawKind: (pdf: Pdf, drawing: never) => void = drawKinds[drawing.kind];
  drawKind(pdf, drawing as never);
}

function drawText(pdf: Pdf, it: TextDrawing): void {
  pdf.font(it.face.name).fontSize(it.sizePt).fillColor(greyColour(it.grey));
  const place = { lineBreak: false, baseline: 'alphabetic' } as const;
  pdf.text(
    it.text,
    pt(it.xMm),
    pt(it.baselineMm),
    it.spacingPt === 0 ? place : { ...place, characterSpacing: it.spacingPt },
  );
}

function drawLine(pdf: Pdf, it: LineDrawing): void {
  stroke(pdf, it);
  pdf.moveTo(pt(it.fromXmm), pt(it.fromYmm)).lineTo(pt(it.toXmm), pt(it.toYmm)).stroke();
}

function drawRect(pdf: Pdf, it: RectDrawing): void {
  const area = [pt(it.xMm), pt(it.yMm), pt(it.widthMm), pt(it.heightMm)] as const;
  if (it.fillGrey !== undefined) pdf.rect(...area).fill(greyColour(it.fillGrey));
  if (it.strokeMm === undefined) return;
  stroke(pdf, { strokeMm: it.strokeMm, dashMm: it.dashMm });
  pdf.rect(...area).stroke();
}

function drawImage(pdf: Pdf, it: ImageDrawing): void {
  const fit: [number, number] = [pt(it.widthMm), pt(it.heightMm)];
  pdf.image(Buffer.from(it.bytes), pt(it.xMm), pt(it.yMm), { fit, align: 'center', valign: 'center' });
}

function stroke(pdf: Pdf, { strokeMm, dashMm, grey = 0 }: Stroke): void {
  pdf.lineWidth(pt(strokeMm)).strokeColor(greyColour(grey));
  if (dashMm) pdf.dash(pt(dashMm), {});
  else pdf.undash();
}

/** 0 is black, 1 white. */
function greyColour(grey: number): [number, number, number] {
  const level = Math.round(grey * 255);
  return [level, level, level];
}

/** The fonts of a stamp. */
export function stampChain(fonts: FontShelf): FontChain {
  return fonts.chains['song-bold'];
}

/** Large, light and along the page's diagonal, over everything, so that no cut-out of the page passes for a paper. */
function drawStamp(pdf: Pdf, stamp: string, { widthMm, heightMm, fonts }: PdfPlan): void {
  const chain = stampChain(fonts);
  const em = widthEm(stamp, chain);
  const diagonal = Math.hypot(widthMm, heightMm);
  const sizePt = pt(Math.min((diagonal * 0.7) / em, heightMm / 4));
  const centre: [number, number] = [pt(widthMm) / 2, pt(heightMm) / 2];
  const angle = (Math.atan2(heightMm, widthMm) * 180) / Math.PI;
  pdf.save().rotate(-angle, { origin: centre }).fillColor('black', 0.13).fontSize(sizePt);
  let x = centre[0] - (em * sizePt) / 2;
  for (const { face, text } of splitRuns(stamp, chain)) {
    pdf.font(face.name).text(text, x, centre[1] + sizePt * 0.38, { lineBreak: false, baseline: 'alphabetic' });
    x += widthEm(text, [face]) * sizePt;
  }
  pdf.restore();
}
