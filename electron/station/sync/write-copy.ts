import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { ReadyCopy, readyCopyEndings } from '../../../shared/contract/registry-copies.ts';
import { copyLines, copySchemaOf, copyTables, listDefinitions } from '../store/copy-tables.ts';
import type { Database } from '../store/database.ts';
import { findLastEvent } from '../store/events.ts';
import { mergePersonIndex } from '../store/person-index-build.ts';
import { recordTables } from '../store/record-columns.ts';
import { findFeedPlace, findSyncSetting } from './sync-settings.ts';

const linesAtAStep = 50_000;

/** Why no copy can be made of this database: it is not whole itself, or holds what only this computer knows. */
export type NotCopied = 'not-whole' | 'has-registered';

export interface CopyOrder {
  readonly folder: string;
  /** Whose records the database holds. */
  readonly scope: ReadyCopy['scope'];
}

/**
 * Writes a ready copy of the register out of a station's database into a folder: the file and, once that is on the disk, its header. The database may
 * be in use meanwhile; it is read as it is at one moment. Of older copies for the same computers the newest stays: somebody may be fetching it.
 */
export async function writeReadyCopy(database: Database, { folder, scope }: CopyOrder): Promise<ReadyCopy | NotCopied> {
  const making = join(folder, `.making-${process.pid}`);
  try {
    mergePersonIndex(database);
    const held = writeTables(database, `${making}.db`);
    if (typeof held === 'string') return held;
    const sha256 = await pack(`${making}.db`, `${making}.gz`);
    const copy: ReadyCopy = { format: 'luohu-copy-1', scope, ...held, sha256, bytes: statSync(`${making}.gz`).size };
    renameSync(`${making}.gz`, join(folder, `${sha256}${readyCopyEndings.content}`));
    writeFileSync(`${making}.json`, `${JSON.stringify(copy)}\n`, { flush: true });
    renameSync(`${making}.json`, join(folder, `${sha256}${readyCopyEndings.header}`));
    removeOlder(folder, copy);
    return copy;
  } finally {
    for (const ending of ['db', 'gz', 'json']) rmSync(`${making}.${ending}`, { force: true });
  }
}

type Held = Pick<ReadyCopy, 'schema' | 'cursor' | 'mark' | 'counts' | 'madeAt'>;

/** Writes the tables without their indexes: making those anew takes less than carrying them. */
function writeTables(database: Database, file: string): Held | NotCopied {
  rmSync(file, { force: true });
  const writer = new Sqlite(file);
  try {
    writer.unsafeMode(true).pragma('journal_mode = OFF');
    writer.prepare('ATTACH ? AS source').run(database.name);
    return writer.transaction(() => {
      const held = heldOf(writer);
      if (typeof held !== 'string') fill(writer);
      return held;
    })();
  } finally {
    writer.close();
  }
}

/** What the source is; read before there are tables in the new file, so that a name without its file means the source's. */
function heldOf(writer: Database): Held | NotCopied {
  const place = findFeedPlace(writer);
  const madeAt = findSyncSetting(writer, 'sync.copy-as-of');
  if (place === null || madeAt === null) return 'not-whole';
  if (findLastEvent(writer) !== null) return 'has-registered';
  const counts = Object.values(recordTables).map(({ kind, table }) => {
    const count = writer.prepare<[], number>(`SELECT count(*) FROM source.${table}`).pluck().get();
    return [kind, count ?? 0] as const;
  });
  return { schema: copySchemaOf(writer, 'source'), ...place, counts: Object.fromEntries(counts), madeAt };
}

function fill(writer: Database): void {
  for (const { sql } of listDefinitions(writer, 'source')) writer.exec(sql);
  for (const table of copyTables)
    for (const _lines of copyLines(writer, { from: 'source', to: 'main', table, linesAtAStep }));
}

/** Null: it is no header, and not ours to remove. */
function readHeader(file: string): ReadyCopy | null {
  try {
    return ReadyCopy.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function removeOlder(folder: string, { sha256, scope, schema }: ReadyCopy): void {
  const headers = readdirSync(folder)
    .filter((name) => name.endsWith(readyCopyEndings.header))
    .flatMap((name) => readHeader(join(folder, name)) ?? []);
  const older = headers.filter((each) => each.scope === scope && each.schema === schema && each.sha256 !== sha256);
  older.sort((a, b) => b.cursor - a.cursor || (a.madeAt < b.madeAt ? 1 : -1));
  for (const old of older.slice(1))
    for (const ending of Object.values(readyCopyEndings))
      rmSync(join(folder, `${old.sha256}${ending}`), { force: true });
}

/** Compresses a file; the SHA-256 of what came out. */
async function pack(file: string, packed: string): Promise<string> {
  const hash = createHash('sha256');
  const heard = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  };
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: 262_144 });
  await pipeline(
    createReadStream(file, { highWaterMark: 1_048_576 }),
    gzip,
    heard,
    createWriteStream(packed, { flush: true }),
  );
  return hash.digest('hex');
}
