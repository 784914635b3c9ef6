import type { FastifyInstance } from 'fastify';
import { type OwnChainAnswer, OwnChainQuery, ownChainLimit, registryPaths } from '../../shared/contract/registry.ts';
import { parseInput, type Registry } from '../app.ts';
import { checkFeedPlace } from '../store/feed-mark.ts';
import { findHashAt, getChainHead, listOwnEvents } from '../store/own-chain.ts';

/**
 * Tells a device what is kept of its own chain, so that one whose file went back to an old copy finds what it lost; and, by a place in the feed that
 * it knows, whether this registry itself is an old copy.
 */
export function addOwnChainRoute(app: FastifyInstance, registry: Registry): void {
  app.get(registryPaths.ownChain, async (request): Promise<OwnChainAnswer> => {
    const { deviceId } = await registry.identify(request);
    const { afterSeq, ...place } = parseInput(request.query, OwnChainQuery);
    return registry.database.transaction(async (transaction) => {
      await checkFeedPlace(transaction, place);
      const events = await listOwnEvents(transaction, deviceId, { afterSeq, limit: ownChainLimit + 1 });
      return {
        head: await getChainHead(transaction, deviceId),
        afterHash: await findHashAt(transaction, deviceId, afterSeq),
        events: events.slice(0, ownChainLimit),
        hasMore: events.length > ownChainLimit,
      };
    }, 'snapshot');
  });
}
