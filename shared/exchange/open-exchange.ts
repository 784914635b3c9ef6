import { base64url, compactDecrypt, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';
import { type Answer, done, fail } from '../contract/errors.ts';
import { ByteReader, type Bytes, gunzipped, hexOf, joined, sha256, utf8 } from './bytes.ts';
import { ExchangeBroken, ExchangeHead, ExchangeManifest, exchangeMagic } from './format.ts';
import type { ExchangeIdentity } from './identity.ts';
import { importContentKey, lineLimitBytes, manifestPart, nonceOf } from './seal-exchange.ts';

/** A file that can be read from its beginning as often as is needed. */
export type ExchangeSource = () => AsyncIterable<Uint8Array>;

const headLimitBytes = 64 * 1024;
const blockLimitBytes = 2 * lineLimitBytes;

interface Block {
  readonly part: string;
  readonly text: Bytes;
}

interface Frames {
  readonly head: ExchangeHead;
  readonly headSha256: string;
  readonly reader: ByteReader;
  blocks(): AsyncGenerator<Block>;
}

const Outside = z.looseObject({ typ: z.literal('luohu-exchange'), kid: z.string(), key: z.string() });

/** Lines of one part as they come, many at a time. */
export interface ReadLines {
  readonly part: string;
  readonly lines: readonly string[];
}

type Opener = Pick<ExchangeIdentity, 'agreementKey'> & { readonly party: { readonly id: string } };

/** Who a file is from and what it is, as it says itself; nothing of it is proved yet. Takes its first kilobytes alone. */
export function peekExchange(source: ExchangeSource, own: Opener): Promise<Answer<ExchangeHead>> {
  return asAnswer(async () => {
    const { head, reader } = await openFrames(source, own);
    await reader.close();
    return head;
  });
}

/**
 * Reads a whole file and proves that its maker, whose key stands in the head, signed exactly this, for this recipient, and that nothing of
 * it is missing. Whether that key is to be trusted is for the caller to say. `onBlock` hears after each block and may throw to break off.
 */
export function verifyExchange(
  source: ExchangeSource,
  own: Opener,
  onBlock: (bytes: number) => void = () => {},
): Promise<Answer<{ readonly head: ExchangeHead; readonly manifest: ExchangeManifest }>> {
  return asAnswer(async () => {
    const frames = await openFrames(source, own);
    const sums = new Map<string, { lines: number; bytes: number; hashes: Uint8Array[] }>();
    let jws = '';
    for await (const { part, text } of frames.blocks()) {
      if (part === manifestPart) jws = new TextDecoder().decode(text);
      else await addBlock(sums, part, text);
      onBlock(text.byteLength);
    }
    const manifest = await checkManifest(jws, frames);
    if (manifest.parts.length < sums.size) throw new ExchangeBroken('EXCHANGE_ALTERED');
    for (const { name, ...said } of manifest.parts) {
      const { lines, bytes, hashes } = sums.get(name) ?? { lines: 0, bytes: 0, hashes: [] };
      const isSame =
        lines === said.lines && bytes === said.bytes && hexOf(await sha256(joined(hashes))) === said.sha256;
      if (!isSame) throw new ExchangeBroken('EXCHANGE_ALTERED');
    }
    return { head: frames.head, manifest };
  });
}

/** The lines of a file that was verified before, in their order. @throws ExchangeBroken when it is another file by now */
export async function* readExchange(source: ExchangeSource, own: Opener): AsyncGenerator<ReadLines> {
  const { blocks } = await openFrames(source, own);
  for await (const { part, text } of blocks())
    if (part !== manifestPart) yield { part, lines: new TextDecoder().decode(text).trimEnd().split('\n') };
}

async function asAnswer<T>(read: () => Promise<T>): Promise<Answer<T>> {
  try {
    return done(await read());
  } catch (error) {
    if (error instanceof ExchangeBroken) return fail(error.code);
    throw error;
  }
}

async function addBlock(
  sums: Map<string, { lines: number; bytes: number; hashes: Uint8Array[] }>,
  part: string,
  text: Bytes,
): Promise<void> {
  const sum = sums.get(part) ?? { lines: 0, bytes: 0, hashes: [] };
  sum.hashes.push(await sha256(text));
  sum.bytes += text.byteLength;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) sum.lines += 1;
  sums.set(part, sum);
}

