import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { Drawing } from '../../electron/station/print/drawing.ts';
import { type FontShelf, openFonts } from '../../electron/station/print/font-shelf.ts';
import { layOutForm } from '../../electron/station/print/lay-out-form.ts';
import { findForm, loadForms } from '../../electron/station/print/load-forms.ts';
import { POINTS_PER_MM } from '../../electron/station/print/millimetres.ts';
import { renderForm } from '../../electron/station/print/render-form.ts';
import type { Form, FormInput } from '../../shared/domain/form.ts';
import { exampleInputs, monthlyReport } from '../electron/station/print/example-inputs.ts';

/*
 * What one paper and a roll of a hundred pages cost, against the same marks written by plain pdfkit (fonts given as
 * bytes, as its manual shows) in the same run. Prints one JSON object. Run: node tests/bench/print.bench.ts
 */
const fontFolder = fileURLToPath(new URL('../../node_modules/@expo-google-fonts', import.meta.url));
const formsFolder = fileURLToPath(new URL('../../resources/forms', import.meta.url));
const fontFiles: Record<string, string> = {
  'NotoSerifSC_400Regular.ttf': 'noto-serif-sc/400Regular',
  'NotoSerifSC_700Bold.ttf': 'noto-serif-sc/700Bold',
  'NotoSansSC_400Regular.ttf': 'noto-sans-sc/400Regular',
};
const documentInfo = { author: '示例派出所', createdAt: '2026-11-21T01:30:00Z' };
const fontBytes = Object.entries(fontFiles).map(
  ([file, folder]) => [file, readFileSync(join(fontFolder, folder, file))] as const,
);

function formNamed(id: string): Form {
  const shelf = loadForms(formsFolder);
  const form = shelf.ok ? findForm(shelf.value, id, '2026-11-21') : null;
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

function rawPdfkit(pages: readonly (readonly Drawing[])[], form: Form): Promise<number> {
  const size: [number, number] = [form.page.widthMm * POINTS_PER_MM, form.page.heightMm * POINTS_PER_MM];
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, size });
  let bytes = 0;
  pdf.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
  });
  for (const [name, data] of fontBytes) pdf.registerFont(name, data);
  for (const page of pages) {
    pdf.addPage();
    for (const mark of page) drawRaw(pdf, mark);
  }
  pdf.end();
  return new Promise((resolve) => pdf.on('end', () => resolve(bytes)));
}

function drawRaw(pdf: PDFKit.PDFDocument, mark: Drawing): void {
  const pt = (mm: number) => mm * POINTS_PER_MM;
  if (mark.kind === 'text') {
    const options = { lineBreak: false, baseline: 'alphabetic', characterSpacing: mark.spacingPt } as const;
    pdf
      .font(mark.face.name)
      .fontSize(mark.sizePt)
      .fillColor('black')
      .text(mark.text, pt(mark.xMm), pt(mark.baselineMm), options);
  } else if (mark.kind === 'line') {
    pdf
      .lineWidth(pt(mark.strokeMm))
      .moveTo(pt(mark.fromXmm), pt(mark.fromYmm))
      .lineTo(pt(mark.toXmm), pt(mark.toYmm))
      .stroke();
  } else if (mark.kind === 'rect') {
    pdf.rect(pt(mark.xMm), pt(mark.yMm), pt(mark.widthMm), pt(mark.heightMm)).stroke();
  }
}

async function milliseconds(rounds: number, run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

async function compare(form: Form, input: FormInput, fonts: FontShelf, rounds: number) {
  const { pages } = layOutForm(form, input, fonts, '');
  const print = () => renderForm(form, input, { fonts, mode: 'full', documentInfo });
  const firstMs = await milliseconds(1, print);
  await milliseconds(3, print);
  await rawPdfkit(pages, form);
  const rawMs = await milliseconds(rounds, () => rawPdfkit(pages, form));
  const luohuMs = await milliseconds(rounds, print);
  const round = (value: number) => Math.round(value * 100) / 100;
  const roll = {
    pages: pages.length,
    luohuPagesPerSecond: round((pages.length * 1000) / luohuMs),
    rawPagesPerSecond: round((pages.length * 1000) / rawMs),
  };
  return {
    ...roll,
    firstMs: round(firstMs),
    luohuMs: round(luohuMs),
    rawMs: round(rawMs),
    ratio: round(luohuMs / rawMs),
  };
}

const opened = await openFonts(fontFolder);
if (!opened.ok) throw new Error('the fonts are not installed');
const card = await compare(formNamed('resident-card'), exampleInputs['resident-card'] ?? {}, opened.value, 41);
const roll = await compare(formNamed('settlement-report'), monthlyReport(3600), opened.value, 5);
console.log(JSON.stringify({ bench: 'print', residentCard: card, roll }, null, 2));
