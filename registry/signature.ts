import { createHash } from 'node:crypto';
import { compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose';
import { z } from 'zod';
import { ProofHeader, RequestProof, signatureScheme, signatureToleranceSeconds } from '../shared/contract/registry.ts';
import { Refusal } from './refusal.ts';
import type { RegistryDatabase } from './store/database.ts';
import { type Device, findDevice } from './store/devices.ts';
import { forgetJtis, takeJti } from './store/jtis.ts';

/** A request as it came, before anything in it is believed. */
export interface SignedRequest {
  readonly method: string;
  /** With the query, as the device wrote it. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Buffer;
}

const keyLimit = 1000;
const forgetEveryMs = 60_000;

type VerifyKey = Awaited<ReturnType<typeof importJWK>>;

/** Tells which device sent a request. One per running registry. */
export class SignatureCheck {
  readonly #database: RegistryDatabase;
  readonly #now: () => Date;
  readonly #keys = new Map<string, VerifyKey>();
  #forgottenAt = 0;

  constructor(database: RegistryDatabase, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /**
   * The device whose key signed exactly this request, just now and for the first time.
   * @throws Refusal SIGNATURE_INVALID, SIGNATURE_REPLAYED, DEVICE_UNKNOWN
   */
  async identify(request: SignedRequest): Promise<Device> {
    const token = tokenOf(request.authorization);
    const device = await findDevice(this.#database, deviceIdOf(token));
    if (!device || device.isRevoked) throw new Refusal('DEVICE_UNKNOWN');
    const proof = await this.#verify(token, device);
    this.#compare(proof, request);
    await this.#takeOnce(proof, device);
    return device;
  }

  async #verify(token: string, device: Device): Promise<RequestProof> {
    try {
      const { payload } = await compactVerify(token, await this.#keyOf(device), { algorithms: ['EdDSA'] });
      const proof = RequestProof.safeParse(JSON.parse(new TextDecoder().decode(payload)));
      if (proof.success) return proof.data;
    } catch (error) {
      if (!(error instanceof errors.JOSEError || error instanceof SyntaxError)) throw error;
    }
    throw new Refusal('SIGNATURE_INVALID', 'signature');
  }

  #compare(proof: RequestProof, { method, path, body }: SignedRequest): void {
    if (proof.method !== method) throw new Refusal('SIGNATURE_INVALID', 'method');
    if (proof.path !== path) throw new Refusal('SIGNATURE_INVALID', 'path');
    if (proof.bodySha256 !== createHash('sha256').update(body).digest('hex'))
      throw new Refusal('SIGNATURE_INVALID', 'bodySha256');
    if (Math.abs(this.#now().getTime() / 1000 - proof.iat) > signatureToleranceSeconds)
      throw new Refusal('SIGNATURE_INVALID', 'iat');
  }

  async #takeOnce({ jti, iat }: RequestProof, { deviceId, stationCode }: Device): Promise<void> {
    const now = this.#now();
    const expiresAt = new Date((iat + 2 * signatureToleranceSeconds) * 1000).toISOString();
    if (!(await takeJti(this.#database, { deviceId, stationCode, jti: jti.toLowerCase(), expiresAt })))
      throw new Refusal('SIGNATURE_REPLAYED');
    if (now.getTime() - this.#forgottenAt < forgetEveryMs) return;
    this.#forgottenAt = now.getTime();
    await forgetJtis(this.#database, now.toISOString());
  }

  async #keyOf({ publicKey }: Device): Promise<VerifyKey> {
    const known = this.#keys.get(publicKey);
    if (known) return known;
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: publicKey }, 'EdDSA');
    if (this.#keys.size >= keyLimit) this.#keys.clear();
    this.#keys.set(publicKey, key);
    return key;
  }
}

function tokenOf(authorization: string | undefined): string {
  const [scheme, token, ...rest] = (authorization ?? '').split(' ');
  if (scheme !== signatureScheme || !token || rest.length > 0) throw new Refusal('SIGNATURE_INVALID', 'authorization');
  return token;
}

const Header = z.preprocess((token) => (typeof token === 'string' ? headerOf(token) : null), ProofHeader);

function headerOf(token: string): unknown {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

function deviceIdOf(token: string): string {
  const header = Header.safeParse(token);
  if (!header.success) throw new Refusal('SIGNATURE_INVALID', 'header');
  return header.data.kid;
}
