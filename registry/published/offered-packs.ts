import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OfferedPacks } from '../../shared/contract/registry-published.ts';

const ending = '.pack.json';
const Head = z.looseObject({ pack: z.string(), inForceFrom: z.string() });

type Offered = OfferedPacks['packs'][number];

function offeredOf(name: string, written: Buffer): Offered | null {
  const head = Head.safeParse(jsonOf(written.toString('utf8')));
  if (!head.success || `${head.data.pack}${ending}` !== name) return null;
  const [id, version] = head.data.pack.split('@');
  const offered = OfferedPacks.shape.packs.element.safeParse({
    id,
    version,
    inForceFrom: head.data.inForceFrom,
    sha256: createHash('sha256').update(written).digest('hex'),
    bytes: written.byteLength,
  });
  return offered.success ? offered.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The packs of the folder to which `luohu registry packs add` verified and wrote them, read anew each time, as they may change while the
 * registry runs. What is no pack under its own name is left out.
 */
export async function listOfferedPacks(folder: string | null): Promise<OfferedPacks> {
  const names = folder === null ? [] : await readdir(folder).catch(() => []);
  const packs: Offered[] = [];
  for (const name of names.filter((each) => each.endsWith(ending)).sort()) {
    const offered = offeredOf(name, await readFile(join(folder ?? '', name)));
    if (offered) packs.push(offered);
  }
  return { packs: packs.slice(-200) };
}

/** The file of one of these packs, or null. */
export async function findPackFile(
  folder: string | null,
  { id, version }: Pick<Offered, 'id' | 'version'>,
): Promise<Buffer | null> {
  if (folder === null) return null;
  const name = `${id}@${version}${ending}`;
  const written = await readFile(join(folder, name)).catch(() => null);
  return written !== null && offeredOf(name, written) !== null ? written : null;
}
