import type { FontFace } from './font-face.ts';

type Pdf = PDFKit.PDFDocument;

/** A font inside a document as pdfkit keeps it and does not declare. */
interface EmbeddedFont {
  /** Its name among the resources of a page. */
  readonly id: string;
  ref(): unknown;
  /** The slots of the subset as hexadecimal numbers, one a character. */
  encode(text: string): readonly [readonly string[], unknown];
}

interface PdfInside {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, unknown> };
}

/** The fonts of one document, with the words of it as they stand in its pages. */
export class PdfFonts {
  readonly #pdf: Pdf;
  readonly #fonts = new Map<FontFace, EmbeddedFont>();
  readonly #encoded = new Map<FontFace, Map<string, string>>();

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  /** The name by which the page in hand calls the font. */
  nameOnPage(face: FontFace): string {
    const font = this.#fontOf(face);
    const { page } = this.#pdf as unknown as PdfInside;
    page.fonts[font.id] ??= font.ref();
    return font.id;
  }

  /** A text as hexadecimal digits; a roll repeats its words a thousand times. */
  hexOf(face: FontFace, text: string): string {
    const known = this.#encoded.get(face) ?? new Map<string, string>();
    this.#encoded.set(face, known);
    const hex = known.get(text) ?? this.#fontOf(face).encode(text)[0].join('');
    known.set(text, hex);
    return hex;
  }

  #fontOf(face: FontFace): EmbeddedFont {
    const known = this.#fonts.get(face);
    if (known) return known;
    // pdfkit takes an opened font where its types know only files and bytes.
    this.#pdf.font(face.source as PDFKit.Mixins.PDFFontSource, face.name);
    const font = (this.#pdf as unknown as PdfInside)._font;
    this.#fonts.set(face, font);
    return font;
  }
}
