import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the thread is started with, and what it is told. */
export interface CheckpointOrder {
  readonly file: string;
}
export interface CheckpointMessage {
  readonly isLast: boolean;
}

/** The source beside this file; in the built program `checkpoint.worker.js` in the folder of the main scripts. */
function workerFile(): string {
  const folder = import.meta.dirname;
  if (import.meta.filename.endsWith('.ts')) return join(folder, 'checkpoint.worker.ts');
  return join(basename(folder) === 'chunks' ? dirname(folder) : folder, 'checkpoint.worker.js');
}

/** A thread that moves a database's log into its file when asked. One that breaks off is only gone: SQLite does the same by itself. */
export class LogMover {
  readonly #worker: Worker;
  readonly #gone: Promise<void>;
  #isGone = false;
  #answered = () => {};

  constructor(file: string) {
    this.#worker = new Worker(workerFile(), { workerData: { file } satisfies CheckpointOrder });
    this.#worker.on('error', () => {});
    this.#worker.on('message', () => this.#answered());
    this.#gone = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#isGone = true;
        resolve();
      });
    });
  }

  /** Resolves when all that was committed before is moved, or the thread is gone. False: it is gone. */
  async move(): Promise<boolean> {
    const answer = new Promise<void>((resolve) => {
      this.#answered = resolve;
    });
    this.#tell({ isLast: false });
    await Promise.race([answer, this.#gone]);
    return !this.#isGone;
  }

  /** Resolves when nothing of it touches the file any more. */
  async end(): Promise<void> {
    this.#tell({ isLast: true });
    await this.#gone;
  }

  #tell(message: CheckpointMessage): void {
    this.#worker.postMessage(message);
  }
}
