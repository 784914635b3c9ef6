import { z } from 'zod';
import { PlainDate } from '../domain/plain-date.ts';
import { StationCode } from '../domain/records.ts';

/**
 * How a seal (文书验证码) is signed, by the name that JOSE gives it; the content hash goes with it. `EdDSA` is Ed25519 and
 * SHA-256. SM2 with SM3 gets its own name and its own number in seal-bytes.ts; seals printed before stay readable.
 */
export const SealAlgorithm = z.enum(['EdDSA']);
export type SealAlgorithm = z.infer<typeof SealAlgorithm>;

/** The first 16 hex digits of the key's thumbprint (RFC 7638). */
export const SealKeyId = z.string().regex(/^[0-9a-f]{16}$/);

/** What a seal says and signs: who issued which paper, with which number, on which day, and the hash of what it holds. */
export const SealStatement = z.strictObject({
  algorithm: SealAlgorithm,
  keyId: SealKeyId,
  station: StationCode,
  issuedOn: PlainDate,
  form: z.string().regex(/^[a-z][a-z0-9-]{0,47}$/),
  formVersion: z.number().int().min(1).max(255),
  /** The number that stands on the paper, character by character. */
  number: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}]+$/u),
  /** SHA-256 of the content, in hex: see content-hash.ts. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SealStatement = z.infer<typeof SealStatement>;

/** A statement with its signature (64 bytes) and the bytes that were signed. */
export interface Seal {
  readonly statement: SealStatement;
  readonly signedBytes: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}
