/** What the first bytes of a picture say of it. */
interface PictureReading {
  readonly mime: 'image/jpeg' | 'image/png';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The kind and size of a JPEG or PNG picture; null for anything else and for one that breaks off before its size. */
export function readPicture(bytes: Uint8Array): PictureReading | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = isPng(view) ? pngSize(view) : isJpeg(view) ? jpegSize(view) : null;
  if (!size || size.widthPx === 0 || size.heightPx === 0) return null;
  return { mime: isPng(view) ? 'image/png' : 'image/jpeg', ...size };
}

type Size = Omit<PictureReading, 'mime'>;

const isPng = (view: DataView): boolean =>
  view.byteLength >= 8 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a;
const isJpeg = (view: DataView): boolean => view.byteLength >= 3 && view.getUint16(0) === 0xffd8;

/** The header chunk IHDR comes first. */
function pngSize(view: DataView): Size | null {
  return view.byteLength < 24 ? null : { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

/** The frame headers SOF0–SOF15; C4, C8 and CC of the same range are tables and reserved. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Goes from segment to segment up to the frame header. */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
