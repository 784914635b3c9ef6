import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..', '..');

/** A registry in a process of its own, as it is run. */
export interface RegistryHost {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts `luohu registry serve` on that database; `codes` are `CODE:STATION` or `CODE:STATION:city`, `copies` the folder of its ready copies. */
export async function startRegistryHost(
  databaseUrl: string,
  codes: readonly string[],
  copies?: string,
): Promise<RegistryHost> {
  const offered = copies === undefined ? [] : ['--copies', copies];
  const args = [join(root, 'registry', 'index.ts'), '--db', databaseUrl, ...offered];
  const child = spawn(process.execPath, [...args, ...codes.flatMap((code) => ['--enrol-code', code])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await readPort(child);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function readPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line).port));
    child.once('close', () => reject(new Error('the registry ended before it was ready')));
  });
}
