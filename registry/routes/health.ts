import type { FastifyInstance } from 'fastify';
import { type HealthAnswer, registryPaths } from '../../shared/contract/registry.ts';
import type { Registry } from '../app.ts';

/** Says that the registry and its database answer, and what time it is here. */
export function addHealthRoute(app: FastifyInstance, { database, now }: Registry): void {
  app.get(registryPaths.health, async (): Promise<HealthAnswer> => {
    await database.query('SELECT 1');
    return { status: 'ok', serverTime: now().toISOString(), protocol: 1 };
  });
}