async function checkManifest(jws: string, { head, headSha256 }: Frames): Promise<ExchangeManifest> {
  try {
    const key = await importJWK(head.from.signKey, 'EdDSA');
    const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    const manifest = ExchangeManifest.parse(JSON.parse(new TextDecoder().decode(payload)));
    const { fileId, kind, from, to, sequence, createdAt } = manifest;
    const isOfHead =
      manifest.headSha256 === headSha256 &&
      [fileId, kind, from, to, sequence, createdAt].join() ===
        [head.fileId, head.kind, head.from.id, head.to.id, head.sequence, head.createdAt].join();
    if (isOfHead) return manifest;
  } catch {
    // Whatever is wrong with it, it does not prove the file.
  }
  throw new ExchangeBroken('EXCHANGE_ALTERED');
}

async function openFrames(source: ExchangeSource, own: Opener): Promise<Frames> {
  const reader = new ByteReader(source());
  const magic = new TextDecoder().decode(await reader.take(exchangeMagic.length));
  if (magic !== exchangeMagic)
    throw new ExchangeBroken(exchangeMagic.startsWith(magic) && magic !== '' ? 'EXCHANGE_CUT' : 'EXCHANGE_NOT_A_FILE');
  const sealedHead = await reader.line(headLimitBytes);
  if (sealedHead === null) throw new ExchangeBroken('EXCHANGE_CUT');
  const head = await openHead(sealedHead, own);
  const headHash = await sha256(utf8(sealedHead));
  const key = await importContentKey(new Uint8Array(base64url.decode(head.content.key)));
  return { head, headSha256: hexOf(headHash), reader, blocks: () => blocksOf(reader, key, headHash) };
}

async function openHead(sealed: string, own: Opener): Promise<ExchangeHead> {
  const outside = Outside.safeParse(headerOf(sealed));
  if (!outside.success) throw new ExchangeBroken('EXCHANGE_ALTERED');
  if (outside.data.kid !== own.party.id) throw new ExchangeBroken('EXCHANGE_OTHER_RECIPIENT');
  if (outside.data.key !== own.agreementKey.x) throw new ExchangeBroken('EXCHANGE_WRONG_KEY');
  try {
    const { plaintext } = await compactDecrypt(sealed, await importJWK(own.agreementKey, 'ECDH-ES'), {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const head = ExchangeHead.parse(JSON.parse(new TextDecoder().decode(plaintext)));
    if (head.to.id === own.party.id) return head;
  } catch {
    // Not sealed with this key, or changed on its way.
  }
  throw new ExchangeBroken('EXCHANGE_ALTERED');
}

function headerOf(sealed: string): unknown {
  try {
    return decodeProtectedHeader(sealed);
  } catch {
    return null;
  }
}

async function* blocksOf(reader: ByteReader, key: CryptoKey, headHash: Bytes): AsyncGenerator<Block> {
  for (let index = 0; ; index += 1) {
    const length = await reader.take(4);
    if (length.byteLength < 4) throw new ExchangeBroken('EXCHANGE_CUT');
    const marked = new DataView(length.buffer).getUint32(0);
    const isLast = marked >= 0x80000000;
    const size = marked % 0x80000000;
    if (size > blockLimitBytes) throw new ExchangeBroken('EXCHANGE_ALTERED');
    const sealed = await reader.take(size);
    if (sealed.byteLength < size) throw new ExchangeBroken('EXCHANGE_CUT');
    yield await openBlock(sealed, key, { iv: nonceOf(index, isLast), additionalData: headHash });
    if (!isLast) continue;
    if ((await reader.take(1)).byteLength > 0) throw new ExchangeBroken('EXCHANGE_ALTERED');
    return;
  }
}

async function openBlock(
  sealed: Bytes,
  key: CryptoKey,
  { iv, additionalData }: { readonly iv: Bytes; readonly additionalData: Bytes },
): Promise<Block> {
  const packed = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed)
    .catch(() => Promise.reject(new ExchangeBroken('EXCHANGE_ALTERED')));
  const text = await gunzipped(new Uint8Array(packed), blockLimitBytes);
  const end = text?.indexOf(10) ?? -1;
  if (text === null || end < 0) throw new ExchangeBroken('EXCHANGE_ALTERED');
  return { part: new TextDecoder().decode(text.subarray(0, end)), text: text.slice(end + 1) };
}
