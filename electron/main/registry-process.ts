import { z } from 'zod';
import type { WriteLog } from './program-log.ts';
import type { ChildProcess } from './station-process.ts';

/** The registry says once that it listens. */
const Ready = z.looseObject({ ready: z.literal(true), port: z.number().int() });

interface Options {
  /** Starts the registry of practice mode on that port; 0: any free one. */
  readonly fork: (port: number) => ChildProcess;
  /** Told at each start; the address stays the same for as long as the program runs. */
  readonly onReady: (url: string) => void;
  readonly writeLog: WriteLog;
}

const restartDelayMs = 2000;

/** Practice mode's own registry, so that synchronising is real. Can be stopped and started to practise working offline. */
export class RegistryProcess {
  readonly #options: Options;
  #child: ChildProcess | null = null;
  #port = 0;
  #isWanted = false;

  constructor(options: Options) {
    this.#options = options;
  }

  start(): void {
    this.#isWanted = true;
    if (!this.#child) this.#fork();
  }

  /** Ends it as a cut line would: at once. Resolves when nothing listens any more. */
  async stop(): Promise<void> {
    this.#isWanted = false;
    const child = this.#child;
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill();
    await ended;
  }

  #fork(): void {
    const child = this.#options.fork(this.#port);
    this.#child = child;
    child.on('message', (message) => this.#hear(message));
    child.once('exit', (exitCode) => this.#restartIfWanted(exitCode));
  }

  #hear(message: unknown): void {
    const ready = Ready.safeParse(message);
    if (!ready.success) return;
    this.#port = ready.data.port;
    this.#options.writeLog({ event: 'process-up', process: 'registry' });
    this.#options.onReady(`http://127.0.0.1:${this.#port}`);
  }

  #restartIfWanted(exitCode: number): void {
    this.#child = null;
    this.#options.writeLog({ event: 'process-exit', process: 'registry', exitCode });
    if (!this.#isWanted) return;
    setTimeout(() => {
      if (this.#isWanted && !this.#child) this.#fork();
    }, restartDelayMs);
  }
}
