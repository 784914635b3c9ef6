import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type FontShelf, openFonts } from '../../electron/station/print/font-shelf.ts';
import { findForm, loadForms } from '../../electron/station/print/load-forms.ts';
import { renderForm } from '../../electron/station/print/render-form.ts';
import { warmUpPrinting } from '../../electron/station/print/warm-up.ts';
import type { Form, FormInput } from '../../shared/domain/form.ts';
import { exampleInputs, monthlyReport } from '../electron/station/print/example-inputs.ts';
import { fontFolder, type Paper, paperOf } from './print/paper.ts';
import { rawPdfkit } from './print/raw-pdfkit.ts';
import { type ChromiumPrinter, openChromium } from './print/with-chromium.ts';
import { withPdfmake } from './print/with-pdfmake.ts';

/*
 * What one paper and a roll of a hundred pages cost, beside the same marks written by plain pdfkit, pdfmake and Chromium's
 * printToPDF, in turns in one run, so that the machine's load falls on all of them. Each engine's PDF has to hold the
 * words of the paper. Prints one JSON object.
 */
const formsFolder = fileURLToPath(new URL('../../resources/forms', import.meta.url));
const documentInfo = { author: '示例派出所', createdAt: '2026-11-21T01:30:00Z' };

type Engine = 'luohu' | 'rawPdfkit' | 'pdfmake' | 'chromium' | 'chromiumWithLoad';
type Samples = Record<Engine, number[]>;

function formNamed(id: string): Form {
  const shelf = loadForms(formsFolder);
  const form = shelf.ok ? findForm(shelf.value, id, '2026-11-21') : null;
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

async function luohu(form: Form, input: FormInput, fonts: FontShelf): Promise<Uint8Array> {
  const answer = await renderForm(form, input, { fonts, mode: 'full', documentInfo });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.pdf;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function timed<T>(run: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const startedAt = performance.now();
  const value = await run();
  return { ms: performance.now() - startedAt, value };
}

/** Throws when a PDF does not hold every word of the paper, whatever the order: a fast empty page is no result. */
function mustHold(engine: string, pdf: Uint8Array, { pages }: Paper): void {
  const file = join(tmpdir(), `luohu-bench-${process.pid}.pdf`);
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  rmSync(file);
  const held = new Set(text.replace(/\s/g, ''));
  const asked = new Set(
    pages.flat().flatMap((mark) => (mark.kind === 'text' ? [...mark.text.replace(/\s/g, '')] : [])),
  );
  const missing = [...asked].filter((character) => !held.has(character));
  if (missing.length > 0) throw new Error(`${engine} lost ${missing.join('')}`);
}

interface Contest {
  readonly form: Form;
  readonly input: FormInput;
  readonly fonts: FontShelf;
  readonly chromium: ChromiumPrinter;
}

interface Outcome {
  readonly engine: keyof Samples;
  readonly ms: Partial<Record<Engine, number>>;
  readonly pdf: Uint8Array;
}

function enginesOf({ form, input, fonts, chromium }: Contest, paper: Paper): (() => Promise<Outcome>)[] {
  const inProcess = (engine: Engine, write: () => Promise<Uint8Array>) => async () => {
    // Nobody pays for the garbage of the roll before; a single page leaves little, and a full collection makes the next one slow.
    if (paper.pages.length > 1) collectGarbage();
    const { ms, value } = await timed(write);
    return { engine, ms: { [engine]: ms }, pdf: value };
  };
  return [
    inProcess('luohu', () => luohu(form, input, fonts)),
    inProcess('rawPdfkit', () => rawPdfkit(paper)),
    inProcess('pdfmake', () => withPdfmake(paper)),
    async () => {
      const { loadMs, printMs, file } = await chromium.print(paper);
      const ms = { chromium: printMs, chromiumWithLoad: loadMs + printMs };
      return { engine: 'chromium', ms, pdf: readFileSync(file) };
    },
  ];
}

/** Engines in turns, another one first each round; the first rounds are thrown away. */
async function compete(contest: Contest, rounds: number) {
  const paper = paperOf(contest.form, contest.input, contest.fonts);
  const engines = enginesOf(contest, paper);
  const samples: Samples = { luohu: [], rawPdfkit: [], pdfmake: [], chromium: [], chromiumWithLoad: [] };
  const warming = Math.ceil(rounds / 8);
  for (let round = 0; round < warming + rounds; round += 1) {
    const first = round % engines.length;
    for (const run of [...engines.slice(first), ...engines.slice(0, first)]) {
      const { engine, ms, pdf } = await run();
      if (round === 0) mustHold(engine, pdf, paper);
      if (round >= warming) for (const name of Object.keys(ms) as Engine[]) samples[name].push(ms[name] ?? 0);
    }
  }
  return { pages: paper.pages.length, samples };
}

const round = (value: number) => Math.round(value * 100) / 100;
const at = (samples: readonly number[], share: number) =>
  [...samples].sort((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? 0;

function summarise({ pages, samples }: Awaited<ReturnType<typeof compete>>) {
  const ours = at(samples.luohu, 0.5);
  const engines = Object.entries(samples).map(([engine, all]) => {
    const medianMs = at(all, 0.5);
    const times = { medianMs: round(medianMs), minMs: round(Math.min(...all)), p95Ms: round(at(all, 0.95)) };
    return [engine, { ...times, pagesPerSecond: round((pages * 1000) / medianMs), luohuTakes: round(ours / medianMs) }];
  });
  return { pages, rounds: samples.luohu.length, ...Object.fromEntries(engines) };
}

const opened = await openFonts(fontFolder);
if (!opened.ok) throw new Error('the fonts are not installed');
const fonts = opened.value;
const card = formNamed('resident-card');
const example = exampleInputs['resident-card'] ?? {};
const warmUp = await timed(() => warmUpPrinting(fonts));
const first = await timed(() => luohu(card, example, fonts));
const chromium = await openChromium();
try {
  const one = await compete({ form: card, input: example, fonts, chromium }, 40);
  const roll = await compete({ form: formNamed('settlement-report'), input: monthlyReport(3600), fonts, chromium }, 8);
  const result = {
    bench: 'print',
    load: loadavg().map(round),
    electron: chromium.version,
    warmUpMs: round(warmUp.ms),
    firstAfterWarmUpMs: round(first.ms),
    residentCard: summarise(one),
    roll: summarise(roll),
  };
  console.log(JSON.stringify(result, null, 2));
} finally {
  chromium.close();
}
