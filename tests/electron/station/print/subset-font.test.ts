import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { cutSubset } from '../../../../electron/station/print/cut-subset.ts';
import { SubsetCutter } from '../../../../electron/station/print/subset-font.ts';
import { fontFolder } from './print-rig.ts';

const files = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
];

/** A font of the kind that old systems have: accents are put onto letters. */
const liberation = fileURLToPath(
  new URL('../../../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf', import.meta.url),
);

function opened(path: string): { font: Font; cutter: SubsetCutter } {
  const font = create(readFileSync(path)) as Font;
  const cutter = SubsetCutter.of(font);
  if (!cutter) throw new Error('no plain TrueType');
  return { font, cutter };
}

/** Glyphs that are put together from others, by their first two bytes. */
function composites({ font, cutter }: ReturnType<typeof opened>, most: number): number[] {
  const found: number[] = [];
  for (let glyph = 0; glyph < font.numGlyphs && found.length < most; glyph += 1) {
    const [first = 0] = cutter.outline(glyph);
    if (first >= 0x80) found.push(glyph);
  }
  return found;
}

describe.each(files)('a subset of %s', (file) => {
  const { font, cutter } = opened(join(fontFolder, file));
  const glyphOf = (codePoint: number) => font.glyphForCodePoint(codePoint).id;

  it('draws each character as the whole font does', () => {
    const subset = cutSubset(cutter, glyphOf);
    const characters = [...'户口登记Aé·①㎡鑫龘 X'];
    const slots = characters.map((character) => subset.includeGlyph(-(character.codePointAt(0) ?? 0)));
    const small = create(Buffer.from(subset.encode())) as Font;
    for (const [index, character] of characters.entries()) {
      const [expected, found] = [
        font.glyphForCodePoint(character.codePointAt(0) ?? 0),
        small.getGlyph(slots[index] ?? 0),
      ];
      expect(found.path.toSVG(), character).toBe(expected.path.toSVG());
      expect(found.advanceWidth, character).toBe(expected.advanceWidth);
    }
    expect(small.numGlyphs).toBe(characters.length + 1);
  });

  it('keeps a slot for each character, also where two share a glyph', () => {
    const subset = cutSubset(cutter, glyphOf);
    const [one, radical] = [0x4e00, 0x2f00].map((codePoint) => subset.includeGlyph(-codePoint));
    expect(one).not.toBe(radical);
    expect(subset.includeGlyph(-0x4e00)).toBe(one);
  });
});

describe('a subset of a font with composite glyphs', () => {
  it('brings their parts along', () => {
    const whole = opened(liberation);
    const { font, cutter } = whole;
    const glyphs = composites(whole, 60);
    expect(glyphs.length).toBe(60);
    const subset = cutSubset(cutter, () => 0);
    const slots = glyphs.map((glyph) => subset.includeGlyph(glyph));
    const small = create(Buffer.from(subset.encode())) as Font;
    for (const [index, glyph] of glyphs.entries())
      expect(small.getGlyph(slots[index] ?? 0).path.toSVG()).toBe(font.getGlyph(glyph).path.toSVG());
  });
});
