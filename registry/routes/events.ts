import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type PushAnswer, registryPaths } from '../../shared/contract/registry.ts';
import { type Registry, readJson } from '../app.ts';
import { Refusal } from '../refusal.ts';
import type { Device } from '../store/devices.ts';
import { readPush, type SentEvent } from '../taking/sent-event.ts';
import { TakingQueue } from '../taking/taking-queue.ts';

/** Takes events; a batch that breaks off is sent again without harm. */
export function addEventsRoute(app: FastifyInstance, registry: Registry): void {
  const queue = new TakingQueue(registry.database, registry.now);
  app.post(registryPaths.events, async (request): Promise<PushAnswer> => {
    const { device, jti } = await registry.recognise(request);
    try {
      const events = readOwnEvents(request, device);
      return { outcomes: [...(await queue.take({ device, jti, events }))] };
    } catch (error) {
      // Of a device that is known no longer nothing else is said.
      if (error instanceof Refusal) await registry.recognise(request, true);
      throw error;
    }
  });
}

function readOwnEvents(request: FastifyRequest, device: Device): SentEvent[] {
  const events = readPush(readJson(request));
  if (events.some(({ envelope }) => envelope.deviceId !== device.deviceId))
    throw new Refusal('SCOPE_REFUSED', 'deviceId');
  return events;
}
