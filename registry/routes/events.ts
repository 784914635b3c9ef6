import type { FastifyInstance } from 'fastify';
import { type PushAnswer, type PushOutcome, PushRequest, registryPaths } from '../../shared/contract/registry.ts';
import { parseBody, type Registry } from '../app.ts';
import { Refusal } from '../refusal.ts';
import { takeEvent } from '../taking/take-event.ts';

/** Takes events one after the other, each in its own transaction: a batch that breaks off is sent again without harm. */
export function addEventsRoute(app: FastifyInstance, registry: Registry): void {
  app.post(registryPaths.events, async (request): Promise<PushAnswer> => {
    const device = await registry.identify(request);
    const { events } = parseBody(request, PushRequest);
    if (events.some(({ deviceId }) => deviceId !== device.deviceId)) throw new Refusal('SCOPE_REFUSED', 'deviceId');
    const outcomes: PushOutcome[] = [];
    for (const event of events)
      outcomes.push(await takeEvent(registry.database, device, event, registry.now().toISOString()));
    return { outcomes };
  });
}
