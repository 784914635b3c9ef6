import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type BenchRegistry, cityCode } from './bench-registry.ts';
import type { Pulled } from './pull-station.ts';

/** A pull-station.ts whose service runs and has taken all that was told when it was started. */
export class RunningStation {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcessByStdio<Writable, Readable, null>, lines: Interface) {
    this.#child = child;
    this.#lines = lines[Symbol.asyncIterator]();
  }

  static async start(
    { host, stationCode }: BenchRegistry,
    company: 'alone' | 'beside',
    folder: string,
  ): Promise<RunningStation> {
    const script = fileURLToPath(new URL('./pull-station.ts', import.meta.url));
    const child = spawn(process.execPath, [script, host.url, cityCode, stationCode, company, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const station = new RunningStation(child, createInterface({ input: child.stdout }));
    const { value } = await station.#lines.next();
    if (value !== 'ready') throw new Error('the station did not start');
    return station;
  }

  /** Takes what was told since, once. */
  async pull(): Promise<Pulled> {
    this.#child.stdin.end('go\n');
    const { value } = await this.#lines.next();
    const pulled: Pulled | null = value === undefined ? null : JSON.parse(value);
    if (pulled?.cause !== null) throw new Error(`the changes were not taken: ${pulled?.cause ?? 'no answer'}`);
    return pulled;
  }
}
