import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesktop } from '../machine/desktop.ts';
import { say } from '../project.ts';
import { run } from '../run.ts';

const startLimitMs = 120_000;

/** Starts a packaged program on an empty data folder until its login page can be used. Throws when it does not come so far. */
export async function startPackaged(executable: string): Promise<void> {
  const { display, env, rootArguments } = await openDesktop();
  const dataDir = mkdtempSync(join(tmpdir(), 'luohu-smoke-'));
  try {
    const args = [...rootArguments, '--practice', '--smoke', `--data=${dataDir}`];
    const { code, output } = await run(executable, args, { env, timeoutMs: startLimitMs });
    if (code !== 0 || !output.includes('smoke'))
      throw new Error(`the packaged program does not start (${code})\n${output}`);
    say('the packaged program starts and shows its login page');
  } finally {
    display.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
