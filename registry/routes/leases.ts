import type { FastifyInstance } from 'fastify';
import { type LeaseAnswer, LeaseRequest, registryPaths } from '../../shared/contract/registry.ts';
import { householdSerialMax } from '../../shared/domain/household-number.ts';
import { parseBody, type Registry } from '../app.ts';
import { Refusal } from '../refusal.ts';
import type { Queryable } from '../store/database.ts';
import type { Device } from '../store/devices.ts';
import { addLease, findLease, type Lease, lockNextSerial, putNextSerial } from '../store/leases.ts';
import { inTransaction } from '../store/meeting.ts';

/** Gives a station a block of serials that nobody ever got. The same request asked again gets the same block. */
export function addLeasesRoute(app: FastifyInstance, { database, identify, now }: Registry): void {
  app.post(registryPaths.leases, async (request): Promise<LeaseAnswer> => {
    const device = await identify(request);
    const asked = parseBody(request, LeaseRequest);
    const { kind, from, until } = await inTransaction(database, (transaction) =>
      giveLease(transaction, device, asked, now().toISOString()),
    );
    return { kind, from, until };
  });
}

async function giveLease(transaction: Queryable, device: Device, asked: LeaseRequest, at: string): Promise<Lease> {
  const { kind, count, requestId } = asked;
  const { deviceId, stationCode } = device;
  const serials = { stationCode, kind };
  // Locked first, so that a request that comes twice at once waits here and then finds its block.
  const from = await lockNextSerial(transaction, serials);
  const given = await findLease(transaction, requestId);
  if (given) return sameLease(given, device, asked);
  const until = from + count - 1;
  if (until > householdSerialMax) throw new Refusal('NUMBERS_EXHAUSTED');
  await putNextSerial(transaction, serials, until + 1);
  const lease = { ...serials, requestId, deviceId, from, until };
  await addLease(transaction, lease, at);
  return lease;
}

function sameLease(given: Lease, device: Device, { kind, count }: LeaseRequest): Lease {
  const isSame = given.deviceId === device.deviceId && given.kind === kind && given.until - given.from + 1 === count;
  if (!isSame) throw new Refusal('IDEMPOTENCY_MISMATCH');
  return given;
}
