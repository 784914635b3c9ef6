import { type ChildProcess, execFile, fork } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..', '..');
const quietly = { ...process.env, NODE_NO_WARNINGS: '1' };

/** The processes that are killed. */
export type Part = 'station' | 'registry' | 'line';

interface PartOptions {
  readonly args?: readonly string[];
  /** Told each line of its standard error. */
  readonly onComplaint: (line: string) => void;
}

/** What the killed processes run, made from the sources for one test and kept in its folder with what Node compiles of it. */
export class Parts {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** To be called once, before the first is begun. */
  async make(): Promise<void> {
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
    const maker = join(import.meta.dirname, 'bundle.process.ts');
    await promisify(execFile)(process.execPath, [maker, join(this.#folder, 'parts')], { cwd: root, env: quietly });
  }

  /** Begins a process with a channel to it. */
  begin(part: Part, { args = [], onComplaint }: PartOptions): ChildProcess {
    const child = fork(join(this.#folder, 'parts', `${part}.mjs`), [...args], {
      cwd: root,
      env: { ...quietly, NODE_COMPILE_CACHE: join(this.#folder, 'compiled') },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    if (child.stderr) createInterface({ input: child.stderr }).on('line', onComplaint);
    return child;
  }
}
