import { type Answer, done, type Failure, fail } from '../../../shared/contract/errors.ts';
import { SnapshotHeader } from '../../../shared/contract/registry.ts';
import { VersionedRecord } from '../../../shared/domain/register-records.ts';

/** Nothing heard for so long: the line is cut. */
const silenceLimitMs = 45_000;
/** Small enough that reading a batch takes a few milliseconds. */
const recordsPerBatch = 250;
const lineLimit = 1_000_000;

/** A first fill under way. */
export interface SnapshotStream {
  readonly header: SnapshotHeader;
  /** The records in their order. Throws SnapshotBroken when the line is cut or something else than records comes. */
  readonly batches: AsyncIterable<VersionedRecord[]>;
}

/** A first fill broke off; nothing of it may be taken for the copy. */
export class SnapshotBroken extends Error {
  readonly failure: Failure;
  constructor(code: 'REGISTRY_OFFLINE' | 'REGISTRY_NONSENSE') {
    super(code);
    this.failure = { code };
  }
}

interface Source {
  readonly url: string;
  readonly authorization: string;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly refusalOf: (text: string) => ReturnType<typeof fail>;
}

/** Asks for the snapshot and reads its first line. */
export async function openSnapshot({
  url,
  authorization,
  fetch,
  signal,
  refusalOf,
}: Source): Promise<Answer<SnapshotStream>> {
  const silence = new AbortController();
  try {
    const response = await fetch(url, {
      headers: { authorization },
      redirect: 'manual',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status !== 200) return refusalOf(await response.text());
    if (response.body === null) return fail('REGISTRY_NONSENSE');
    return await readSnapshot(heardOf(response.body, silence));
  } catch (error) {
    return error instanceof SnapshotBroken ? { ok: false, error: error.failure } : fail('REGISTRY_OFFLINE');
  }
}

/** Reads the first line of a snapshot, wherever its bytes come from. */
export async function readSnapshot(chunks: AsyncIterable<Uint8Array>): Promise<Answer<SnapshotStream>> {
  const pieces = linesOf(chunks);
  const [first = '', ...lines] = (await pieces.next()).value ?? [];
  const header = SnapshotHeader.safeParse(jsonOf(first));
  return header.success ? done({ header: header.data, batches: batchesOf(lines, pieces) }) : fail('REGISTRY_NONSENSE');
}

/** The body's bytes, broken off after too long a silence. */
async function* heardOf(body: AsyncIterable<Uint8Array>, silence: AbortController): AsyncGenerator<Uint8Array> {
  const giveUp = () => silence.abort();
  let timer = setTimeout(giveUp, silenceLimitMs);
  try {
    for await (const chunk of body) {
      clearTimeout(timer);
      yield chunk;
      timer = setTimeout(giveUp, silenceLimitMs);
    }
  } catch {
    throw new SnapshotBroken('REGISTRY_OFFLINE');
  } finally {
    clearTimeout(timer);
  }
}

/** Whole lines in pieces, as many as came at once; never an empty piece. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[], undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > lineLimit) throw new SnapshotBroken('REGISTRY_NONSENSE');
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}

function recordOf(line: string): VersionedRecord {
  const record = VersionedRecord.safeParse(jsonOf(line));
  if (!record.success) throw new SnapshotBroken('REGISTRY_NONSENSE');
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
