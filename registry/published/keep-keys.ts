import { type SealKey, sealKeyIdOf } from '../../shared/document-seal/key-set.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { Refusal } from '../refusal.ts';
import type { RegistryDatabase } from '../store/database.ts';
import type { Device } from '../store/devices.ts';
import { inTransaction } from '../store/meeting.ts';
import { addDocumentKey, lockDocumentKey, replaceDocumentKey } from '../store/published.ts';

/**
 * Keeps the keys a station makes known. Of a known key nothing may change but that it is revoked, once and for good: whoever holds a stolen
 * key must not call it good again.
 * @throws Refusal SCOPE_REFUSED for another station's key, BODY_INVALID for an id that is not the key's, IDEMPOTENCY_MISMATCH
 */
export async function keepDocumentKeys(
  database: RegistryDatabase,
  { stationCode }: Device,
  keys: readonly SealKey[],
  at: string,
): Promise<void> {
  for (const key of keys) {
    if (key.station !== stationCode) throw new Refusal('SCOPE_REFUSED', 'keys.station');
    if ((await sealKeyIdOf(key)) !== key.kid) throw new Refusal('BODY_INVALID', 'keys.kid');
  }
  await inTransaction(database, async (transaction) => {
    for (const key of keys) {
      const known = await lockDocumentKey(transaction, key.kid);
      if (known && !isKnownOrRevoked(known, key)) throw new Refusal('IDEMPOTENCY_MISMATCH', 'keys');
      if (known) await replaceDocumentKey(transaction, key);
      else await addDocumentKey(transaction, key, at);
    }
  });
}

function isKnownOrRevoked(known: SealKey, now: SealKey): boolean {
  if (known.revokedOn !== null && known.revokedOn !== now.revokedOn) return false;
  return canonicalJson({ ...known, revokedOn: null }) === canonicalJson({ ...now, revokedOn: null });
}
