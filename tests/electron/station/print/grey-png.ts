import { deflateSync, inflateSync } from 'node:zlib';

/** A grey picture of one byte a pixel, 0 black. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const crcTable = Uint32Array.from({ length: 256 }, (_, start) => {
  let crc = start;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crcOf(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Bytes of a line: its filter (none) and two pixels each. */
const lineBytes = (width: number) => 1 + Math.ceil(width / 2);

/** Writes a picture as a PNG of sixteen greys: small, and finer than any comparison needs. */
export function writeGreyPng({ width, height, pixels }: GreyPicture): Buffer {
  const lines = Buffer.alloc(lineBytes(width) * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const level = Math.round((pixels[row * width + column] ?? 255) / 17);
      const at = row * lineBytes(width) + 1 + (column >> 1);
      lines[at] = (lines[at] ?? 0) | (column % 2 === 0 ? level << 4 : level);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 4;
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads what `writeGreyPng` wrote, and nothing else. */
export function readGreyPng(file: Uint8Array): GreyPicture {
  const png = Buffer.from(file);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const length = png.readUInt32BE(33);
  if (png.toString('latin1', 37, 41) !== 'IDAT' || png[24] !== 4) throw new Error('not a picture of this folder');
  const lines = inflateSync(png.subarray(41, 41 + length));
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const byte = lines[row * lineBytes(width) + 1 + (column >> 1)] ?? 0;
      pixels[row * width + column] = (column % 2 === 0 ? byte >> 4 : byte & 15) * 17;
    }
  }
  return { width, height, pixels };
}
