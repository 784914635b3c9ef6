import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyEd25519 } from '../../../shared/document-seal/ed25519.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

describe('our own Ed25519, for browsers that have none', () => {
  it('takes the signature of RFC 8032, 7.1, test 2', async () => {
    const key = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = hex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(await verifyEd25519(key, signature, hex('72'))).toBe(true);
    expect(await verifyEd25519(key, signature, hex('73'))).toBe(false);
  });

  it('agrees with OpenSSL, also on an altered bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(64 * 8 - 1), async (bytes, bit) => {
        const { publicKey, privateKey } = generateKeyPairSync('ed25519');
        const key = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
        const signature = Uint8Array.from(sign(null, bytes, privateKey));
        expect(await verifyEd25519(key, signature, bytes)).toBe(true);
        signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await verifyEd25519(key, signature, bytes)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a second form of the same signature', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
    const signature = Uint8Array.from(sign(null, hex('00'), privateKey));
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    let s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
    for (let at = 32; at < 64; at++, s >>= 8n) signature[at] = Number(s & 255n);
    expect(await verifyEd25519(key, signature, hex('00'))).toBe(false);
  });
});
