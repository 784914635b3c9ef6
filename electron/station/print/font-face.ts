import type { Font } from 'fontkit';

/** One glyph as pdfkit reads it. */
interface PdfGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

interface GlyphSubset {
  glyphs: number[];
  includeGlyph(glyph: number): number;
}

/**
 * One font file, opened once and shared by every document. `source` is what pdfkit is given in place of a file.
 *
 * The source maps code points to glyphs one to one and keeps a slot of the subset for each code point. Two reasons: a
 * fontkit font remembers for a glyph the first character that asked for it, so a shared font would let one document's
 * text leak into what can be copied from the next one; and 一 and the radical ⼀ share a glyph, yet each has to be read
 * back as itself.
 */
export class FontFace {
  readonly name: string;
  readonly source: unknown;
  readonly #font: Font;
  /** Kept because fontkit reads it from the file's tables at each asking. */
  readonly #unitsPerEm: number;
  readonly #glyphs = new Map<number, PdfGlyph | null>();

  constructor(name: string, font: Font) {
    this.name = name;
    this.#font = font;
    this.#unitsPerEm = font.unitsPerEm;
    this.source = this.#pdfSource();
  }

  /** Whether the font draws this code point. */
  has(codePoint: number): boolean {
    return this.#glyph(codePoint) !== null;
  }

  /** Width of the code point in em; 0 when the font lacks it. */
  advanceEm(codePoint: number): number {
    return (this.#glyph(codePoint)?.advanceWidth ?? 0) / this.#unitsPerEm;
  }

  #glyph(codePoint: number): PdfGlyph | null {
    const known = this.#glyphs.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.#font.hasGlyphForCodePoint(codePoint)
      ? {
          // pdfkit hands this number back to the subset; below zero it names a code point there.
          id: -codePoint,
          advanceWidth: this.#font.glyphForCodePoint(codePoint).advanceWidth,
          codePoints: [codePoint],
        }
      : null;
    this.#glyphs.set(codePoint, glyph);
    return glyph;
  }

  #pdfSource(): unknown {
    return Object.create(this.#font, {
      layout: { value: (text: string) => this.#layout(text) },
      createSubset: { value: () => this.#subset() },
    });
  }

  #layout(text: string) {
    const glyphs = Array.from(text, (character) => this.#glyph(character.codePointAt(0) ?? 0)).filter(
      (glyph) => glyph !== null,
    );
    const positions = glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
    const units = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
    return { glyphs, positions, advanceWidth: (units * 1000) / this.#unitsPerEm };
  }

  #subset(): GlyphSubset {
    const font = this.#font;
    const subset = font.createSubset() as unknown as GlyphSubset;
    const includeByGlyph = subset.includeGlyph.bind(subset);
    const slots = new Map<number, number>();
    subset.includeGlyph = (id) => {
      // A composite glyph includes its parts by their glyph number.
      if (id >= 0) return includeByGlyph(id);
      const known = slots.get(id);
      if (known !== undefined) return known;
      const slot = subset.glyphs.push(font.glyphForCodePoint(-id).id) - 1;
      slots.set(id, slot);
      return slot;
    };
    return subset;
  }
}
