import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { exampleInputs } from './example-inputs.ts';
import { formNamed, printed, type Raster, rasterOf } from './print-rig.ts';

const DPI = 100;
/** Readers smooth edges differently and lay hair lines on this or the next pixel: dark ink of one stands within a pixel of ink of the other. */
const [DARK, INK] = [110, 215];
/** Of the dark pixels, how many may stand alone. */
const LIMIT = 0.002;

interface DrawnPage {
  readonly context: { getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } };
  readonly canvas: HTMLCanvasElement & { width: number; height: number };
}

/** A page as pdf.js draws it, in grey pixels. */
async function rasterByPdfJs(pdf: Uint8Array): Promise<Raster> {
  const task = getDocument({ data: new Uint8Array(pdf), useWasm: false });
  const opened = await task.promise;
  const page = await opened.getPage(1);
  const viewport = page.getViewport({ scale: DPI / 72 });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const factory = opened.canvasFactory as { create(width: number, height: number): DrawnPage };
  const { canvas, context } = factory.create(width, height);
  await page.render({ canvas, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  await task.destroy();
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => data[4 * index] ?? 255);
  return { width, height, pixels, perMm: DPI / 25.4 };
}

/** Share of the dark pixels of one page that have no ink within a pixel on the other. */
function shareAlone(page: Raster, other: Raster): number {
  const { width, height, pixels } = page;
  const isInk = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && (other.pixels[y * width + x] ?? 255) < INK;
  const steps = [-1, 0, 1];
  let [dark, alone] = [0, 0];
  pixels.forEach((level, index) => {
    if (level >= DARK) return;
    const [x, y] = [index % width, Math.floor(index / width)];
    dark += 1;
    if (!steps.some((dx) => steps.some((dy) => isInk(x + dx, y + dy)))) alone += 1;
  });
  expect(dark).toBeGreaterThan(1000);
  return alone / dark;
}

describe.each(['resident-card', 'acceptance-receipt', 'settlement-report'])('the paper %s', (id) => {
  it('has the same pixels in poppler and in pdf.js', async () => {
    const pdf = await printed(formNamed(id), exampleInputs[id] ?? {}, { stamp: '预览无效' });
    const [poppler, pdfJs] = [rasterOf(pdf, DPI), await rasterByPdfJs(pdf)];
    expect([pdfJs.width, pdfJs.height]).toEqual([poppler.width, poppler.height]);
    expect(shareAlone(poppler, pdfJs)).toBeLessThan(LIMIT);
    expect(shareAlone(pdfJs, poppler)).toBeLessThan(LIMIT);
  });
});

describe('the comparison', () => {
  it('tells when a rule stands a millimetre off or a value is missing', async () => {
    const card = formNamed('resident-card');
    const input = exampleInputs['resident-card'] ?? {};
    const pdfJs = await rasterByPdfJs(await printed(card, input));
    const without = rasterOf(await printed(card, { ...input, workplace: '' }), DPI);
    expect(shareAlone(pdfJs, without)).toBeGreaterThan(LIMIT);
    const boxes = card.boxes.map((box) => (box.kind === 'grid' ? { ...box, y: box.y + 1 } : box));
    const moved = rasterOf(await printed({ ...card, boxes }, input), DPI);
    expect(shareAlone(pdfJs, moved)).toBeGreaterThan(LIMIT);
  });
});
