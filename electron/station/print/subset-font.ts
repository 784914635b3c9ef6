import type { Font } from 'fontkit';

/** A subset as pdfkit uses it; slot 0 is the box for a missing character, which never prints. */
export interface FontSubset {
  /** The slot of a glyph, or below zero of the code point that the number names. */
  includeGlyph(id: number): number;
  /** The subset as a font file. */
  encode(): Uint8Array;
}

interface TableEntry {
  readonly offset: number;
  readonly length: number;
}

/** What fontkit knows of a TrueType file and does not declare. */
interface TrueTypeInside {
  readonly directory?: { readonly tables: Readonly<Record<string, TableEntry>> };
  readonly stream?: { readonly buffer: Uint8Array };
}

/** Tables that a font in a PDF needs beside those that are made anew; hints run programs of the first three. */
const COPIED = ['cvt ', 'fpgm', 'prep'] as const;
const NEEDED = ['glyf', 'loca', 'head', 'hhea', 'hmtx', 'maxp'] as const;

/**
 * Cuts subsets out of one TrueType font. fontkit does this by decoding each glyph to points and each table to an object,
 * which was half the time of printing a card; here the bytes are copied and the few numbers that change are written.
 */
export class SubsetCutter {
  readonly #tables: Readonly<Record<(typeof NEEDED)[number], DataView>>;
  readonly #copied: readonly (readonly [string, DataView])[];
  readonly #longOffsets: boolean;
  readonly #metricCount: number;

  private constructor(tableOf: (tag: string) => DataView | null) {
    const needed = Object.fromEntries(NEEDED.map((tag) => [tag, tableOf(tag)]));
    this.#tables = needed as Record<(typeof NEEDED)[number], DataView>;
    this.#copied = COPIED.flatMap((tag) => {
      const table = tableOf(tag);
      return table ? [[tag, table] as const] : [];
    });
    this.#longOffsets = this.#tables.head.getInt16(50) !== 0;
    this.#metricCount = this.#tables.hhea.getUint16(34);
  }

  /** Null for a font that is not plain TrueType: PostScript outlines, or one that varies. */
  static of(font: Font): SubsetCutter | null {
    const { directory, stream } = font as unknown as TrueTypeInside;
    if (!directory || !stream || 'fvar' in directory.tables) return null;
    if (NEEDED.some((tag) => !(tag in directory.tables))) return null;
    const { buffer, byteOffset } = stream.buffer;
    return new SubsetCutter((tag) => {
      const entry = directory.tables[tag];
      return entry ? new DataView(buffer, byteOffset + entry.offset, entry.length) : null;
    });
  }

  /** The outline of a glyph as the file has it; empty for a blank. */
  outline(glyph: number): Uint8Array {
    const { loca, glyf } = this.#tables;
    const offset = (index: number) => (this.#longOffsets ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index));
    const start = offset(glyph);
    return new Uint8Array(glyf.buffer, glyf.byteOffset + start, offset(glyph + 1) - start);
  }

  /** Advance and left bearing as they stand in `hmtx`. */
  metric(glyph: number): readonly [number, number] {
    const { hmtx } = this.#tables;
    const last = this.#metricCount - 1;
    if (glyph <= last) return [hmtx.getUint16(4 * glyph), hmtx.getInt16(4 * glyph + 2)];
    return [hmtx.getUint16(4 * last), hmtx.getInt16(4 * this.#metricCount + 2 * (glyph - this.#metricCount))];
  }

  /** A font file of these outlines in this order. */
  file(outlines: readonly Uint8Array[], metrics: readonly (readonly [number, number])[]): Uint8Array {
    const offsets = [0];
    for (const outline of outlines) offsets.push(padded((offsets.at(-1) ?? 0) + outline.length));
    const glyf = new Uint8Array(offsets.at(-1) ?? 0);
    for (const [index, outline] of outlines.entries()) glyf.set(outline, offsets[index] ?? 0);
    const loca = new DataView(new ArrayBuffer(4 * offsets.length));
    for (const [index, offset] of offsets.entries()) loca.setUint32(4 * index, offset);
    const hmtx = new DataView(new ArrayBuffer(4 * metrics.length));
    for (const [index, [advance, bearing]] of metrics.entries()) {
      hmtx.setUint16(4 * index, advance);
      hmtx.setInt16(4 * index + 2, bearing);
    }
    const head = changed(this.#tables.head, (table) => table.setInt16(50, 1));
    const hhea = changed(this.#tables.hhea, (table) => table.setUint16(34, metrics.length));
    const maxp = changed(this.#tables.maxp, (table) => table.setUint16(4, outlines.length));
    const made = Object.entries({ glyf: new DataView(glyf.buffer), head, hhea, hmtx, loca, maxp });
    return fontFile([...this.#copied, ...made]);
  }
}

const padded = (length: number) => (length + 3) & ~3;

function changed(table: DataView, change: (copy: DataView) => void): DataView {
  const copy = new DataView(table.buffer.slice(table.byteOffset, table.byteOffset + table.byteLength));
  change(copy);
  return copy;
}

/** Puts tables into a file, in the order of their tags as the format asks. */
function fontFile(unsorted: readonly (readonly [string, DataView])[]): Uint8Array {
  const tables = [...unsorted].sort(([a], [b]) => (a < b ? -1 : 1));
  const headLength = 12 + 16 * tables.length;
  const length = tables.reduce((sum, [, table]) => sum + padded(table.byteLength), headLength);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  let offset = headLength;
  for (const [index, [tag, table]] of tables.entries()) {
    file.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), offset);
    const entry = 12 + 16 * index;
    for (let at = 0; at < 4; at += 1) view.setUint8(entry + at, tag.charCodeAt(at));
    view.setUint32(entry + 4, checkSum(view, offset, padded(table.byteLength)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.byteLength);
    offset += padded(table.byteLength);
  }
  return file;
}

function checkSum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
