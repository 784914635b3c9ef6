import { type ExchangeIdentity, identityOf } from '../../shared/exchange/identity.ts';
import type { RegistryDatabase } from '../store/database.ts';
import { openIdentity } from '../store/identity.ts';

/** As whom the registry seals and opens files: by the key that it is known by among registries. */
export async function openExchangeIdentity(database: RegistryDatabase): Promise<ExchangeIdentity> {
  const { registryId, privateKey } = await openIdentity(database);
  return identityOf({ role: 'registry', id: registryId, name: '市人口库', stationCode: null }, privateKey);
}
