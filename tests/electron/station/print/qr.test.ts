import decodeQR from 'qr/decode.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { PrintCalibration } from '../../../../shared/domain/form.ts';
import { testSigner } from '../../../fixtures/seals.ts';
import { answer, infoOf, inkOf, madeUpForm, printed, type Raster, rasterOf } from './print-rig.ts';

const formOf = (side: number, more = '') =>
  madeUpForm(`
fields: { seal: { zh: 验证码, en: Code }, name: { zh: 姓名, en: Name } }
boxes:
  - { kind: qr, id: code, x: 30, y: 12, w: ${side}, h: ${side}, field: seal, ecc: M ${more} }
  - { kind: value, id: name, x: 5, y: 50, w: 40, h: 8, field: name }
  - { kind: rect, id: frame, x: 2, y: 2, w: 96, h: 56 }
`);
let seal = '';
beforeAll(async () => {
  seal = await (await testSigner()).seal();
});

/** What a reader of codes sees on the whole page. */
function read({ width, height, pixels }: Raster): string {
  const data = new Uint8Array(width * height * 4).fill(255);
  pixels.subarray(0, width * height).forEach((grey, at) => {
    data.fill(grey, at * 4, at * 4 + 3);
  });
  return decodeQR({ width, height, data }, { effort: Number.POSITIVE_INFINITY, timeLimit: 2000 });
}

const inBox = (x: number, y: number) => x > 30 && x < 54 && y > 12 && y < 36;

describe('a QR code', () => {
  it.each([
    [20, 200],
    [24, 150],
    [25, 300],
  ])('of %i mm is read back from a page scanned at %i dpi, to the letter', async (side, dpi) => {
    expect(read(rasterOf(await printed(formOf(side), { seal }), dpi))).toBe(seal);
  });

  it('is read back from an overprint under a calibration', async () => {
    const calibration = PrintCalibration.parse({ offsetXmm: 3, offsetYmm: -2, scaleX: 1.02, rotationDeg: 1.5 });
    expect(read(rasterOf(await printed(formOf(24), { seal }, { mode: 'overprint', calibration }), 200))).toBe(seal);
  });

  it('stands where the form says within 0.2 mm, its quiet zone inside the box', async () => {
    const ink = inkOf(rasterOf(await printed(formOf(24), { seal }), 600), inBox);
    // 268 characters are version 10: 57 modules and four of blank paper on each side.
    const quiet = (24 / (57 + 8)) * 4;
    expect(Math.abs((ink?.left ?? 0) - (30 + quiet))).toBeLessThan(0.2);
    expect(Math.abs((ink?.right ?? 0) - (54 - quiet))).toBeLessThan(0.2);
    expect(Math.abs((ink?.top ?? 0) - (12 + quiet))).toBeLessThan(0.2);
    expect(Math.abs((ink?.bottom ?? 0) - (36 - quiet))).toBeLessThan(0.2);
  });

  it('is black and white, without hair lines between its squares', async () => {
    // 65 modules on 26 mm are 0.4 mm each: a whole number of dots at 508 dpi.
    const { pixels, width, perMm } = rasterOf(await printed(formOf(26), { seal }), 508);
    const [left, top, side] = [Math.round(30 * perMm), Math.round(12 * perMm), Math.round(26 * perMm)];
    const greys = Array.from({ length: side * side }, (_, at) => {
      const [x, y] = [left + (at % side), top + Math.floor(at / side)];
      return pixels[y * width + x] ?? 0;
    }).filter((grey) => grey > 8 && grey < 200);
    expect(greys.length / (side * side)).toBeLessThan(0.005);
  });

  it('is read by another program too: its text stands among the keywords', async () => {
    const info = infoOf(await printed(formOf(24), { seal }));
    expect(/^Keywords:\s+(.*)$/m.exec(info)?.[1]).toBe(seal);
  });

  it('leaves its place empty when there is no text, and says nothing in the keywords', async () => {
    const pdf = await printed(formOf(24), { name: '王示例' });
    expect(inkOf(rasterOf(pdf), inBox)).toBeNull();
    expect(infoOf(pdf)).not.toMatch(/^Keywords/m);
  });

  it('is not printed finer than a telephone reads', async () => {
    const refusal = { ok: false, error: { code: 'PRINT_VALUE_TOO_LONG', details: { field: 'seal' } } };
    expect(await answer(formOf(16), { seal })).toMatchObject(refusal);
    expect(await answer(formOf(40), { seal: 'A'.repeat(9000) })).toMatchObject(refusal);
  });

  it('bears more damage with a higher level', async () => {
    const pdf = await printed(
      madeUpForm(`
fields: { seal: { zh: 验证码, en: Code } }
boxes:
  - { kind: qr, id: code, x: 10, y: 10, w: 40, h: 40, field: seal, ecc: H }
  - { kind: rect, id: stain, x: 27, y: 27, w: 8, h: 8, layer: value, fillGrey: 0 }
`),
      { seal },
    );
    expect(read(rasterOf(pdf, 200))).toBe(seal);
  });

  it('of a field that is not declared, or is no text, keeps the form from loading', () => {
    expect(() =>
      madeUpForm('boxes: [{ kind: qr, id: code, x: 1, y: 1, w: 20, h: 20, field: seal }]\nfields: {}'),
    ).toThrow('the field seal is not declared');
    expect(() =>
      madeUpForm(
        'boxes: [{ kind: qr, id: code, x: 1, y: 1, w: 20, h: 20, field: seal }]\nfields: { seal: { zh: 码, en: Code, type: date } }',
      ),
    ).toThrow('is no text');
  });
});
