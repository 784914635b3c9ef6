import type { FastifyInstance } from 'fastify';
import { registryPaths } from '../../shared/contract/registry.ts';
import { makeOpenApi } from '../openapi.ts';

/** Answers the description of the protocol. */
export function addOpenApiRoute(app: FastifyInstance): void {
  const description = makeOpenApi();
  app.get(registryPaths.openapi, async () => description);
}
