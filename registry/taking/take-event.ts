import type { PushOutcome } from '../../shared/contract/registry.ts';
import type { RegisterEvent } from '../../shared/domain/events.ts';
import { Refusal } from '../refusal.ts';
import { type Queryable, type RegistryDatabase, sqlState } from '../store/database.ts';
import { type Device, lockChainHead, putChainHead } from '../store/devices.ts';
import { addDecidedEvent, findDecidedEvent } from '../store/events.ts';
import { findRuleBreach } from './check-rules.ts';
import { type Broken, findScopeBreach } from './check-scope.ts';
import { eventHash } from './event-hash.ts';
import { lockTouched, type Touched } from './touched.ts';
import { writeEvent } from './write-event.ts';

/** An event as read and as it came. */
export interface TakenEvent {
  readonly event: RegisterEvent;
  readonly sent: object;
}

/** Two events met: unique_violation, serialization_failure, deadlock_detected. Judged again, the later one sees the earlier. */
const meetings: ReadonlySet<string | null> = new Set(['23505', '40001', '40P01']);
const tryLimit = 5;

/**
 * Takes one event, in one transaction of its own: the answer is given for good and the same event sent again gets it again.
 * A broken chain or hash is answered but not kept, as the event may come again in its place.
 * @throws Refusal IDEMPOTENCY_MISMATCH when another event came under this id
 */
export async function takeEvent(
  database: RegistryDatabase,
  device: Device,
  taken: TakenEvent,
  now: string,
): Promise<PushOutcome> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction((transaction) => decide(transaction, device, taken, now));
    } catch (error) {
      if (tries === tryLimit || !meetings.has(sqlState(error))) throw error;
    }
  }
}

function rejected({ eventId }: RegisterEvent, { reason, recordId }: Broken): PushOutcome {
  return { outcome: 'rejected', eventId, reason, recordId };
}

async function decide(
  transaction: Queryable,
  device: Device,
  { event, sent }: TakenEvent,
  now: string,
): Promise<PushOutcome> {
  const head = await lockChainHead(transaction, device.deviceId);
  const hash = eventHash(sent);
  const decided = await findDecidedEvent(transaction, event.eventId);
  if (decided) {
    if (decided.hash !== hash || event.hash !== hash) throw new Refusal('IDEMPOTENCY_MISMATCH', event.eventId);
    return decided.answer;
  }
  if (event.hash !== hash) return rejected(event, { reason: 'hash', recordId: null });
  if (event.seq !== head.seq + 1 || event.prevHash !== head.hash)
    return rejected(event, { reason: 'chain', recordId: null });
  await putChainHead(transaction, device.deviceId, event);
  const answer = await judge(transaction, device, event, now);
  await addDecidedEvent(transaction, event, { sent, answer, answeredAt: now });
  return answer;
}

async function judge(transaction: Queryable, device: Device, event: RegisterEvent, now: string): Promise<PushOutcome> {
  const touched = await lockTouched(transaction, event);
  const breach = findScopeBreach(touched, device);
  if (breach) return rejected(event, breach);
  const conflict = findConflict(touched);
  if (conflict) return conflict;
  const broken = await findRuleBreach(transaction, touched);
  if (broken) return rejected(event, broken);
  return writeEvent(transaction, touched, now);
}

/** The records whose version is not the one the event is based on, or made by another event, as they are now. */
function findConflict(touched: Touched): PushOutcome | null {
  const moved = touched.event.effects.filter((effect) => {
    const before = touched.before(effect);
    const isOther = effect.basedOnEvent !== undefined && before?.eventId !== effect.basedOnEvent;
    return isOther || (before?.record.version ?? 0) !== effect.basedOn;
  });
  if (moved.length === 0) return null;
  const theirs = moved.flatMap((effect) => touched.before(effect)?.record ?? []);
  return { outcome: 'conflict', eventId: touched.event.eventId, theirs };
}
