import type { FastifyInstance } from 'fastify';
import { EnrolAnswer, EnrolRequest, registryPaths } from '../../shared/contract/registry.ts';
import { parseBody, type Registry } from '../app.ts';
import { Refusal } from '../refusal.ts';
import { addDevice, findDevice, takeEnrolmentCode } from '../store/devices.ts';
import { inTransaction } from '../store/meeting.ts';

const wrongCodeLimit = 20;
const wrongCodeWindowMs = 60_000;

/** Makes guessing codes hopeless: after twenty wrong ones in a minute every request is refused until the minute is over. */
class GuessBrake {
  readonly #now: () => Date;
  #since = 0;
  #wrong = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  check(): void {
    if (this.#now().getTime() - this.#since > wrongCodeWindowMs) this.#wrong = 0;
    if (this.#wrong >= wrongCodeLimit) throw new Refusal('TOO_MANY_TRIES');
  }

  countWrong(): void {
    if (this.#wrong === 0) this.#since = this.#now().getTime();
    this.#wrong += 1;
  }
}

/** A device becomes known. The same device with the same key may ask again; another key for a known device is refused. */
export function addEnrolRoute(app: FastifyInstance, registry: Registry): void {
  const brake = new GuessBrake(registry.now);
  app.post(registryPaths.enrol, async (request): Promise<EnrolAnswer> => {
    brake.check();
    const asked = parseBody(request, EnrolRequest);
    const serverTime = registry.now().toISOString();
    const isKnown = await inTransaction(registry.database, async (transaction) => {
      const known = await findDevice(transaction, asked.deviceId);
      if (known) return isSame(asked, known);
      const granted = await takeEnrolmentCode(transaction, asked.code, asked.stationCode);
      if (granted === null) return false;
      const { deviceId, deviceName: name, stationCode, publicKey } = asked;
      await addDevice(transaction, {
        deviceId,
        name,
        stationCode,
        ...granted,
        publicKey: publicKey.x,
        enrolledAt: serverTime,
      });
      return true;
    });
    if (!isKnown) {
      brake.countWrong();
      throw new Refusal('ENROL_CODE_INVALID');
    }
    return EnrolAnswer.parse({ deviceId: asked.deviceId, stationCode: asked.stationCode, serverTime });
  });
}

function isSame(
  asked: EnrolRequest,
  known: { readonly stationCode: string; readonly publicKey: string; readonly isRevoked: boolean },
): boolean {
  return !known.isRevoked && known.publicKey === asked.publicKey.x && known.stationCode === asked.stationCode;
}
