import { inflateSync } from 'node:zlib';

/** Pixels of a picture, four bytes each: red, green, blue, opaque. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly channels: number;
}

/** Samples a pixel by colour type: grey, RGB, palette, grey and alpha, RGB and alpha. */
const channelsByType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const signature = '89504e470d0a1a0a';
const mostPixels = 100_000_000;

/** Whether the bytes begin as a PNG file does. */
export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).toString('hex') === signature;
}

/**
 * Reads a PNG file (ISO/IEC 15948) as scanners and screenshots write it: up to 8 bits a sample, not interlaced. Null for
 * any other. Transparency is ignored.
 */
export function readPng(bytes: Buffer): Pixels | null {
  try {
    const chunks = listChunks(bytes);
    const head = chunks.find(({ type }) => type === 'IHDR')?.data;
    const header = head && readHeader(head);
    if (!header) return null;
    const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
    const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
    const rowBytes = Math.ceil((header.width * header.depth * header.channels) / 8);
    const rows = unfilter(inflateSync(packed), rowBytes, Math.max(1, (header.depth * header.channels) / 8));
    return { width: header.width, height: header.height, data: toColours(rows, rowBytes, header, palette) };
  } catch {
    // A file that is cut or damaged comes from outside; zlib and Buffer say so by throwing.
    return null;
  }
}

function listChunks(bytes: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function readHeader(data: Buffer): Header | null {
  const [width, height, depth] = [data.readUInt32BE(0), data.readUInt32BE(4), data.readUInt8(8)];
  const channels = channelsByType[data.readUInt8(9)];
  const isInterlaced = data.readUInt8(12) !== 0;
  if (channels === undefined || isInterlaced || depth > 8 || width * height > mostPixels) return null;
  return { width, height, depth, channels };
}

/** Undoes the filter of each row; `step` is how many bytes lie between a sample and the one left of it. */
function unfilter(filtered: Buffer, rowBytes: number, step: number): Uint8Array {
  const height = Math.floor(filtered.length / (rowBytes + 1));
  const rows = new Uint8Array(height * rowBytes);
  for (let row = 0; row < height; row++) {
    const filter = filtered[row * (rowBytes + 1)] ?? 0;
    for (let column = 0; column < rowBytes; column++) {
      const at = row * rowBytes + column;
      const left = column >= step ? (rows[at - step] ?? 0) : 0;
      const up = row > 0 ? (rows[at - rowBytes] ?? 0) : 0;
      const corner = row > 0 && column >= step ? (rows[at - rowBytes - step] ?? 0) : 0;
      rows[at] = (filtered[row * (rowBytes + 1) + 1 + column] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const near = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(near - left), Math.abs(near - up), Math.abs(near - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function toColours(rows: Uint8Array, rowBytes: number, header: Header, palette: Buffer | undefined): Uint8Array {
  const { width, height, depth, channels } = header;
  const most = 2 ** depth - 1;
  const data = new Uint8Array(width * height * 4);
  const sample = (row: number, index: number): number => {
    const bit = index * depth;
    return ((rows[row * rowBytes + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & most;
  };
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [row, first] = [Math.floor(pixel / width), (pixel % width) * channels];
    const grey = (sample(row, first) * 255) / most;
    const colour = palette
      ? palette.subarray(sample(row, first) * 3, sample(row, first) * 3 + 3)
      : [grey, channels > 2 ? sample(row, first + 1) : grey, channels > 2 ? sample(row, first + 2) : grey];
    data.set([...colour, 255].slice(0, 4), pixel * 4);
  }
  return data;
}
