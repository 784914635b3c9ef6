import { createHash } from 'node:crypto';
import { type Answer, done } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { listSealKeys } from '../documents/signing-keys.ts';
import type { Program } from '../program.ts';
import type { RegistryClient } from '../sync/registry-client.ts';
import { findSyncSetting, putSyncSetting } from '../sync/sync-settings.ts';

/** Makes the public keys known that this computer signs the station's papers with, whenever there is a new one or one was revoked. */
export async function publishKeys(
  { database, stationCode, now }: Program,
  client: Pick<RegistryClient, 'publishKeys'>,
): Promise<Answer<unknown>> {
  const keys = listSealKeys(database, now()).keys.filter(({ station }) => station === stationCode);
  const digest = createHash('sha256').update(canonicalJson(keys)).digest('hex');
  if (keys.length === 0 || findSyncSetting(database, 'sync.published-keys') === digest) return done(null);
  const answer = await client.publishKeys({ keys });
  if (answer.ok) putSyncSetting(database, 'sync.published-keys', digest);
  return answer;
}
