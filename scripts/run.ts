import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** How a command ended; a command that can not be started ends with 127. `output` is stdout and stderr together. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

interface RunOptions extends SpawnOptions {
  /** Passes everything through to this terminal, so `output` stays empty. */
  readonly isShown?: boolean;
  readonly timeoutMs?: number;
}

/** Runs a command to its end. Never throws: whoever calls decides what a code other than 0 means. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { isShown = false, timeoutMs, ...rest } = options;
  return new Promise((resolve) => {
    const stdio = isShown ? 'inherit' : (['ignore', 'pipe', 'pipe'] as const);
    const child = spawn(command, args, { ...rest, stdio: stdio as SpawnOptions['stdio'], timeout: timeoutMs });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a command that must succeed; throws with the end of what it printed when it does not. */
export async function runOrThrow(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output.slice(-4000)}`);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for a program in the foreground; a signal sent to us is passed on. Resolves with the code to exit with. */
export function waitForProgram(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    const passOn = (signal: NodeJS.Signals) => void child.kill(signal);
    for (const signal of signals) process.on(signal, passOn);
    const end = (code: number) => {
      for (const signal of signals) process.off(signal, passOn);
      resolve(code);
    };
    child.once('error', () => end(127));
    child.once('exit', (code, signal) => end(code ?? (signal ? 1 : 0)));
  });
}
