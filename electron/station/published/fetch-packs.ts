import { type Answer, done } from '../../../shared/contract/errors.ts';
import type { OfferedPacks } from '../../../shared/contract/registry-published.ts';
import type { Program } from '../program.ts';
import { appendAudit } from '../store/audit-lines.ts';
import type { RegistryClient } from '../sync/registry-client.ts';

type Client = Pick<RegistryClient, 'offeredPacks' | 'packFile'>;
type Offered = OfferedPacks['packs'][number];

const askEveryMs = 3_600_000;

const stampOf = ({ id, version }: Offered): string => `${id}@${version}`;

/**
 * Fetches the policy packs that the registry offers and that are not here: at the first exchange, then every hour. One signed with a key this
 * computer trusts is installed like one that the chief chose, with the same checks; any other is listed with the reason and not asked for
 * again until the registry offers another file or this computer is given other keys.
 */
export function packFetcher(program: () => Program): (client: Client) => Promise<Answer<unknown>> {
  let askedAt: number | null = null;
  const refused = new Map<string, string>();
  return async (client) => {
    const { now, packs } = program();
    const at = Date.parse(now());
    if (askedAt !== null && at >= askedAt && at - askedAt < askEveryMs) return done(null);
    const offered = await client.offeredPacks();
    if (!offered.ok) return offered;
    const tried = ({ sha256 }: Offered) => [sha256, ...(packs.keys()?.keys ?? []).map(({ id }) => id)].join(' ');
    const isNew = (pack: Offered) =>
      packs.list().every(({ stamp }) => stamp !== stampOf(pack)) && refused.get(stampOf(pack)) !== tried(pack);
    for (const pack of offered.value.packs.filter(isNew)) {
      const fetched = await fetchPack(program(), client, pack);
      if (!fetched.ok) return fetched;
      if (!fetched.value.isInstalled) refused.set(stampOf(pack), tried(pack));
    }
    askedAt = at;
    return offered;
  };
}

async function fetchPack(
  { database, packs, now }: Program,
  client: Client,
  offered: Offered,
): Promise<Answer<{ isInstalled: boolean }>> {
  const file = await client.packFile(offered);
  if (!file.ok) return file;
  const stamp = stampOf(offered);
  const opened = packs.installOffered(stamp, file.value);
  appendAudit(database, {
    at: now(),
    operatorId: null,
    action: 'policy.install',
    subject: stamp,
    details: { from: 'registry', ...(opened.ok ? { keyId: opened.keyId } : { reason: opened.refusal.reason }) },
    result: opened.ok ? 'done' : 'PACK_REFUSED',
  });
  return done({ isInstalled: opened.ok });
}
