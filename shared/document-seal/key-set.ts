import { z } from 'zod';
import { canonicalJson } from '../domain/canonical-json.ts';
import { PlainDate } from '../domain/plain-date.ts';
import { Instant, StationCode } from '../domain/records.ts';
import { SealKeyId, SealStatement } from './seal.ts';

/** A public key that signs seals: a JWK of Ed25519. The keys of another algorithm will be another member of a union. */
export const SealKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
  kid: SealKeyId,
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** The only station that may issue with it, and what it is called. */
  station: StationCode,
  stationName: z.string().min(1).max(80),
  /** Papers issued from the first of these days until before the second are good, for ever; null: still signing. */
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
  /** The key was lost or stolen: no paper it signed is good any more, for whoever holds it can write any day. */
  revokedOn: PlainDate.nullable(),
});
export type SealKey = z.infer<typeof SealKey>;

/**
 * The public keys of stations, as the registry publishes them and anybody may keep them: a JWK set (RFC 7517) with its
 * date. It is not signed; whoever verifies has to have it from a place that is to be trusted.
 */
export const SealKeySet = z.strictObject({
  format: z.literal('luohu-document-keys'),
  formatVersion: z.literal(1),
  asOf: Instant,
  /** What the forms that carry seals are called, for a verifier who knows only their ids. */
  forms: z
    .record(SealStatement.shape.form, z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }))
    .default({}),
  keys: z
    .array(SealKey)
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, { error: 'a key id stands twice' }),
});
export type SealKeySet = z.infer<typeof SealKeySet>;

/** The id of a key: the first 16 hex digits of its SHA-256 thumbprint (RFC 7638). */
export async function sealKeyIdOf({ crv, kty, x }: Pick<SealKey, 'crv' | 'kty' | 'x'>): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson({ crv, kty, x }));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
