import type { Font } from 'fontkit';
import { cutSubset } from './cut-subset.ts';
import { SubsetCutter } from './subset-font.ts';

/** One glyph as pdfkit reads it. */
interface PdfGlyph {
  readonly id: number;
  /** Its number in the font file. */
  readonly inFile: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

interface OpenedFont {
  readonly font: Font;
  readonly source: unknown;
  /** Kept because fontkit reads it from the file's tables at each asking. */
  readonly unitsPerEm: number;
}

interface GlyphSubset {
  glyphs: number[];
  includeGlyph(glyph: number): number;
}

/** A font that is opened when a character is first asked of it; `null` when its file is no font. */
export type OpenFont = () => Font | null;

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
  readonly #open: OpenFont;
  readonly #isForeign: boolean;
  #opened: OpenedFont | null | undefined;
  readonly #glyphs = new Map<number, PdfGlyph | null>();

  /** `isForeign`: not one of our own, so it is not believed that it draws what it claims to have. */
  constructor(name: string, open: OpenFont, isForeign: boolean) {
    this.name = name;
    this.#open = open;
    this.#isForeign = isForeign;
  }

  /** The font for pdfkit. Throws when the file is no font: then `has` has answered no to everything. */
  get source(): unknown {
    const opened = this.#openOnce();
    if (!opened) throw new Error(`${this.name} is no font`);
    return opened.source;
  }

  /** Whether the font draws this code point. */
  has(codePoint: number): boolean {
    return this.#glyph(codePoint) !== null;
  }

  /** Width of the code point in em; 0 when the font lacks it. */
  advanceEm(codePoint: number): number {
    return (this.#glyph(codePoint)?.advanceWidth ?? 0) / (this.#opened?.unitsPerEm ?? 1);
  }

  #openOnce(): OpenedFont | null {
    if (this.#opened === undefined) {
      const font = this.#open();
      this.#opened = font && { font, unitsPerEm: font.unitsPerEm, source: this.#pdfSource(font) };
    }
    return this.#opened;
  }

  #glyph(codePoint: number): PdfGlyph | null {
    const known = this.#glyphs.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.#findGlyph(codePoint);
    this.#glyphs.set(codePoint, glyph);
    return glyph;
  }

  #findGlyph(codePoint: number): PdfGlyph | null {
    const font = this.#openOnce()?.font;
    if (!font?.hasGlyphForCodePoint(codePoint)) return null;
    const glyph = font.glyphForCodePoint(codePoint);
    if (this.#isForeign && !isBlank(codePoint) && glyph.path.commands.length === 0) return null;
    // pdfkit hands this number back to the subset; below zero it names a code point there.
    return { id: -codePoint, inFile: glyph.id, advanceWidth: glyph.advanceWidth, codePoints: [codePoint] };
  }

  #pdfSource(font: Font): unknown {
    const { unitsPerEm } = font;
    const cutter = SubsetCutter.of(font);
    const glyphOf = (codePoint: number) => this.#glyph(codePoint)?.inFile ?? 0;
    return Object.create(font, {
      layout: { value: (text: string) => this.#layout(text, unitsPerEm) },
      createSubset: { value: () => (cutter ? cutSubset(cutter, glyphOf) : subsetOf(font)) },
    });
  }

  #layout(text: string, unitsPerEm: number) {
    const glyphs = Array.from(text, (character) => this.#glyph(character.codePointAt(0) ?? 0)).filter(
      (glyph) => glyph !== null,
    );
    const positions = glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
    const units = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
    return { glyphs, positions, advanceWidth: (units * 1000) / unitsPerEm };
  }
}

/** Characters that are meant to leave no ink. */
function isBlank(codePoint: number): boolean {
  return /\p{Zs}/u.test(String.fromCodePoint(codePoint));
}

/** A subset of a font that is not plain TrueType, cut by fontkit. */
function subsetOf(font: Font): GlyphSubset {
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
