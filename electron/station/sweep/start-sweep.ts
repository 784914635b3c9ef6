import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SweepAsked } from './fault-check.ts';
import type { SweepFindings } from './run-checks.ts';

/** What the worker is started with; `stop` holds one number that is not 0 when it should stop. */
export interface SweepOrder {
  readonly file: string;
  readonly asked: SweepAsked;
  readonly stop: SharedArrayBuffer;
}

/** What the worker tells: how far it is, and at the end what it found (null: it was stopped). */
export type SweepMessage =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly findings: SweepFindings | null };

/** A sweep under way. */
export interface RunningSweep {
  /** Null: it was stopped. Rejects when the worker breaks. */
  readonly findings: Promise<SweepFindings | null>;
  /** Lets it stop after the check it is at. */
  stop(): void;
}

/** The source beside this file; in the built program `sweep.worker.js` in the folder of the main scripts. */
function workerFile(): string {
  const folder = import.meta.dirname;
  if (import.meta.filename.endsWith('.ts')) return join(folder, 'sweep.worker.ts');
  return join(basename(folder) === 'chunks' ? dirname(folder) : folder, 'sweep.worker.js');
}

/** Starts a sweep of a database file in a thread of its own. */
export function startSweep(
  file: string,
  asked: SweepAsked,
  onProgress: (done: number, total: number) => void,
): RunningSweep {
  const stop = new SharedArrayBuffer(4);
  const order: SweepOrder = { file, asked, stop };
  const worker = new Worker(workerFile(), { workerData: order });
  let findings: SweepFindings | null = null;
  worker.on('message', (message: SweepMessage) => {
    if ('progress' in message) onProgress(message.progress.done, message.progress.total);
    else findings = message.findings;
  });
  return {
    findings: new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => resolve(findings));
    }),
    stop: () => void Atomics.store(new Int32Array(stop), 0, 1),
  };
}
