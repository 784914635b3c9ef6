import { base64url, CompactEncrypt, CompactSign, importJWK } from 'jose';
import { canonicalJson } from '../domain/canonical-json.ts';
import { type Bytes, gzipped, hexOf, joined, sha256, utf8 } from './bytes.ts';
import { type AgreementKey, type ExchangeHead, type ExchangeManifest, exchangeMagic } from './format.ts';
import type { ExchangeIdentity } from './identity.ts';

/** Text of a block at least, unless its part ends: small enough to hold, large enough to pack well. */
const blockBytes = 256 * 1024;
/** Largest text of one line, and so of a block. */
export const lineLimitBytes = 8 * 1024 * 1024;
/** Name of the last block, which holds the signed manifest. */
export const manifestPart = 'manifest';

/** A part of a file: lines of JSON under a name. */
export interface ExchangePart {
  readonly name: string;
  readonly lines: Iterable<string> | AsyncIterable<string>;
}

/** What a file is made of. */
export interface Sealing {
  readonly identity: ExchangeIdentity;
  readonly to: ExchangeHead['to'] & { readonly agreementKey: AgreementKey };
  readonly about: Pick<ExchangeHead, 'kind' | 'fileId' | 'sequence' | 'follows' | 'answers' | 'createdAt'>;
  readonly parts: Iterable<ExchangePart> | AsyncIterable<ExchangePart>;
}

/** Twelve bytes that never repeat under a key: seven zeros, the block's number, and whether it is the last. */
export function nonceOf(index: number, isLast: boolean): Bytes {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/**
 * Writes a file piece by piece, whatever its size: magic, the head sealed to the recipient (JWE: ECDH-ES, A256GCM), then blocks of lines
 * packed and sealed with a key of this file, each bound to the head, its number and whether it is the last, and in the last block the
 * manifest with the hash of every part, signed by the maker (JWS: EdDSA).
 */
export async function* sealExchange(sealing: Sealing): AsyncGenerator<Uint8Array> {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const sealedHead = await sealHead(sealing, secret);
  yield utf8(`${exchangeMagic}${sealedHead}\n`);
  const headHash = await sha256(utf8(sealedHead));
  const frames = new FrameWriter(await importContentKey(secret), headHash);
  const parts: ExchangeManifest['parts'] = [];
  for await (const part of sealing.parts) {
    const hashes: Uint8Array[] = [];
    const sum = { name: part.name, lines: 0, bytes: 0 };
    for await (const { text, lines } of blocksOf(part)) {
      hashes.push(await sha256(text));
      sum.lines += lines;
      sum.bytes += text.byteLength;
      yield await frames.write(part.name, text, false);
    }
    parts.push({ ...sum, sha256: hexOf(await sha256(joined(hashes))) });
  }
  yield await frames.write(manifestPart, utf8(await signManifest(sealing, hexOf(headHash), parts)), true);
}

/** The key of the blocks. */
export function importContentKey(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function sealHead({ identity, to, about }: Sealing, secret: Bytes): Promise<string> {
  const head: ExchangeHead = {
    format: 'luohu-exchange',
    formatVersion: 1,
    ...about,
    from: identity.party,
    to: { role: to.role, id: to.id },
    content: {
      cipher: 'A256GCM',
      key: base64url.encode(secret),
      compression: 'gzip',
      digest: 'SHA-256',
      signature: 'EdDSA',
    },
  };
  return new CompactEncrypt(utf8(JSON.stringify(head)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', typ: 'luohu-exchange', kid: to.id, key: to.agreementKey.x })
    .encrypt(await importJWK(to.agreementKey, 'ECDH-ES'));
}

async function* blocksOf({ lines }: ExchangePart): AsyncGenerator<{ text: Bytes; lines: number }> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const line of lines) {
    const text = utf8(`${line}\n`);
    if (text.byteLength > lineLimitBytes) throw new Error('a line of an exchange file is too long');
    held.push(text);
    bytes += text.byteLength;
    if (bytes < blockBytes) continue;
    yield { text: joined(held), lines: held.length };
    held = [];
    bytes = 0;
  }
  if (held.length > 0) yield { text: joined(held), lines: held.length };
}

class FrameWriter {
  readonly #key: CryptoKey;
  readonly #headHash: Bytes;
  #index = 0;

  constructor(key: CryptoKey, headHash: Bytes) {
    this.#key = key;
    this.#headHash = headHash;
  }

  /** Length with the mark of the last one in its top bit, then the sealed block. */
  async write(part: string, text: Bytes, isLast: boolean): Promise<Uint8Array> {
    const packed = await gzipped(joined([utf8(`${part}\n`), text]));
    const parameters = { name: 'AES-GCM', iv: nonceOf(this.#index, isLast), additionalData: this.#headHash };
    this.#index += 1;
    const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, this.#key, packed));
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, (isLast ? 0x80000000 : 0) + sealed.byteLength);
    return joined([length, sealed]);
  }
}

async function signManifest(
  { identity, to, about }: Sealing,
  headSha256: string,
  parts: ExchangeManifest['parts'],
): Promise<string> {
  const { fileId, kind, sequence, createdAt } = about;
  const manifest: ExchangeManifest = {
    ...{ format: 'luohu-exchange', fileId, kind, sequence, createdAt },
    ...{ from: identity.party.id, to: to.id, headSha256, parts },
  };
  return new CompactSign(utf8(canonicalJson(manifest)))
    .setProtectedHeader({ alg: 'EdDSA', kid: identity.party.id })
    .sign(await importJWK(identity.signKey, 'EdDSA'));
}
