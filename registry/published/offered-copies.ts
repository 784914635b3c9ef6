import type { ReadStream } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OfferedCopies, ReadyCopy, readyCopyEndings } from '../../shared/contract/registry-copies.ts';
import type { Queryable } from '../store/database.ts';
import type { Device } from '../store/devices.ts';
import { getFeedHead } from '../store/feed.ts';
import { findFeedMark } from '../store/feed-mark.ts';

const copiesAtMost = 20;

/** Where copies lie, whose they may be, and which feed they have to fit. */
export interface CopyShelf {
  /** Null: none are offered. */
  readonly folder: string | null;
  readonly database: Queryable;
}
type Reader = Pick<Device, 'scope' | 'stationCode'>;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function listHeaders(folder: string): Promise<ReadyCopy[]> {
  const names = await readdir(folder).catch(() => []);
  const headers: ReadyCopy[] = [];
  for (const name of names.filter((each) => each.endsWith(readyCopyEndings.header)).sort()) {
    const header = ReadyCopy.safeParse(jsonOf(await readFile(join(folder, name), 'utf8').catch(() => '')));
    if (header.success && name === `${header.data.sha256}${readyCopyEndings.header}`) headers.push(header.data);
  }
  return headers;
}

/** A copy of another scope shows too much or too little; one of another feed would be the wrong register. */
async function fits(
  { scope, cursor, mark }: ReadyCopy,
  database: Queryable,
  wanted: OfferedCopies['scope'],
): Promise<boolean> {
  if (scope !== wanted) return false;
  return (await findFeedMark(database, cursor)) === mark;
}

/**
 * The copies in the folder to which `luohu copy write` wrote them, read anew each time, as they may change while the registry runs: those that
 * the device may read and that belong to this feed.
 */
export async function listOfferedCopies({ folder, database }: CopyShelf, reader: Reader): Promise<OfferedCopies> {
  const scope = reader.scope === 'city' ? 'city' : reader.stationCode;
  const head = await getFeedHead(database);
  const copies: ReadyCopy[] = [];
  for (const header of folder === null ? [] : await listHeaders(folder))
    if (header.cursor <= head && (await fits(header, database, scope))) copies.push(header);
  copies.sort((a, b) => b.cursor - a.cursor || (a.madeAt < b.madeAt ? 1 : -1));
  return { scope, copies: copies.slice(0, copiesAtMost), head };
}

/** The bytes of an offered copy from one on, or null: it is not offered to this device, or is not that long. */
export async function findCopyBytes(
  shelf: CopyShelf,
  reader: Reader,
  { sha256, from }: { readonly sha256: string; readonly from: number },
): Promise<ReadStream | null> {
  const { copies } = await listOfferedCopies(shelf, reader);
  const offered = copies.find((each) => each.sha256 === sha256);
  if (shelf.folder === null || !offered || from > offered.bytes) return null;
  const file = join(shelf.folder, `${sha256}${readyCopyEndings.content}`);
  const handle = await open(file).catch(() => null);
  return handle?.createReadStream({ start: from }) ?? null;
}
