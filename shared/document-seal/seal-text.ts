import { readBase32, toBase32 } from './base32.ts';
import type { Seal, SealStatement } from './seal.ts';
import { readStatement, toBytes } from './seal-bytes.ts';

/** What every seal begins with; another layout of the bytes gets another number. */
export const sealScheme = 'LH1:';
const signatureLength = 64;

/** Finds seals in the text of a file; what it finds still has to be read. */
export const sealPattern = /LH1:[A-Z2-7]+/g;

/** Signs bytes with the private key that the statement names. */
export type SignBytes = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The bytes a signature covers: the scheme too, so that no signature made for something else fits here. */
function signedBytesOf(statement: SealStatement): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...new TextEncoder().encode(sealScheme), ...toBytes(statement)]);
}

/**
 * The seal as it stands in the QR code: `LH1:` and base32 of statement and signature, about 260 characters. Throws for a
 * statement that its schema refuses.
 */
export async function writeSeal(statement: SealStatement, sign: SignBytes): Promise<string> {
  const signature = await sign(signedBytesOf(statement));
  if (signature.length !== signatureLength) throw new RangeError('a signature has 64 bytes');
  return sealScheme + toBase32(new Uint8Array([...toBytes(statement), ...signature]));
}

/** Reads a seal's text, nothing of it verified yet. Null when it is none: cut, changed in its form, or of a newer scheme. */
export function readSeal(text: string): Seal | null {
  if (!text.startsWith(sealScheme)) return null;
  const bytes = readBase32(text.slice(sealScheme.length));
  if (bytes === null || bytes.length <= signatureLength) return null;
  const statement = readStatement(bytes.subarray(0, -signatureLength));
  if (statement === null) return null;
  return { statement, signedBytes: signedBytesOf(statement), signature: bytes.slice(-signatureLength) };
}
