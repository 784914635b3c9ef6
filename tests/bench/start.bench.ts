import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfChanged } from '../../scripts/build.ts';
import { type Desktop, openDesktop } from '../../scripts/machine/desktop.ts';
import { projectRoot } from '../../scripts/project.ts';

/**
 * From the start of the process to a login field that takes text, beside a bare Electron window measured in the same run,
 * in turns, so that the machine's load falls on both. Prints one line of JSON.
 */
const rounds = Number(process.env.LUOHU_BENCH_ROUNDS ?? 7);
const nowhere = 'http://127.0.0.1:9';
const limitMs = 90_000;

/** Milliseconds from spawning to the first line that says the field can be used. */
function timeStart({ electron, env, rootArguments }: Desktop, args: readonly string[], sign: RegExp): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(electron.executable, [...args, ...rootArguments], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    let text = '';
    let usableMs: number | null = null;
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (usableMs === null && sign.test(text)) usableMs = performance.now() - startedAt;
    });
    child.once('close', () => {
      clearTimeout(timer);
      if (usableMs === null) reject(new Error(`no usable field: ${text.slice(-400)}`));
      else resolve(usableMs);
    });
  });
}

function summarise(samples: readonly number[]) {
  const sorted = [...samples].sort((a, b) => a - b).map(Math.round);
  return { medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0, minMs: sorted[0] ?? 0, maxMs: sorted.at(-1) ?? 0 };
}

async function measure(desktop: Desktop, dataDir: string) {
  const bareArgs = [join(projectRoot, 'tests', 'bench', 'bare-window')];
  const luohuArgs = [projectRoot, '--practice', '--smoke', '--data', dataDir, '--registry', nowhere];
  const bare = () => timeStart(desktop, bareArgs, /usable/);
  const luohu = () => timeStart(desktop, luohuArgs, /can be used/);
  await bare();
  await luohu();
  const samples = { bare: [] as number[], luohu: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    samples.bare.push(await bare());
    samples.luohu.push(await luohu());
  }
  return { bare: summarise(samples.bare), luohu: summarise(samples.luohu) };
}

const built = await buildIfChanged();
if (built.code !== 0) throw new Error(built.output);
const desktop = await openDesktop();
const dataDir = mkdtempSync(join(tmpdir(), 'luohu-bench-'));
try {
  const { bare, luohu } = await measure(desktop, dataDir);
  const ratio = Number((luohu.medianMs / bare.medianMs).toFixed(2));
  console.log(JSON.stringify({ bench: 'start', electron: desktop.electron.version, rounds, luohu, bare, ratio }));
} finally {
  desktop.display.close();
  rmSync(dataDir, { recursive: true, force: true });
}
