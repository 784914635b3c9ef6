import type { Drawing, ImageDrawing, LineDrawing, QrDrawing, RectDrawing, TextDrawing } from './drawing.ts';
import { POINTS_PER_MM } from './millimetres.ts';
import type { PdfFonts } from './pdf-fonts.ts';

type Pdf = PDFKit.PDFDocument;

/** What the page is told to do, in the operators of ISO 32000; a thousandth of a point is finer than any printer. */
const points = (value: number) => String(Math.round(value * 1000) / 1000);
const pt = (mm: number) => points(mm * POINTS_PER_MM);

/**
 * Draws the marks of one page, from the top left corner on as pdfkit turns its pages. It writes the operators itself and sets
 * only what changes: pdfkit measures each text twice and says font, colour and direction anew for it, which was more than
 * half the time of a roll and of its bytes. Nobody else may draw on the page before `finish`.
 */
export class MarkPen {
  readonly #pdf: Pdf;
  readonly #fonts: PdfFonts;
  #operators: string[] = [];
  /** What is set, by operator. A page begins in black, with lines of one point, no dashes and no spacing. */
  readonly #set = new Map([
    ['g', '0'],
    ['G', '0'],
    ['w', '1'],
    ['d', '[] 0'],
    ['Tc', '0'],
  ]);

  constructor(pdf: Pdf, fonts: PdfFonts) {
    this.#pdf = pdf;
    this.#fonts = fonts;
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

  /** Puts everything drawn so far onto the page. */
  finish(): void {
    if (this.#operators.length > 0) this.#pdf.addContent(this.#operators.join('\n'));
    this.#operators = [];
  }

  #text({ face, sizePt, grey, text, xMm, baselineMm, spacingPt }: TextDrawing): void {
    this.#setTo('g', greyLevel(grey));
    this.#setTo('Tf', `/${this.#fonts.nameOnPage(face)} ${points(sizePt)}`);
    this.#setTo('Tc', points(spacingPt));
    const hex = this.#fonts.hexOf(face, text);
    this.#operators.push(`BT 1 0 0 -1 ${pt(xMm)} ${pt(baselineMm)} Tm <${hex}> Tj ET`);
  }

  #line(line: LineDrawing): void {
    this.#setStroke(line.strokeMm, line.dashMm, line.grey);
    this.#operators.push(`${pt(line.fromXmm)} ${pt(line.fromYmm)} m ${pt(line.toXmm)} ${pt(line.toYmm)} l S`);
  }

  #rect({ xMm, yMm, widthMm, heightMm, strokeMm, dashMm, grey, fillGrey }: RectDrawing): void {
    const area = `${pt(xMm)} ${pt(yMm)} ${pt(widthMm)} ${pt(heightMm)} re`;
    if (fillGrey !== undefined) {
      this.#setTo('g', greyLevel(fillGrey));
      this.#operators.push(`${area} f`);
    }
    if (strokeMm === undefined) return;
    this.#setStroke(strokeMm, dashMm, grey);
    this.#operators.push(`${area} S`);
  }

  #image({ xMm, yMm, widthMm, heightMm, bytes }: ImageDrawing): void {
    this.finish();
    const fit: [number, number] = [widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM];
    const place = { fit, align: 'center', valign: 'center' } as const;
    this.#pdf.image(Buffer.from(bytes), xMm * POINTS_PER_MM, yMm * POINTS_PER_MM, place);
  }

  /** One path of all dark runs, filled at once: squares filled one by one would show hair lines between them. */
  #qr({ rows, xMm, yMm, moduleMm }: QrDrawing): void {
    this.#setTo('g', '0');
    rows.forEach((row, rowIndex) => {
      for (let start = 0, end = 0; start < row.length; start = end) {
        end = start + 1;
        while (end < row.length && row[end] === row[start]) end += 1;
        if (!row[start]) continue;
        const corner = `${pt(xMm + start * moduleMm)} ${pt(yMm + rowIndex * moduleMm)}`;
        this.#operators.push(`${corner} ${pt((end - start) * moduleMm)} ${pt(moduleMm)} re`);
      }
    });
    this.#operators.push('f');
  }

  #setStroke(strokeMm: number, dashMm = 0, grey = 0): void {
    this.#setTo('w', pt(strokeMm));
    this.#setTo('G', greyLevel(grey));
    this.#setTo('d', dashMm > 0 ? `[${pt(dashMm)}] 0` : '[] 0');
  }

  #setTo(operator: string, value: string): void {
    if (this.#set.get(operator) === value) return;
    this.#set.set(operator, value);
    this.#operators.push(`${value} ${operator}`);
  }
}

/** 0 is black, 1 white, as in a form. */
function greyLevel(grey: number): string {
  return String(Math.round(grey * 1000) / 1000);
}
