import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { type ReadyCopy, readyCopyEndings } from '../../../shared/contract/registry-copies.ts';
import { FillBroken } from './fill-broken.ts';
import type { RegistryClient } from './registry-client.ts';

/** Where a ready copy lies beside the station's database while it comes and is taken in. */
interface CopyFiles {
  /** As it was sent; after a kill the rest of it is asked for. */
  readonly packed: string;
  readonly unpacked: string;
}

const unpackedEnding = '.copy.db';

/** The files of a copy beside the database of that name. */
function filesOf(databaseFile: string, { sha256 }: Pick<ReadyCopy, 'sha256'>): CopyFiles {
  const stem = `${databaseFile}.${sha256.slice(0, 16)}`;
  return { packed: `${stem}${readyCopyEndings.content}`, unpacked: `${stem}${unpackedEnding}` };
}

/** Removes what was fetched beside the database, all but what `kept` has so far. */
export function removeCopies(databaseFile: string, kept: ReadyCopy | null = null): void {
  const keptName = kept ? basename(filesOf(databaseFile, kept).packed) : null;
  for (const name of readdirSync(dirname(databaseFile))) {
    const isCopy =
      name.startsWith(`${basename(databaseFile)}.`) &&
      [readyCopyEndings.content, unpackedEnding].some((ending) => name.endsWith(ending));
    if (isCopy && name !== keptName) rmSync(join(dirname(databaseFile), name));
  }
}

/**
 * Fetches a ready copy, from where an earlier try broke off, and unpacks it: the file's name. `heard` is told the bytes of each piece.
 * REGISTRY_OFFLINE: the line was cut, the next try goes on; REGISTRY_NONSENSE: it is not the file that was offered, and is gone.
 */
export async function fetchCopy(
  databaseFile: string,
  client: Pick<RegistryClient, 'copyBytes'>,
  { copy, heard }: { readonly copy: ReadyCopy; readonly heard: (bytes: number) => void },
): Promise<Answer<string>> {
  const { packed, unpacked } = filesOf(databaseFile, copy);
  removeCopies(databaseFile, copy);
  const fetched = await fetchRest(packed, client, { copy, heard });
  if (!fetched.ok) return fetched;
  if ((await hashOf(packed)) === copy.sha256 && (await unpack(packed, unpacked))) return done(unpacked);
  removeCopies(databaseFile);
  return fail('REGISTRY_NONSENSE');
}

async function fetchRest(
  file: string,
  client: Pick<RegistryClient, 'copyBytes'>,
  { copy: { sha256, bytes }, heard }: { readonly copy: ReadyCopy; readonly heard: (bytes: number) => void },
): Promise<Answer<null>> {
  const from = existsSync(file) ? statSync(file).size : 0;
  heard(from);
  if (from >= bytes) return done(null);
  const opened = await client.copyBytes(sha256, from);
  if (!opened.ok) return opened;
  return append(file, opened.value, { heard, room: bytes - from });
}

/** Writes what comes behind what is there. More than was offered is no copy, and less is a line that was cut. */
async function append(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  { heard, room }: { readonly heard: (bytes: number) => void; readonly room: number },
): Promise<Answer<null>> {
  const handle = await open(file, 'a');
  let left = room;
  try {
    for await (const piece of pieces) {
      left -= piece.byteLength;
      if (left < 0) break;
      await handle.writeFile(piece);
      heard(piece.byteLength);
    }
  } catch (error) {
    if (error instanceof FillBroken) return { ok: false, error: error.failure };
    throw error;
  } finally {
    await handle.close();
  }
  if (left === 0) return done(null);
  return fail(left > 0 ? 'REGISTRY_OFFLINE' : 'REGISTRY_NONSENSE');
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1_048_576 })) hash.update(piece);
  return hash.digest('hex');
}

/** False: it is no compressed file. */
async function unpack(packed: string, unpacked: string): Promise<boolean> {
  try {
    await pipeline(createReadStream(packed), createGunzip({ chunkSize: 262_144 }), createWriteStream(unpacked));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return false;
    throw error;
  }
}
