import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Program } from '../program.ts';
import { addEvent, findLastEvent } from '../store/events.ts';

type Happening = Pick<RegisterEvent, 'caseId' | 'operatorId' | 'occurredAt' | 'facts' | 'effects'>;

/** Hash of the event before a device's first one. */
const firstHash = '0'.repeat(64);

/** Makes the device's next event, chained to the one before, and puts it into the outbox, inside the caller's transaction. */
export function makeEvent(program: Program, happening: Happening): RegisterEvent {
  const last = findLastEvent(program.database);
  const unhashed = {
    ...happening,
    eventId: uuidv7(),
    deviceId: program.sync.deviceId,
    seq: (last?.seq ?? 0) + 1,
    kind: 'settlement.registered' as const,
    stationCode: program.stationCode,
    prevHash: last?.hash ?? firstHash,
  };
  const hash = createHash('sha256').update(canonicalJson(unhashed)).digest('hex');
  const event = RegisterEvent.parse({ ...unhashed, hash });
  addEvent(program.database, event, canonicalJson(event));
  return event;
}
