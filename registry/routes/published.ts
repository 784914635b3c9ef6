import type { FastifyInstance } from 'fastify';
import { registryPaths } from '../../shared/contract/registry.ts';
import {
  type AuditAnchors,
  AuditHead,
  type DocumentKeys,
  type OfferedPacks,
  PackPath,
  type PublishedKeys,
  PublishKeys,
} from '../../shared/contract/registry-published.ts';
import { parseBody, parseInput, type Registry } from '../app.ts';
import { keepDocumentKeys } from '../published/keep-keys.ts';
import { findPackFile, listOfferedPacks } from '../published/offered-packs.ts';
import { Refusal } from '../refusal.ts';
import { addAnchor, listAnchors, listDocumentKeys, listVoidedDocuments } from '../store/published.ts';
import { routeOf } from './route-of.ts';

const anchorLimit = 1000;

/** What the registry publishes: keys and voided numbers for whoever verifies papers, policy packs for stations, anchors of their logs. */
export function addPublishedRoutes(app: FastifyInstance, registry: Registry, packs: string | null): void {
  addKeyRoutes(app, registry);
  addPackRoutes(app, registry, packs);
  addAnchorRoutes(app, registry);
}

function addKeyRoutes(app: FastifyInstance, registry: Registry): void {
  const { database, now } = registry;
  app.get(registryPaths.keys, async (): Promise<DocumentKeys> => {
    const asOf = now().toISOString();
    const keys = await listDocumentKeys(database);
    const documents = await listVoidedDocuments(database);
    return {
      keys: { format: 'luohu-document-keys', formatVersion: 1, asOf, forms: {}, keys },
      voided: { format: 'luohu-voided-documents', formatVersion: 1, asOf, documents },
    };
  });
  app.post(registryPaths.keys, async (request): Promise<PublishedKeys> => {
    const device = await registry.identify(request);
    const { keys } = parseBody(request, PublishKeys);
    await keepDocumentKeys(database, device, keys, now().toISOString());
    return { kept: keys.length };
  });
}

function addPackRoutes(app: FastifyInstance, registry: Registry, packs: string | null): void {
  app.get(registryPaths.packs, async (request): Promise<OfferedPacks> => {
    await registry.identify(request);
    return listOfferedPacks(packs);
  });
  app.get(routeOf(registryPaths.pack), async (request, reply) => {
    await registry.identify(request);
    const file = await findPackFile(packs, parseInput(request.params, PackPath));
    if (file === null) throw new Refusal('NOT_FOUND');
    return reply.type('application/json; charset=utf-8').send(file);
  });
}

function addAnchorRoutes(app: FastifyInstance, registry: Registry): void {
  const { database, now } = registry;
  app.post(registryPaths.anchors, async (request): Promise<AuditAnchors> => {
    const { deviceId, stationCode } = await registry.identify(request);
    const head = parseBody(request, AuditHead);
    await addAnchor(database, { deviceId, stationCode, head, at: now().toISOString() });
    return { anchors: await listAnchors(database, deviceId, anchorLimit) };
  });
  app.get(registryPaths.anchors, async (request): Promise<AuditAnchors> => {
    const { deviceId } = await registry.identify(request);
    return { anchors: await listAnchors(database, deviceId, anchorLimit) };
  });
}
