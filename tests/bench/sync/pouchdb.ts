import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTown } from '../../../shared/town/town.ts';

/** As much of PouchDB (the package `pouchdb-node`) as is used here. */
interface Pouch {
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  close(): Promise<void>;
}
interface PouchMaker {
  new (name: string): Pouch;
  replicate(from: Pouch, to: Pouch, options: object): Promise<{ docs_written: number }>;
}

const docsAtOnce = 1000;

function findPouchDb(folder: string): PouchMaker | null {
  try {
    return createRequire(join(folder, 'package.json'))('pouchdb-node');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/**
 * Documents a second in replicating so many persons from one PouchDB on the disk to another, in one process; null where the package is not in
 * the folder's node_modules.
 */
export async function measurePouchDb(folder: string, persons: number): Promise<number | null> {
  const PouchDb = findPouchDb(folder);
  if (!PouchDb) return null;
  const data = mkdtempSync(join(tmpdir(), 'luohu-pouch-'));
  const [from, to] = [new PouchDb(join(data, 'from')), new PouchDb(join(data, 'to'))];
  let docs: object[] = [];
  for (const record of makeTown({ persons, seed: 'bench' })) {
    if (record.kind === 'person') docs.push({ _id: record.id, ...record.data });
    if (docs.length === docsAtOnce) await from.bulkDocs(docs.splice(0));
  }
  await from.bulkDocs(docs);
  docs = [];
  const startedAt = performance.now();
  const { docs_written: written } = await PouchDb.replicate(from, to, { batch_size: docsAtOnce });
  const ms = performance.now() - startedAt;
  await Promise.all([from.close(), to.close()]);
  rmSync(data, { recursive: true });
  return (written / ms) * 1000;
}
