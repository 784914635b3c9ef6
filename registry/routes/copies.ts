import type { FastifyInstance } from 'fastify';
import { registryPaths } from '../../shared/contract/registry.ts';
import { CopyPath, CopyQuery, type OfferedCopies } from '../../shared/contract/registry-copies.ts';
import { parseInput, type Registry } from '../app.ts';
import { findCopyBytes, listOfferedCopies } from '../published/offered-copies.ts';
import { Refusal } from '../refusal.ts';
import { routeOf } from './route-of.ts';

/** Ready copies of the register: files that somebody made and put there; a copy the device has half of goes on where it broke off. */
export function addCopyRoutes(app: FastifyInstance, registry: Registry, folder: string | null): void {
  const shelf = { folder, database: registry.database };
  app.get(registryPaths.copies, async (request): Promise<OfferedCopies> => {
    return listOfferedCopies(shelf, await registry.identify(request));
  });
  app.get(routeOf(registryPaths.copy), async (request, reply) => {
    const device = await registry.identify(request);
    const { sha256 } = parseInput(request.params, CopyPath);
    const { from } = parseInput(request.query, CopyQuery);
    const bytes = await findCopyBytes(shelf, device, { sha256, from });
    if (bytes === null) throw new Refusal('NOT_FOUND');
    return reply.type('application/octet-stream').send(bytes);
  });
}
