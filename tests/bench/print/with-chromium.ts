import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { Drawing } from '../../../electron/station/print/drawing.ts';
import { type Desktop, openDesktop } from '../../../scripts/machine/desktop.ts';
import { fontPaths, type Paper } from './paper.ts';

/** What one document cost: `printMs` for printToPDF alone, `loadMs` for loading the page before it. */
export interface ChromiumTimes {
  readonly loadMs: number;
  readonly printMs: number;
  readonly file: string;
}

/** A hidden window of Electron that turns papers into PDFs, kept open from one document to the next. */
export interface ChromiumPrinter {
  readonly version: string;
  print(paper: Paper): Promise<ChromiumTimes>;
  close(): void;
}

export async function openChromium(): Promise<ChromiumPrinter> {
  const desktop = await openDesktop();
  const folder = mkdtempSync(join(tmpdir(), 'luohu-bench-print-'));
  const child = start(desktop);
  const answers = linesOf(child);
  const pages = new Map<Paper, string>();
  return {
    version: desktop.electron.version,
    print: async (paper) => {
      const known = pages.get(paper);
      const page = known ?? join(folder, `${pages.size}.html`);
      if (!known) writeFileSync(page, htmlOf(paper));
      pages.set(paper, page);
      const file = `${page}.pdf`;
      child.stdin?.write(`${JSON.stringify({ url: pathToFileURL(page).href, file })}\n`);
      const { value } = await answers.next();
      return { ...(JSON.parse(String(value)) as Omit<ChromiumTimes, 'file'>), file };
    },
    close: () => {
      child.kill('SIGKILL');
      desktop.display.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function start({ electron, env, rootArguments }: Desktop): ChildProcess {
  const program = join(import.meta.dirname, '..', 'print-window');
  return spawn(electron.executable, [program, ...rootArguments], { env, stdio: ['pipe', 'pipe', 'ignore'] });
}

async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  if (!child.stdout) return;
  for await (const line of createInterface(child.stdout)) if (line.startsWith('{')) yield line;
  throw new Error('Electron ended');
}

function htmlOf({ pages, widthMm, heightMm }: Paper): string {
  const faces = Object.entries(fontPaths).map(
    ([name, path]) => `@font-face { font-family: '${name}'; src: url('${pathToFileURL(path).href}'); }`,
  );
  const size = `${widthMm}mm ${heightMm}mm`;
  const sheets = pages.map(
    (page) =>
      `<svg viewBox="0 0 ${widthMm} ${heightMm}" style="width:${widthMm}mm;height:${heightMm}mm;display:block;break-after:page">${page
        .map(markOf)
        .join('')}</svg>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>@page { size: ${size}; margin: 0 } body { margin: 0 } ${faces.join(' ')}</style>${sheets.join('')}`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function markOf(mark: Drawing): string {
  const mm = (pt: number) => (pt * 25.4) / 72;
  if (mark.kind === 'text') {
    const { xMm, baselineMm, face, sizePt, spacingPt, text } = mark;
    const look = `font-family="${face.name}" font-size="${mm(sizePt)}" letter-spacing="${mm(spacingPt)}"`;
    return `<text x="${xMm}" y="${baselineMm}" ${look}>${escaped(text)}</text>`;
  }
  if (mark.kind === 'line') {
    const { fromXmm, fromYmm, toXmm, toYmm, strokeMm } = mark;
    return `<path d="M${fromXmm} ${fromYmm}L${toXmm} ${toYmm}" stroke="#000" stroke-width="${strokeMm}"/>`;
  }
  if (mark.kind !== 'rect') return '';
  const { xMm, yMm, widthMm, heightMm } = mark;
  return `<rect x="${xMm}" y="${yMm}" width="${widthMm}" height="${heightMm}" fill="none" stroke="#000" stroke-width="0.2"/>`;
}
