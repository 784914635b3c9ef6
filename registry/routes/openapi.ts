import type { FastifyInstance } from 'fastify';
import { registryPaths } from '../../shared/contract/registry.ts';
import { makeOpenApi } from '../openapi.ts';

/** Answers the description of the protocol. It takes tens of milliseconds to make, so it is made when it is first asked for. */
export function addOpenApiRoute(app: FastifyInstance): void {
  let description: object | null = null;
  app.get(registryPaths.openapi, async () => {
    description ??= makeOpenApi();
    return description;
  });
}
