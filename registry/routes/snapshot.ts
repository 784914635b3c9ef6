import { PassThrough, type Writable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { registryPaths, type SnapshotHeader } from '../../shared/contract/registry.ts';
import type { RecordKind } from '../../shared/domain/register-records.ts';
import type { Registry } from '../app.ts';
import type { Queryable } from '../store/database.ts';
import type { Device } from '../store/devices.ts';
import { getFeedHead } from '../store/feed.ts';
import { findFeedMark } from '../store/feed-mark.ts';
import { countReadable, readLines, snapshotKinds } from '../store/snapshot.ts';
import { Turns } from '../turns.ts';

const recordsPerRead = 2000;
/** Each keeps one of the database's connections for as long as its reader takes: slow readers must not take all that others need. */
const copiesAtOnce = 4;
const pieceBytes = 65_536;
/** A reader that takes nothing for so long is let go: its transaction holds the database's past, or PGlite itself. */
const stallLimitMs = 60_000;

/**
 * The whole copy of a device's scope as it is at one moment, with the cursor from which the feed goes on: lines of JSON, compressed on
 * the wire when the device takes gzip. A copy that breaks off ends the connection, so that it can not pass for a whole one.
 */
export function addSnapshotRoute(app: FastifyInstance, registry: Registry): void {
  const copies = new Turns(copiesAtOnce);
  app.get(registryPaths.snapshot, async (request, reply) => {
    const device = await registry.identify(request);
    const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const sink = takesGzip ? createGzip({ level: constants.Z_BEST_SPEED }) : new PassThrough();
    const copy = (transaction: Queryable) =>
      writeSnapshot(transaction, { device, sink, serverTime: registry.now().toISOString() });
    copies
      .run(() => registry.database.transaction(copy, 'snapshot'))
      .then(
        () => sink.end(),
        (error: unknown) => sink.destroy(error instanceof Error ? error : new Error('snapshot')),
      );
    reply.type('application/x-ndjson; charset=utf-8');
    if (takesGzip) reply.header('content-encoding', 'gzip');
    return reply.send(sink);
  });
}

interface Job {
  readonly device: Device;
  readonly sink: Writable;
  readonly serverTime: string;
}

async function writeSnapshot(transaction: Queryable, job: Job): Promise<void> {
  await write(job.sink, JSON.stringify(await headerOf(transaction, job)));
  for (const kind of snapshotKinds) await writeKind(transaction, job, kind);
}

/** Writes one page while the database already reads the next. */
async function writeKind(transaction: Queryable, { device, sink }: Job, kind: RecordKind): Promise<void> {
  const read = (after: string) => readLines(transaction, device, { kind, after, limit: recordsPerRead });
  let page = await read('');
  while (page !== null) {
    const [next] = await Promise.all([read(page.last), write(sink, page.lines)]);
    page = next;
  }
}

async function headerOf(transaction: Queryable, { device, serverTime }: Job): Promise<SnapshotHeader> {
  const cursor = await getFeedHead(transaction);
  const counts: Record<string, number> = {};
  for (const kind of snapshotKinds) counts[kind] = await countReadable(transaction, device, kind);
  const mark = await findFeedMark(transaction, cursor);
  return { format: 'luohu-snapshot-1', cursor, mark, counts, serverTime };
}

/** Writes in pieces, so that a slow reader, who takes a little at a time, is not taken for one who takes nothing. */
async function write(sink: Writable, lines: string): Promise<void> {
  const bytes = Buffer.from(`${lines}\n`);
  for (let start = 0; start < bytes.length; start += pieceBytes)
    await writePiece(sink, bytes.subarray(start, start + pieceBytes));
}

/** Writes and waits until there is room again. @throws when the reader left or takes nothing */
async function writePiece(sink: Writable, piece: Buffer): Promise<void> {
  if (sink.destroyed) throw new Error('the reader left');
  if (sink.write(piece)) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => sink.destroy(new Error('the reader takes nothing')), stallLimitMs);
    const onDrain = () => settle(resolve);
    const onClose = () => settle(() => reject(new Error('the reader left')));
    const settle = (end: () => void) => {
      clearTimeout(timer);
      sink.off('drain', onDrain).off('close', onClose);
      end();
    };
    sink.once('drain', onDrain).once('close', onClose);
  });
}
