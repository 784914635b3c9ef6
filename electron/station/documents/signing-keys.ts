import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { z } from 'zod';
import { SealKey, type SealKeySet, sealKeyIdOf } from '../../../shared/document-seal/key-set.ts';
import type { SignBytes } from '../../../shared/document-seal/seal-text.ts';
import { addYears, PlainDate } from '../../../shared/domain/plain-date.ts';
import type { Database } from '../store/database.ts';
import { statement } from '../store/statements.ts';

/** A key with its private part `d`. It signs papers and nothing else: requests to the registry have the device's key. */
const SigningKey = SealKey.extend({ d: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
type SigningKey = z.infer<typeof SigningKey>;

/** How long a key signs before another takes its place. Papers it signed stay good. */
const signingYears = 3;
const setting = 'documents.signing-keys';

/** For whom a key signs, and on which day. */
export interface SigningStation {
  readonly stationCode: string;
  readonly stationName: string;
  readonly today: string;
}

/** The key in use: its id, and signing with it. */
export interface DocumentSigner {
  readonly keyId: string;
  readonly sign: SignBytes;
}

/**
 * The key that this computer signs papers of the station with today, kept in its database. Made when there is none, when
 * the last one's years are over, when it was revoked, or when the computer was moved to another station.
 */
export async function openSigner(database: Database, station: SigningStation): Promise<DocumentSigner> {
  const isInUse = ({ station: code, validFrom, validUntil, revokedOn }: SigningKey): boolean =>
    code === station.stationCode &&
    revokedOn === null &&
    validFrom <= station.today &&
    (validUntil === null || station.today < validUntil);
  const known = readKeys(database).findLast(isInUse);
  if (known) return signerOf(known);
  const made = await makeKey(station);
  return database.transaction(() => {
    const keys = readKeys(database);
    const meanwhile = keys.findLast(isInUse);
    if (!meanwhile) writeKeys(database, [...keys, made]);
    return signerOf(meanwhile ?? made);
  })();
}

/**
 * The public keys of this computer, old ones too, as `at` (an ISO UTC instant) finds them. What the registry publishes;
 * the names of the forms are added by whoever has the forms.
 */
export function listSealKeys(database: Database, at: string): SealKeySet {
  const keys = readKeys(database).map(({ d: _, ...key }) => key);
  return { format: 'luohu-document-keys', formatVersion: 1, asOf: at, forms: {}, keys };
}

/** Marks a key as lost or stolen; the next paper gets a new one. False when there is no such key. */
export function revokeSigningKey(database: Database, keyId: string, onDay: string): boolean {
  const revokedOn = PlainDate.parse(onDay);
  return database.transaction(() => {
    const keys = readKeys(database);
    writeKeys(
      database,
      keys.map((key) => (key.kid === keyId ? { ...key, revokedOn: key.revokedOn ?? revokedOn } : key)),
    );
    return keys.some(({ kid }) => kid === keyId);
  })();
}

function readKeys(database: Database): SigningKey[] {
  const sql = 'SELECT value FROM settings WHERE name = ?';
  const row = statement<[string], { value: string }>(database, sql).get(setting);
  return row ? z.array(SigningKey).parse(JSON.parse(row.value)) : [];
}

function writeKeys(database: Database, keys: readonly SigningKey[]): void {
  const sql =
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  statement(database, sql).run(setting, JSON.stringify(keys));
}

async function makeKey({ stationCode, stationName, today }: SigningStation): Promise<SigningKey> {
  const { kty, crv, x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const unnamed = SigningKey.omit({ kid: true }).parse({
    ...{ kty, crv, x, d, alg: 'EdDSA', use: 'sig', station: stationCode, stationName },
    ...{ validFrom: today, validUntil: addYears(today, signingYears), revokedOn: null },
  });
  return { ...unnamed, kid: await sealKeyIdOf(unnamed) };
}

function signerOf({ kty, crv, x, d, kid }: SigningKey): DocumentSigner {
  const key = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
  return { keyId: kid, sign: (bytes) => sign(null, bytes, key) };
}
