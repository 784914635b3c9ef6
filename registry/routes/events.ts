import type { FastifyInstance } from 'fastify';
import { type PushAnswer, type PushOutcome, PushRequest, registryPaths } from '../../shared/contract/registry.ts';
import { parseInput, type Registry, readBody } from '../app.ts';
import { Refusal } from '../refusal.ts';
import { takeEvent } from '../taking/take-event.ts';

/** Takes events one after the other, each in its own transaction: a batch that breaks off is sent again without harm. */
export function addEventsRoute(app: FastifyInstance, registry: Registry): void {
  app.post(registryPaths.events, async (request): Promise<PushAnswer> => {
    const device = await registry.identify(request);
    const sent = readBody(request);
    const { events } = parseInput(sent, PushRequest);
    if (events.some(({ deviceId }) => deviceId !== device.deviceId)) throw new Refusal('SCOPE_REFUSED', 'deviceId');
    const outcomes: PushOutcome[] = [];
    const asSent = (sent as { events: object[] }).events;
    for (const [index, event] of events.entries())
      outcomes.push(
        await takeEvent(
          registry.database,
          device,
          { event, sent: asSent[index] ?? event },
          registry.now().toISOString(),
        ),
      );
    return { outcomes };
  });
}
