import type { Drawing, ImageDrawing, LineDrawing, QrDrawing, RectDrawing, TextDrawing } from './drawing.ts';
import { POINTS_PER_MM } from './millimetres.ts';

type Pdf = PDFKit.PDFDocument;

interface Stroke {
  readonly strokeMm: number;
  readonly dashMm?: number | undefined;
  readonly grey?: number | undefined;
}

const pt = (mm: number) => mm * POINTS_PER_MM;

/**
 * Draws the marks of one page. It remembers what the page's pen is set to and sets only what changes: half of a roll's
 * bytes would say black again and again. The page may be set to anything before, but nobody else may draw in between.
 */
export class MarkPen {
  readonly #pdf: Pdf;
  #fill: number | null = null;
  #strokeGrey: number | null = null;
  #strokeMm: number | null = null;
  #dashMm: number | null = null;
  #font = '';

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  draw(drawing: Drawing): void {
    switch (drawing.kind) {
      case 'text':
        this.#text(drawing);
        break;
      case 'line':
        this.#line(drawing);
        break;
      case 'rect':
        this.#rect(drawing);
        break;
      case 'image':
        this.#image(drawing);
        break;
      case 'qr':
        this.#qr(drawing);
        break;
    }
  }

  #text({ face, sizePt, grey, text, xMm, baselineMm, spacingPt }: TextDrawing): void {
    const font = `${face.name} ${sizePt}`;
    if (font !== this.#font) this.#pdf.font(face.name).fontSize(sizePt);
    this.#font = font;
    this.#fillWith(grey);
    // Without a width to hand pdfkit measures every text twice, for links and lines under it that are not there.
    const place = { lineBreak: false, baseline: 'alphabetic', textWidth: 0, wordCount: 1 } as const;
    const spaced = spacingPt === 0 ? place : { ...place, characterSpacing: spacingPt };
    this.#pdf.text(text, pt(xMm), pt(baselineMm), spaced);
  }

  #line(line: LineDrawing): void {
    this.#strokeWith(line);
    this.#pdf.moveTo(pt(line.fromXmm), pt(line.fromYmm)).lineTo(pt(line.toXmm), pt(line.toYmm)).stroke();
  }

  #rect({ xMm, yMm, widthMm, heightMm, strokeMm, dashMm, grey, fillGrey }: RectDrawing): void {
    const area = [pt(xMm), pt(yMm), pt(widthMm), pt(heightMm)] as const;
    if (fillGrey !== undefined) {
      this.#fillWith(fillGrey);
      this.#pdf.rect(...area).fill();
    }
    if (strokeMm === undefined) return;
    this.#strokeWith({ strokeMm, dashMm, grey });
    this.#pdf.rect(...area).stroke();
  }

  #image({ xMm, yMm, widthMm, heightMm, bytes }: ImageDrawing): void {
    const fit: [number, number] = [pt(widthMm), pt(heightMm)];
    this.#pdf.image(Buffer.from(bytes), pt(xMm), pt(yMm), { fit, align: 'center', valign: 'center' });
  }

  /** One path of all dark runs, filled at once: squares filled one by one would show hair lines between them. */
  #qr({ rows, xMm, yMm, moduleMm }: QrDrawing): void {
    rows.forEach((row, rowIndex) => {
      for (let start = 0, end = 0; start < row.length; start = end) {
        end = start + 1;
        while (end < row.length && row[end] === row[start]) end += 1;
        const place = [xMm + start * moduleMm, yMm + rowIndex * moduleMm, (end - start) * moduleMm, moduleMm] as const;
        if (row[start]) this.#pdf.rect(pt(place[0]), pt(place[1]), pt(place[2]), pt(place[3]));
      }
    });
    this.#fillWith(0);
    this.#pdf.fill();
  }

  #fillWith(grey: number): void {
    if (grey === this.#fill) return;
    this.#pdf.fillColor(greyColour(grey));
    this.#fill = grey;
  }

  #strokeWith({ strokeMm, dashMm = 0, grey = 0 }: Stroke): void {
    if (strokeMm !== this.#strokeMm) this.#pdf.lineWidth(pt(strokeMm));
    if (grey !== this.#strokeGrey) this.#pdf.strokeColor(greyColour(grey));
    if (dashMm !== this.#dashMm) {
      if (dashMm > 0) this.#pdf.dash(pt(dashMm), {});
      else this.#pdf.undash();
    }
    this.#strokeMm = strokeMm;
    this.#strokeGrey = grey;
    this.#dashMm = dashMm;
  }
}

/** 0 is black, 1 white. */
function greyColour(grey: number): [number, number, number] {
  const level = Math.round(grey * 255);
  return [level, level, level];
}
