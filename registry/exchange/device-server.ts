import type { FastifyInstance } from 'fastify';
import { inScope, type Registry } from '../app.ts';
import type { InquiryDesk } from '../inquiries/inquiry-desk.ts';
import { Refusal } from '../refusal.ts';
import { makeServer } from '../server.ts';
import type { RegistryDatabase } from '../store/database.ts';
import { type Device, findDevice } from '../store/devices.ts';

/** What the requests of a file are answered with. */
export interface FileDesk {
  readonly database: RegistryDatabase;
  readonly now: () => Date;
  readonly desk: InquiryDesk;
  /** Folder of the packs that stations are offered; null: none are. */
  readonly packs: string | null;
}

/**
 * The registry's routes for the requests of one file, not listening: whoever signed the file made every request in it. Nothing else differs
 * from a request by wire, so that there is one way to decide.
 */
export function makeDeviceServer({ database, now, desk, packs }: FileDesk, deviceId: string): FastifyInstance {
  const known = async (): Promise<Device> => {
    const device = await findDevice(database, deviceId);
    if (!device || device.isRevoked) throw new Refusal('DEVICE_UNKNOWN');
    return device;
  };
  const registry: Registry = {
    database,
    now,
    identify: async (_request, scopes) => inScope(await known(), scopes),
    recognise: async () => ({ device: inScope(await known()), jti: null }),
  };
  return makeServer(database, now, { desk, packs, registry });
}
