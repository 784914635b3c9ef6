import { CompactSign, compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import { canonicalJson } from '../domain/canonical-json.ts';
import { Instant } from '../domain/records.ts';
import { sha256, utf8 } from './bytes.ts';
import { ExchangeParty } from './format.ts';
import type { ExchangeIdentity } from './identity.ts';

const Jws = z.string().max(20_000);

/**
 * The public keys of one party. `signature` is by its own key; `replacedBy` is the word of the key it had before, over the same statement,
 * without which no known party gets another key.
 */
export const ExchangeKeys = z.strictObject({
  format: z.literal('luohu-exchange-keys'),
  formatVersion: z.literal(1),
  holder: ExchangeParty,
  createdAt: Instant,
  signature: Jws,
  replacedBy: Jws.nullable(),
});
export type ExchangeKeys = z.infer<typeof ExchangeKeys>;

const statementOf = ({ holder, createdAt }: Pick<ExchangeKeys, 'holder' | 'createdAt'>): string =>
  canonicalJson({ format: 'luohu-exchange-keys', holder, createdAt });

type SignKey = ExchangeIdentity['signKey'];

async function sign(statement: string, key: SignKey): Promise<string> {
  const jws = new CompactSign(utf8(statement)).setProtectedHeader({ alg: 'EdDSA', kid: key.x });
  return jws.sign(await importJWK(key, 'EdDSA'));
}

async function isSignedBy(jws: string, statement: string, publicKey: ExchangeParty['signKey']): Promise<boolean> {
  try {
    const { payload } = await compactVerify(jws, await importJWK(publicKey, 'EdDSA'), { algorithms: ['EdDSA'] });
    return new TextDecoder().decode(payload) === statement;
  } catch {
    return false;
  }
}

/** The file of public keys of this party; `before` is the key it had until now, when it takes another. */
export async function makeKeysFile(
  { party: holder, signKey }: ExchangeIdentity,
  createdAt: string,
  before: SignKey | null = null,
): Promise<ExchangeKeys> {
  const statement = statementOf({ holder, createdAt });
  return {
    format: 'luohu-exchange-keys',
    formatVersion: 1,
    holder,
    createdAt,
    signature: await sign(statement, signKey),
    replacedBy: before === null ? null : await sign(statement, before),
  };
}

/** The keys in a file, or null: it is no such file, or its own signature does not fit. */
export async function readKeysFile(text: string): Promise<ExchangeKeys | null> {
  const keys = ExchangeKeys.safeParse(jsonOf(text));
  if (!keys.success) return null;
  const { holder, signature } = keys.data;
  return (await isSignedBy(signature, statementOf(keys.data), holder.signKey)) ? keys.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether the key that is known vouches for the new one of the same party. */
export async function isVouchedFor(keys: ExchangeKeys, known: ExchangeParty): Promise<boolean> {
  if (keys.replacedBy === null || keys.holder.id !== known.id || keys.holder.role !== known.role) return false;
  return isSignedBy(keys.replacedBy, statementOf(keys), known.signKey);
}

const groups = 10;

/** What two people read to each other to know that they hold the same keys: ten groups of four digits. */
export async function fingerprintOf({ id, signKey, agreementKey }: ExchangeParty): Promise<string> {
  const hash = await sha256(utf8(canonicalJson({ id, sign: signKey.x, agreement: agreementKey.x })));
  const seen = new DataView(hash.buffer);
  const wide = await sha256(hash);
  const more = new DataView(wide.buffer);
  const numbers = Array.from({ length: groups }, (_, at) =>
    at < groups / 2 ? seen.getUint32(at * 4) : more.getUint32((at - groups / 2) * 4),
  );
  return numbers.map((number) => String(number % 10_000).padStart(4, '0')).join(' ');
}
