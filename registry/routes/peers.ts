import type { FastifyInstance } from 'fastify';
import { registryPaths } from '../../shared/contract/registry.ts';
import { type PaperAnswer, PeerPaperQuery } from '../../shared/contract/registry-inquiry.ts';
import type { RegistryIdentityAnswer } from '../../shared/contract/registry-published.ts';
import { todayIn } from '../../shared/domain/plain-date.ts';
import { parseInput, type Registry } from '../app.ts';
import { stateOfOwnPaper } from '../inquiries/paper-state.ts';
import { openIdentity } from '../store/identity.ts';

/** What registries of other places ask: who this one is, and whether a paper of its stations stands. */
export function addPeerRoutes(app: FastifyInstance, registry: Registry): void {
  app.get(registryPaths.identity, async (): Promise<RegistryIdentityAnswer> => {
    const { registryId, privateKey } = await openIdentity(registry.database);
    const { d: _, ...publicKey } = privateKey;
    return { registryId, publicKey };
  });
  app.get(registryPaths.papers, async (request): Promise<PaperAnswer> => {
    await registry.identify(request, ['peer']);
    const asked = parseInput(request.query, PeerPaperQuery);
    return stateOfOwnPaper(registry.database, asked, todayIn(registry.now().toISOString()));
  });
}
