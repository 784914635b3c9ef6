import type { FontSubset, SubsetCutter } from './subset-font.ts';

/** A composite glyph begins with a negative number of contours; its parts follow the ten bytes of its head. */
const HEAD_BYTES = 10;
const [WORDS, SCALE, MORE, SCALES, MATRIX] = [0x0001, 0x0008, 0x0020, 0x0040, 0x0080];

/** A subset that keeps a slot for each code point, so that each is read back as itself. */
export function cutSubset(cutter: SubsetCutter, glyphOf: (codePoint: number) => number): FontSubset {
  const glyphs = [0];
  const slots = new Map<number, number>([[0, 0]]);
  const includeGlyph = (id: number): number => {
    const known = slots.get(id);
    if (known !== undefined) return known;
    const slot = glyphs.push(id < 0 ? glyphOf(-id) : id) - 1;
    slots.set(id, slot);
    return slot;
  };
  return {
    includeGlyph,
    encode: () => {
      const outlines: Uint8Array[] = [];
      // Parts of composite glyphs come behind the rest while the list is gone through.
      for (const glyph of glyphs) outlines.push(withOwnParts(cutter.outline(glyph), includeGlyph));
      const metrics = glyphs.map((glyph) => cutter.metric(glyph));
      return cutter.file(outlines, metrics);
    },
  };
}

/** The outline of a composite glyph with the numbers that its parts have in the subset; any other as it is. */
function withOwnParts(outline: Uint8Array, includeGlyph: (glyph: number) => number): Uint8Array {
  if (outline.length < HEAD_BYTES || new DataView(outline.buffer, outline.byteOffset).getInt16(0) >= 0) return outline;
  const copy = outline.slice();
  const view = new DataView(copy.buffer);
  let flags: number = MORE;
  for (let at = HEAD_BYTES; flags & MORE; at += partBytes(flags)) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, includeGlyph(view.getUint16(at + 2)));
  }
  return copy;
}

function partBytes(flags: number): number {
  const place = flags & WORDS ? 4 : 2;
  if (flags & SCALE) return 4 + place + 2;
  if (flags & SCALES) return 4 + place + 4;
  return 4 + place + (flags & MATRIX ? 8 : 0);
}
