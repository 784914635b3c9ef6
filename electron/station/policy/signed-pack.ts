import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { PackRefusal } from '../../../shared/contract/policy.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { loadPack } from '../../../shared/policy/load-pack.ts';
import { findPackHead, type PackHead } from '../../../shared/policy/pack-head.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import type { PackProblem } from '../../../shared/policy/yaml-file.ts';

/** The only algorithm so far; another one gets another name here, and old files stay readable. */
const algorithm = 'Ed25519';

/** What is signed: which pack, from when, and the SHA-256 of every file. The texts are bound by their hashes. */
const Statement = z.strictObject({
  format: z.literal('luohu-policy-pack'),
  formatVersion: z.literal(1),
  pack: z.string(),
  inForceFrom: z.string(),
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
type Statement = z.infer<typeof Statement>;

/** A policy pack in one file, as it goes to the stations. */
export const SignedPack = z.strictObject({
  ...Statement.shape,
  texts: z.record(z.string(), z.string()),
  signature: z.strictObject({ algorithm: z.literal(algorithm), keyId: z.string(), value: z.base64() }),
});
export type SignedPack = z.infer<typeof SignedPack>;

/**
 * Keys a station trusts. `publicKey` is the base64 of the key's SPKI DER. `pack` is the id of the pack the station follows; without it
 * the pack that ships with the program.
 */
export const PackKeys = z.strictObject({
  pack: z.string().optional(),
  keys: z.array(
    z.strictObject({
      id: z.string(),
      algorithm: z.literal(algorithm),
      publicKey: z.base64(),
      owner: z.string().optional(),
    }),
  ),
});
export type PackKeys = z.infer<typeof PackKeys>;

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** The id of a key: the first 16 hex digits of the SHA-256 of its SPKI DER. */
export function keyIdOf(publicKey: KeyObject): string {
  return sha256(publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16);
}

/** The exact bytes that are signed. */
function signedBytes(statement: Statement, keyId: string): Buffer {
  const { format, formatVersion, pack, inForceFrom, files } = statement;
  return Buffer.from(canonicalJson({ format, formatVersion, pack, inForceFrom, files, algorithm, keyId }), 'utf8');
}

/** Signs the texts of a pack that loads. */
export function signPack(pack: Pack, texts: Readonly<Record<string, string>>, privateKey: KeyObject): SignedPack {
  const names = Object.keys(texts).sort();
  const statement: Statement = {
    format: 'luohu-policy-pack',
    formatVersion: 1,
    pack: pack.stamp,
    inForceFrom: pack.inForceFrom,
    files: names.map((name) => ({ name, sha256: sha256(texts[name] ?? '') })),
  };
  const keyId = keyIdOf(createPublicKey(privateKey));
  const value = sign(null, signedBytes(statement, keyId), privateKey).toString('base64');
  return { ...statement, texts, signature: { algorithm, keyId, value } };
}

/** Why a signed file is not used: the code for the window's sentence, and lines for whoever writes packs. */
export interface RefusedPack {
  readonly ok: false;
  readonly refusal: PackRefusal;
  readonly problems: readonly string[];
}

/** The pack of a signed file, or why it is not to be installed. */
export type OpenedPack =
  | { readonly ok: true; readonly pack: Pack; readonly texts: Readonly<Record<string, string>>; readonly keyId: string }
  | RefusedPack;

/** A signed file whose signature and hashes fit; its pack is not loaded yet. */
export type VerifiedPack =
  | {
      readonly ok: true;
      readonly head: PackHead;
      readonly texts: Readonly<Record<string, string>>;
      readonly keyId: string;
    }
  | RefusedPack;

/** A refusal with its reason and lines. */
export function refusedPack(reason: PackRefusal['reason'], ...problems: string[]): RefusedPack {
  return { ok: false, refusal: { reason, places: [] }, problems };
}

/** A refusal for what is wrong inside the pack; a guard of the law that speaks is the reason before anything else. */
export function refusedPlaces(found: readonly PackProblem[]): RefusedPack {
  const guarded = found.filter(({ guard }) => guard !== undefined);
  const places = (guarded.length > 0 ? guarded : found).slice(0, shownPlaces);
  return {
    ok: false,
    refusal: {
      reason: guarded.length > 0 ? 'guard' : 'faulty',
      places: places.map(({ file, line, guard }) => ({ file, line, guard: guard ?? null })),
    },
    problems: found.map((each) => `${each.file}:${each.line}: ${each.message}`),
  };
}

/** How many places a refusal names; `pack check` names them all. */
const shownPlaces = 20;

/**
 * Checks the signature of a file by a key of the list, then every hash, and that the statement names the pack and date the file holds.
 * Nothing of it is believed before. Never throws; the pack itself is not loaded.
 */
export function verifySignedPack(written: string, keys: PackKeys): VerifiedPack {
  const signed = readSigned(written);
  if (signed === null) return refusedPack('no-pack', 'the file is no signed policy pack');
  const { signature, texts } = signed;
  const key = keys.keys.find((each) => each.id === signature.keyId);
  if (key === undefined) return refusedPack('unknown-key', `the key ${signature.keyId} is not among the trusted keys`);
  if (!isSignedBy(key.publicKey, signed))
    return refusedPack('changed', 'the signature does not fit: the file was changed');
  const changed = wrongFiles(signed);
  if (changed.length > 0) return refusedPack('changed', ...changed);
  const head = findPackHead(texts['pack.yaml'] ?? '');
  if (head === null) return refusedPack('faulty', 'pack.yaml has not its shape');
  if (head.stamp !== signed.pack || head.inForceFrom !== signed.inForceFrom) {
    return refusedPack('changed', 'the file names another pack or date than it holds');
  }
  return { ok: true, head, texts, keyId: signature.keyId };
}

/** Opens a signed pack: verified first, then loaded with its guards and examples. Never throws. */
export function openSignedPack(written: string, keys: PackKeys): OpenedPack {
  const verified = verifySignedPack(written, keys);
  if (!verified.ok) return verified;
  const { texts, keyId } = verified;
  const loaded = loadPack(texts);
  return loaded.ok ? { ok: true, pack: loaded.pack, texts, keyId } : refusedPlaces(loaded.problems);
}

function readSigned(written: string): SignedPack | null {
  try {
    const result = SignedPack.safeParse(JSON.parse(written));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

function isSignedBy(publicKey: string, signed: SignedPack): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519' || keyIdOf(key) !== signed.signature.keyId) return false;
    return verify(
      null,
      signedBytes(signed, signed.signature.keyId),
      key,
      Buffer.from(signed.signature.value, 'base64'),
    );
  } catch {
    return false;
  }
}

/** Files whose text is not the one that was signed, that are missing, or that were slipped in. */
function wrongFiles({ files, texts }: SignedPack): string[] {
  const listed = new Set(files.map((file) => file.name));
  return [
    ...files
      .filter(({ name, sha256: hash }) => sha256(texts[name] ?? '') !== hash)
      .map(({ name }) => `${name} was changed`),
    ...Object.keys(texts)
      .filter((name) => !listed.has(name))
      .map((name) => `${name} is not signed`),
  ];
}
