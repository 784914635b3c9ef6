import { generateKeyPairSync } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { DeviceKey } from '../../shared/contract/registry.ts';
import { RecordId } from '../../shared/domain/records.ts';
import type { RegistryDatabase } from './database.ts';

const PrivateKey = DeviceKey.extend({ d: z.string() });

/** What this registry is called among registries, and the key it signs its own questions with. */
export interface RegistryIdentity {
  readonly registryId: string;
  readonly privateKey: z.infer<typeof PrivateKey>;
}

/** The registry's identity; made once, of whichever process comes first. */
export async function openIdentity(database: RegistryDatabase): Promise<RegistryIdentity> {
  const { kty, crv, x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  await database.query(
    'INSERT INTO registry_identity (is_only, registry_id, private_key) VALUES (true, $1, $2) ON CONFLICT DO NOTHING',
    [uuidv7(), JSON.stringify({ kty, crv, x, d })],
  );
  const [row] = await database.query<{ registryId: string; privateKey: string }>(
    'SELECT registry_id AS "registryId", private_key AS "privateKey" FROM registry_identity',
  );
  if (!row) throw new Error('the registry has no identity');
  return { registryId: RecordId.parse(row.registryId), privateKey: PrivateKey.parse(JSON.parse(row.privateKey)) };
}

/** Gives the registry a new key; whoever knows the old one must be told by it. Answers the new private key. */
export async function renewIdentity(database: RegistryDatabase): Promise<RegistryIdentity['privateKey']> {
  const { kty, crv, x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const privateKey = PrivateKey.parse({ kty, crv, x, d });
  await database.query('UPDATE registry_identity SET private_key = $1', [JSON.stringify(privateKey)]);
  return privateKey;
}
