import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { CheckpointMessage, CheckpointOrder } from './log-mover.ts';

/*
 * Moves the database's log into its file whenever it is asked, and answers with an empty message. SQLite lets others write meanwhile, and the
 * waits for the disk are this thread's.
 */
const { file }: CheckpointOrder = workerData;
const database = new Sqlite(file, { fileMustExist: true });
parentPort?.on('message', ({ isLast }: CheckpointMessage) => {
  if (isLast) {
    database.close();
    parentPort?.close();
    return;
  }
  database.pragma('wal_checkpoint(PASSIVE)');
  parentPort?.postMessage({});
});
