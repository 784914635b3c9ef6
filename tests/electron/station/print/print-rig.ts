import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFonts } from '../../../../electron/station/print/font-shelf.ts';
import { findForm, loadForms, readForm } from '../../../../electron/station/print/load-forms.ts';
import { type RenderOptions, renderForm } from '../../../../electron/station/print/render-form.ts';
import type { Form, FormInput } from '../../../../shared/domain/form.ts';

const root = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

export const fontFolder = root('node_modules/@expo-google-fonts');
export const formsFolder = root('resources/forms');

function taken<T>(answer: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

export const fonts = taken(await openFonts(fontFolder));
export const shelf = taken(loadForms(formsFolder));
export const documentInfo = { author: '辽源市公安局示例分局示例派出所', createdAt: '2026-11-21T01:30:00Z' };

export function formNamed(id: string): Form {
  const form = findForm(shelf, id, '2026-11-21');
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

/** A made-up form from YAML text, for tests of the engine. */
export function madeUpForm(text: string): Form {
  const head = `
id: made-up
version: 1
inForceFrom: 2026-01-01
name: { zh: 示例, en: Example }
source: { kind: unsourced, note: 试验 }
page: { widthMm: 100, heightMm: 60 }
`;
  const { form, problems } = readForm(head + text);
  if (!form) throw new Error(JSON.stringify(problems));
  return form;
}

export function answer(form: Form, input: FormInput, options: Partial<RenderOptions> = {}) {
  return renderForm(form, input, { fonts, mode: 'full', documentInfo, ...options });
}

/** Prints and answers the PDF; throws when it is refused. */
export async function printed(form: Form, input: FormInput, options: Partial<RenderOptions> = {}): Promise<Uint8Array> {
  return taken(await answer(form, input, options)).pdf;
}

function poppler<T>(pdf: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-print-'));
  try {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, pdf);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of a PDF as a reader copies it, in reading order of the file. */
export function textOf(pdf: Uint8Array, ...args: string[]): string {
  return poppler(pdf, (file) => execFileSync('pdftotext', ['-raw', ...args, file, '-'], { encoding: 'utf8' }));
}

export function infoOf(pdf: Uint8Array): string {
  return poppler(pdf, (file) => execFileSync('pdfinfo', [file], { encoding: 'utf8' }));
}

export function fontsOf(pdf: Uint8Array): string {
  return poppler(pdf, (file) => execFileSync('pdffonts', [file], { encoding: 'utf8' }));
}

export interface Word {
  readonly text: string;
  readonly page: number;
  readonly xMm: number;
  readonly endXmm: number;
  readonly baselineMm: number;
  readonly sizePt: number;
}

/** Ascent and descent that the serif font declares, in em: poppler's word boxes reach from one to the other. */
const [ASCENT, DESCENT] = [1.151, 0.286];

/** Words with their places, as poppler finds them. */
export function wordsOf(pdf: Uint8Array): Word[] {
  const html = poppler(pdf, (file) => execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }));
  let page = 0;
  const words: Word[] = [];
  for (const [tag, ...parts] of html.matchAll(
    /<page|<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g,
  )) {
    if (tag === '<page') page += 1;
    else {
      const [xMin = 0, yMin = 0, xMax = 0, yMax = 0] = parts.slice(0, 4).map((part) => (Number(part) * 25.4) / 72);
      const em = (yMax - yMin) / (ASCENT + DESCENT);
      const sizePt = (em * 72) / 25.4;
      words.push({ text: parts[4] ?? '', page, xMm: xMin, endXmm: xMax, baselineMm: yMin + em * ASCENT, sizePt });
    }
  }
  return words;
}

/** A page as grey pixels. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly perMm: number;
}

export function rasterOf(pdf: Uint8Array, dpi = 200, page = 1): Raster {
  return poppler(pdf, (file, folder) => {
    const args = [
      '-r',
      String(dpi),
      '-gray',
      '-f',
      String(page),
      '-l',
      String(page),
      '-singlefile',
      file,
      join(folder, 'page'),
    ];
    execFileSync('pdftoppm', args);
    const bytes = readFileSync(join(folder, 'page.pgm'));
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
    if (!head) throw new Error('not a PGM file');
    const [whole, width, height] = head;
    return { width: Number(width), height: Number(height), pixels: bytes.subarray(whole.length), perMm: dpi / 25.4 };
  });
}

/** Where there is ink, in millimetres; null on a blank raster. Areas to leave out are given in millimetres too. */
export function inkOf(raster: Raster, isCounted: (xMm: number, yMm: number) => boolean = () => true) {
  let ink: { left: number; right: number; top: number; bottom: number; count: number } | null = null;
  for (let row = 0; row < raster.height; row++) {
    for (let column = 0; column < raster.width; column++) {
      if ((raster.pixels[row * raster.width + column] ?? 255) > 128) continue;
      const [x, y] = [(column + 0.5) / raster.perMm, (row + 0.5) / raster.perMm];
      if (!isCounted(x, y)) continue;
      ink ??= { left: x, right: x, top: y, bottom: y, count: 0 };
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y);
      ink.count += 1;
    }
  }
  return ink;
}
