import { base64url } from 'jose';
import { z } from 'zod';
import { DeviceKey } from '../contract/registry.ts';
import { type Bytes, joined, utf8 } from './bytes.ts';
import { AgreementKey, type ExchangeParty } from './format.ts';

const PrivateSignKey = DeviceKey.extend({ d: z.string() });
const PrivateAgreementKey = AgreementKey.extend({ d: z.string() });

/** Who seals and opens files here: the party, and the private part of its two keys. */
export interface ExchangeIdentity {
  readonly party: ExchangeParty;
  readonly signKey: z.infer<typeof PrivateSignKey>;
  readonly agreementKey: z.infer<typeof PrivateAgreementKey>;
}

/** Beginning of a PKCS #8 file that holds an X25519 key. */
const pkcs8Head = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20];
const purpose = utf8('luohu-exchange-key-agreement-1');

/**
 * The X25519 key beside an Ed25519 one: made of its secret by HKDF-SHA-256 under a purpose of its own, so that nothing more has to be kept
 * or backed up, and neither key tells anything of the other.
 */
async function agreementKeyOf(secret: Bytes): Promise<ExchangeIdentity['agreementKey']> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: purpose };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256));
  const pkcs8 = joined([new Uint8Array(pkcs8Head), bits]);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'X25519' }, true, ['deriveBits']);
  const { kty, crv, x, d } = await crypto.subtle.exportKey('jwk', key);
  return PrivateAgreementKey.parse({ kty, crv, x, d });
}

/** The identity of whoever holds this Ed25519 key (JWK with its private part `d`). */
export async function identityOf(
  who: Pick<ExchangeParty, 'role' | 'id' | 'name' | 'stationCode'>,
  signKey: ExchangeIdentity['signKey'],
): Promise<ExchangeIdentity> {
  const agreementKey = await agreementKeyOf(new Uint8Array(base64url.decode(signKey.d)));
  const { d: _sign, ...publicSignKey } = signKey;
  const { d: _agreement, ...publicAgreementKey } = agreementKey;
  const party = { ...who, signKey: publicSignKey, agreementKey: publicAgreementKey };
  return { party, signKey, agreementKey };
}
