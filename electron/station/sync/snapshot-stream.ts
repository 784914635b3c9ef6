import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { SnapshotHeader } from '../../../shared/contract/registry.ts';
import { VersionedRecord } from '../../../shared/domain/register-records.ts';
import { FillBroken } from './fill-broken.ts';

/** Small enough that reading a batch takes a few milliseconds. */
const recordsPerBatch = 250;
const lineLimit = 1_000_000;

/** A first fill under way. */
export interface SnapshotStream {
  readonly header: SnapshotHeader;
  /** The records in their order. Throws FillBroken when the line is cut or something else than records comes. */
  readonly batches: AsyncIterable<VersionedRecord[]>;
}

/** Reads the first line of a snapshot, wherever its bytes come from. */
export async function readSnapshot(chunks: AsyncIterable<Uint8Array>): Promise<Answer<SnapshotStream>> {
  const pieces = linesOf(chunks);
  try {
    const [first = '', ...lines] = (await pieces.next()).value ?? [];
    const header = SnapshotHeader.safeParse(jsonOf(first));
    if (!header.success) return fail('REGISTRY_NONSENSE');
    return done({ header: header.data, batches: batchesOf(lines, pieces) });
  } catch (error) {
    if (error instanceof FillBroken) return { ok: false, error: error.failure };
    throw error;
  }
}

/** Whole lines in pieces, as many as came at once; never an empty piece. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[], undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > lineLimit) throw new FillBroken('REGISTRY_NONSENSE');
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}

function recordOf(line: string): VersionedRecord {
  const record = VersionedRecord.safeParse(jsonOf(line));
  if (!record.success) throw new FillBroken('REGISTRY_NONSENSE');
  return record.data;
}

async function* batchesOf(
  first: readonly string[],
  pieces: AsyncIterable<string[]>,
): AsyncGenerator<VersionedRecord[]> {
  let lines = [...first];
  for await (const piece of pieces) {
    lines.push(...piece);
    let start = 0;
    for (; lines.length - start >= recordsPerBatch; start += recordsPerBatch)
      yield lines.slice(start, start + recordsPerBatch).map(recordOf);
    lines = lines.slice(start);
  }
  if (lines.length > 0) yield lines.map(recordOf);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
