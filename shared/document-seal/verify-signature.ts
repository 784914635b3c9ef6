import { verifyEd25519 } from './ed25519.ts';
import type { SealKey } from './key-set.ts';
import type { Seal } from './seal.ts';

/** Whether the key made the seal's signature. Throws when this computer can not compute it at all. */
export type VerifySignature = (key: SealKey, seal: Seal) => Promise<boolean>;

function bytesOfBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));
}

/** By WebCrypto, in Node and in browsers that have Ed25519; by our own arithmetic in the others. */
export const verifySignature: VerifySignature = async ({ x }, { signature, signedBytes }) => {
  const raw = bytesOfBase64Url(x);
  const key = await importKey(raw);
  if (key === 'not-here') return await verifyEd25519(raw, signature, signedBytes);
  return key !== null && (await crypto.subtle.verify('Ed25519', key, signature, signedBytes));
};

async function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey | null | 'not-here'> {
  try {
    return await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch (error) {
    // 32 bytes that are no point of the curve are a bad key; a name that WebCrypto does not know is an old browser.
    return error instanceof DOMException && error.name === 'NotSupportedError' ? 'not-here' : null;
  }
}
