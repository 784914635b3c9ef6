import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../store/database.ts';
import { runChecks } from './run-checks.ts';
import type { SweepMessage, SweepOrder } from './start-sweep.ts';

/** The sweep reads more than fits into the usual two megabytes again and again. */
const cacheKib = 32_768;

sweep(workerData);

/** On Linux priority is the thread's own, so that on two cores the service comes first; elsewhere it would be the whole process's. */
function stepBack(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
}

/** Runs beside the service on a connection of its own that only reads, so that a commit never waits for it. */
function sweep({ file, asked, stop }: SweepOrder): void {
  const say = (message: SweepMessage) => parentPort?.postMessage(message);
  stepBack();
  const database = openReader(file);
  try {
    database.pragma(`cache_size = -${cacheKib}`);
    database.pragma('temp_store = MEMORY');
    const isStopped = new Int32Array(stop);
    const findings = runChecks(database, asked, (done, total) => {
      say({ progress: { done, total } });
      return Atomics.load(isStopped, 0) === 0;
    });
    say({ findings });
  } finally {
    database.close();
  }
}
