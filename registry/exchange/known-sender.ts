import { type Answer, done, fail } from '../../shared/contract/errors.ts';
import { EnrolRequest, registryPaths } from '../../shared/contract/registry.ts';
import type { ExchangeHead, ExchangeRequest } from '../../shared/exchange/format.ts';
import type { RegistryDatabase } from '../store/database.ts';
import { type Device, findDevice } from '../store/devices.ts';

/**
 * The device that made a file: one that is known, by the key it is known by, or null for one that asks in this very file to be enrolled with
 * the key that signed it. EXCHANGE_OTHER_SENDER: known by another key, or no longer; EXCHANGE_REFUSED: unknown and not asking.
 */
export async function findSender(
  database: RegistryDatabase,
  { from }: ExchangeHead,
  first: ExchangeRequest | undefined,
): Promise<Answer<Device | null>> {
  const device = await findDevice(database, from.id);
  if (device) {
    const isSame = device.publicKey === from.signKey.x && !device.isRevoked && device.stationCode === from.stationCode;
    return isSame ? done(device) : fail('EXCHANGE_OTHER_SENDER');
  }
  if (first?.method !== 'POST' || first.path !== registryPaths.enrol)
    return fail('EXCHANGE_REFUSED', { reason: 'DEVICE_UNKNOWN' });
  const asked = EnrolRequest.safeParse(first.body);
  const isOwn = asked.success && asked.data.deviceId === from.id && asked.data.publicKey.x === from.signKey.x;
  return isOwn && asked.data.stationCode === from.stationCode ? done(null) : fail('EXCHANGE_OTHER_SENDER');
}
