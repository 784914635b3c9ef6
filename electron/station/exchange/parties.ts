import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { ReadKeys, TrustedHolder } from '../../../shared/contract/exchange.ts';
import type { ExchangeHead, ExchangeParty } from '../../../shared/exchange/format.ts';
import { type ExchangeKeys, fingerprintOf, isVouchedFor, readKeysFile } from '../../../shared/exchange/keys-file.ts';
import type { Database } from '../store/database.ts';
import { listParties, putParty, type TrustedParty } from '../store/exchange.ts';

/** The registry whose files are taken, or null: none is trusted yet. */
export function findRegistry(database: Database): ExchangeParty | null {
  return listParties(database).find(({ holder }) => holder.role === 'registry')?.holder ?? null;
}

/** Whoever made a file, if it is trusted by the very key that signed it; else EXCHANGE_OTHER_SENDER. */
export function knownSender(database: Database, { from }: ExchangeHead): Answer<ExchangeParty> {
  const known = listParties(database).find(({ holder }) => holder.id === from.id)?.holder;
  return known && known.role === from.role && known.signKey.x === from.signKey.x
    ? done(known)
    : fail('EXCHANGE_OTHER_SENDER');
}

const isSameHolder = (one: ExchangeParty, other: ExchangeParty): boolean =>
  one.signKey.x === other.signKey.x && one.agreementKey.x === other.agreementKey.x;

/** How the keys of a file stand to what is known: there is one registry, and no party gets other keys without the word of its old ones. */
async function changeOf(database: Database, keys: ExchangeKeys): Promise<ReadKeys['change']> {
  const { holder } = keys;
  if (holder.role === 'station') return 'refused';
  const isSame = ({ holder: known }: TrustedParty) =>
    known.id === holder.id || (holder.role === 'registry' && known.role === 'registry');
  const known = listParties(database).find(isSame)?.holder;
  if (!known) return 'new';
  if (known.id === holder.id && isSameHolder(known, holder)) return 'known';
  return (await isVouchedFor(keys, known)) ? 'vouched' : 'refused';
}

/** What a file of public keys holds; EXCHANGE_KEYS_REFUSED when it is none. Nothing is trusted by this. */
export async function readKeys(database: Database, text: string): Promise<Answer<ReadKeys>> {
  const keys = await readKeysFile(text);
  if (!keys) return fail('EXCHANGE_KEYS_REFUSED');
  const { role, name } = keys.holder;
  return done({ role, name, fingerprint: await fingerprintOf(keys.holder), change: await changeOf(database, keys) });
}

interface Trusting {
  /** What was compared with the other side; null: at the command line, where it is shown afterwards. */
  readonly fingerprint: string | null;
  readonly at: string;
  readonly by: string | null;
}

/** Takes files of whoever these keys belong to from now on. EXCHANGE_KEYS_REFUSED: no such file, other keys than were compared, or a change nobody vouches for. */
export async function trustKeys(
  database: Database,
  text: string,
  { fingerprint, at, by }: Trusting,
): Promise<Answer<TrustedHolder>> {
  const keys = await readKeysFile(text);
  if (!keys) return fail('EXCHANGE_KEYS_REFUSED');
  const own = await fingerprintOf(keys.holder);
  const change = await changeOf(database, keys);
  if (change === 'refused' || (fingerprint !== null && fingerprint !== own)) return fail('EXCHANGE_KEYS_REFUSED');
  putParty(database, { holder: keys.holder, trustedAt: at, trustedBy: by });
  const { role, name } = keys.holder;
  return done({ role, name, fingerprint: own, trustedAt: at });
}

/** Everybody whose files are taken, each with the fingerprint. */
export async function listTrusted(database: Database): Promise<TrustedHolder[]> {
  const holders = listParties(database).map(async ({ holder, trustedAt }) => ({
    ...{ role: holder.role, name: holder.name, trustedAt },
    fingerprint: await fingerprintOf(holder),
  }));
  return Promise.all(holders);
}
