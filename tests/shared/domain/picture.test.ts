import { describe, expect, it } from 'vitest';
import { readPicture } from '../../../shared/domain/picture.ts';

const bytes = (...parts: readonly (readonly number[])[]) => new Uint8Array(parts.flat());
const word = (value: number) => [value >> 8, value & 0xff];
const png = (width: number, height: number) =>
  bytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
    [0, 0, ...word(width), 0, 0, ...word(height)],
  );
const segment = (marker: number, data: readonly number[]) => [0xff, marker, ...word(data.length + 2), ...data];
const frame = (width: number, height: number) => segment(0xc2, [8, ...word(height), ...word(width), 3]);

describe('a picture', () => {
  it('says its kind and size, as PNG and as JPEG behind whatever segments', () => {
    expect(readPicture(png(358, 441))).toEqual({ mime: 'image/png', widthPx: 358, heightPx: 441 });
    const jpeg = bytes([0xff, 0xd8], segment(0xe0, [1, 2, 3]), segment(0xc4, [9, 9]), [0xff], frame(358, 441));
    expect(readPicture(jpeg)).toEqual({ mime: 'image/jpeg', widthPx: 358, heightPx: 441 });
  });

  it('is none where it is something else, breaks off or has no size', () => {
    expect(readPicture(new TextEncoder().encode('GIF89a no such kind'))).toBeNull();
    expect(readPicture(new Uint8Array())).toBeNull();
    expect(readPicture(png(0, 441))).toBeNull();
    expect(readPicture(png(358, 441).subarray(0, 20))).toBeNull();
    expect(readPicture(bytes([0xff, 0xd8], segment(0xe0, [1, 2, 3])))).toBeNull();
    expect(readPicture(bytes([0xff, 0xd8], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeNull();
    for (let length = 0; length < 40; length += 1)
      expect(() => readPicture(bytes([0xff, 0xd8], frame(1, 1)).subarray(0, length))).not.toThrow();
  });
});
