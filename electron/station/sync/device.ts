import { createHash, generateKeyPairSync } from 'node:crypto';
import { CompactSign, importJWK } from 'jose';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { DeviceKey, type RequestProof, signatureScheme } from '../../../shared/contract/registry.ts';
import { RecordId } from '../../../shared/domain/records.ts';
import type { Database } from '../store/database.ts';
import { findSyncSetting, putSyncSetting } from './sync-settings.ts';

const PrivateKey = DeviceKey.extend({ d: z.string() });

/** What makes a device: its id and its key with the private part `d`. */
export const KeptDevice = z.strictObject({ deviceId: RecordId, key: PrivateKey });
export type KeptDevice = z.infer<typeof KeptDevice>;

/** This computer as the registry knows it. */
export interface Device {
  readonly deviceId: string;
  readonly publicKey: DeviceKey;
  /** The `authorization` header that proves a request; `nowMs` by the registry's clock. */
  sign(request: {
    readonly method: RequestProof['method'];
    readonly path: string;
    readonly body: string;
    readonly nowMs: number;
  }): Promise<string>;
}

/** The device kept in this database; made on the first call. A computer set up anew is a new device with its own chain of events. */
export function openDevice(database: Database): Device {
  return deviceOf(findKeptDevice(database) ?? makeDevice(database));
}

/** A device by what was kept of it. */
export function deviceOf({ deviceId, key }: KeptDevice): Device {
  const { d: _, ...publicKey } = key;
  const signingKey = importJWK(key, 'EdDSA');
  return {
    deviceId,
    publicKey,
    sign: async ({ method, path, body, nowMs }) => {
      const proof: RequestProof = {
        method,
        path,
        bodySha256: createHash('sha256').update(body).digest('hex'),
        iat: Math.floor(nowMs / 1000),
        jti: uuidv7(),
      };
      const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(proof)))
        .setProtectedHeader({ alg: 'EdDSA', kid: deviceId })
        .sign(await signingKey);
      return `${signatureScheme} ${jws}`;
    },
  };
}

/** A device that is not known anywhere yet. */
export function newDevice(): KeptDevice {
  const { kty, crv, x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { deviceId: uuidv7(), key: PrivateKey.parse({ kty, crv, x, d }) };
}

/** The device of this database, or null: there was no first start yet. */
export function findKeptDevice(database: Database): KeptDevice | null {
  const deviceId = findSyncSetting(database, 'sync.device-id');
  const key = findSyncSetting(database, 'sync.device-key');
  return deviceId === null || key === null ? null : { deviceId, key: PrivateKey.parse(JSON.parse(key)) };
}

function makeDevice(database: Database): KeptDevice {
  const made = newDevice();
  database.transaction(() => {
    putSyncSetting(database, 'sync.device-id', made.deviceId);
    putSyncSetting(database, 'sync.device-key', JSON.stringify(made.key));
  })();
  return made;
}
