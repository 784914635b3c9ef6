import { uuidv7 } from 'uuidv7';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Program } from '../program.ts';
import { hashOfEvent } from '../store/event-hash.ts';
import { addEvent, findLastEvent } from '../store/events.ts';

type HappeningOf<Event extends RegisterEvent> = Event extends RegisterEvent ? Pick<Event, 'kind' | 'facts'> : never;

/** What an event says, of any kind. */
export type Happening = HappeningOf<RegisterEvent>;

/** What happened, who did it in which case, and what it does to the register. */
type NewEvent = Happening & Pick<RegisterEvent, 'caseId' | 'operatorId' | 'occurredAt' | 'effects'>;

/** Hash of the event before a device's first one. */
const firstHash = '0'.repeat(64);

/** Makes the device's next event, chained to the one before, and puts it into the outbox, inside the caller's transaction. */
export function makeEvent(program: Program, happened: NewEvent): RegisterEvent {
  const last = findLastEvent(program.database);
  const unhashed = {
    ...happened,
    eventId: uuidv7(),
    deviceId: program.sync.deviceId,
    seq: (last?.seq ?? 0) + 1,
    stationCode: program.stationCode,
    prevHash: last?.hash ?? firstHash,
  };
  const hash = hashOfEvent(unhashed);
  const event = RegisterEvent.parse({ ...unhashed, hash });
  addEvent(program.database, event, canonicalJson(event));
  return event;
}
