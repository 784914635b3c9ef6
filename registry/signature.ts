import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { base64url, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { ProofHeader, RequestProof, signatureScheme, signatureToleranceSeconds } from '../shared/contract/registry.ts';
import { Refusal } from './refusal.ts';
import type { RegistryDatabase } from './store/database.ts';
import { type Device, listDevices } from './store/devices.ts';
import { forgetJtis, type Jti, takeJtisSoon } from './store/jtis.ts';
import { Together } from './together.ts';

/** A request as it came, before anything in it is believed. */
export interface SignedRequest {
  readonly method: string;
  /** With the query, as the device wrote it. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Buffer;
}

/** Who signed a request, and its number. */
export interface Signed {
  readonly device: Device;
  /** Null: the request came in a signed file and has none. */
  readonly jti: Jti | null;
}

const keyLimit = 1000;
const forgetEveryMs = 60_000;
const requestsAtOnce = 200;

/** Tells which device sent a request. One per running registry. */
export class SignatureCheck {
  readonly #database: RegistryDatabase;
  readonly #now: () => Date;
  readonly #devices: Together<string, Device | null>;
  readonly #jtis: Together<Jti, boolean>;
  readonly #keys = new Map<string, KeyObject>();
  readonly #remembered = new Map<string, Device>();
  #forgottenAt = 0;

  constructor(database: RegistryDatabase, now: () => Date) {
    this.#database = database;
    this.#now = now;
    this.#devices = new Together((ids) => listDevices(database, ids), { limit: requestsAtOnce });
    this.#jtis = new Together((jtis) => takeJtisSoon(database, jtis), { limit: requestsAtOnce });
  }

  /**
   * The device whose key signed exactly this request, just now and for the first time.
   * @throws Refusal SIGNATURE_INVALID, SIGNATURE_REPLAYED, DEVICE_UNKNOWN
   */
  async identify(request: SignedRequest): Promise<Device> {
    const { device, jti } = await this.recogniseNow(request);
    if (jti === null || !(await this.#jtis.ask(jti))) throw new Refusal('SIGNATURE_REPLAYED');
    return device;
  }

  /**
   * The device whose key signed exactly this request, just now. Its number is not taken yet: whoever carries the request out takes it in
   * the same transaction, which saves a wait for the disk.
   * @throws Refusal SIGNATURE_INVALID, DEVICE_UNKNOWN
   */
  async recogniseNow(request: SignedRequest): Promise<Signed> {
    const token = tokenOf(request.authorization);
    const device = await this.#devices.ask(deviceIdOf(token));
    if (!device || device.isRevoked) throw new Refusal('DEVICE_UNKNOWN');
    const signed = this.#check(token, device, request);
    if (this.#remembered.size >= keyLimit) this.#remembered.clear();
    this.#remembered.set(device.deviceId, device);
    await this.#forgetSometimes();
    return signed;
  }

  /**
   * The same without asking the database where the device is remembered. Whoever carries the request out compares the device with what is
   * kept of it, in the transaction that takes the number; before a refusal for any other reason, recogniseNow is asked.
   */
  async recognise(request: SignedRequest): Promise<Signed> {
    const token = tokenOf(request.authorization);
    const device = this.#remembered.get(deviceIdOf(token));
    if (!device) return this.recogniseNow(request);
    try {
      const signed = this.#check(token, device, request);
      await this.#forgetSometimes();
      return signed;
    } catch (error) {
      if (error instanceof Refusal) return this.recogniseNow(request);
      throw error;
    }
  }

  #check(token: string, device: Device, request: SignedRequest): Signed {
    const proof = this.#verify(token, device);
    this.#compare(proof, request);
    return { device, jti: jtiOf(proof, device) };
  }

  /** On this thread: handing so small a thing to another one takes longer than doing it. */
  #verify(token: string, device: Device): RequestProof {
    const { signed, payload, signature } = partsOf(token);
    const isSigned = verify(null, Buffer.from(signed), this.#keyOf(device), signature);
    const proof = isSigned ? RequestProof.safeParse(proofOf(payload)) : null;
    if (!proof?.success) throw new Refusal('SIGNATURE_INVALID', 'signature');
    return proof.data;
  }

  #compare(proof: RequestProof, { method, path, body }: SignedRequest): void {
    if (proof.method !== method) throw new Refusal('SIGNATURE_INVALID', 'method');
    if (proof.path !== path) throw new Refusal('SIGNATURE_INVALID', 'path');
    if (proof.bodySha256 !== hash('sha256', body)) throw new Refusal('SIGNATURE_INVALID', 'bodySha256');
    if (Math.abs(this.#now().getTime() / 1000 - proof.iat) > signatureToleranceSeconds)
      throw new Refusal('SIGNATURE_INVALID', 'iat');
  }

  async #forgetSometimes(): Promise<void> {
    const now = this.#now();
    if (now.getTime() - this.#forgottenAt < forgetEveryMs) return;
    this.#forgottenAt = now.getTime();
    await forgetJtis(this.#database, now.toISOString());
  }

  #keyOf({ publicKey }: Device): KeyObject {
    const known = this.#keys.get(publicKey);
    if (known) return known;
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    if (this.#keys.size >= keyLimit) this.#keys.clear();
    this.#keys.set(publicKey, key);
    return key;
  }
}

function jtiOf({ jti, iat }: RequestProof, { deviceId, stationCode }: Device): Jti {
  const expiresAt = new Date((iat + 2 * signatureToleranceSeconds) * 1000).toISOString();
  return { deviceId, stationCode, jti: jti.toLowerCase(), expiresAt };
}

function tokenOf(authorization: string | undefined): string {
  const [scheme, token, ...rest] = (authorization ?? '').split(' ');
  if (scheme !== signatureScheme || !token || rest.length > 0) throw new Refusal('SIGNATURE_INVALID', 'authorization');
  return token;
}

/** What a compact JWS of a header already read consists of. @throws Refusal SIGNATURE_INVALID when it is none */
function partsOf(token: string): { signed: string; payload: Uint8Array; signature: Uint8Array } {
  const [header, payload = '', signature = '', ...rest] = token.split('.');
  try {
    if (rest.length > 0) throw new TypeError('no compact JWS');
    const [payloadBytes, signatureBytes] = [base64url.decode(payload), base64url.decode(signature)];
    return { signed: `${header}.${payload}`, payload: payloadBytes, signature: signatureBytes };
  } catch {
    throw new Refusal('SIGNATURE_INVALID', 'signature');
  }
}

function proofOf(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return null;
  }
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
