import type { PushOutcome } from '../../shared/contract/registry.ts';
import { type RegistryDatabase, sqlState } from '../store/database.ts';
import { inTransaction } from '../store/meeting.ts';
import { decide, type Push, type Taken } from './decide.ts';

const triesTogether = 3;
const triesAlone = 5;
/** What PostgreSQL says of what it was given, not of itself: wrong data, a broken constraint, a meeting, too much of something. */
const ofWhatWasGiven = /^(?:22|23|40|54)/;

/**
 * Takes the events of several pushes in one transaction: the answers are given for good and the same event sent again gets the same one.
 * Where they can not be written together, each is taken in a transaction of its own, so that none suffers for another.
 */
export async function takePushes(database: RegistryDatabase, pushes: readonly Push[], now: string): Promise<Taken[]> {
  try {
    return await inTransaction(database, (transaction) => decide(transaction, pushes, now), triesTogether);
  } catch (error) {
    const isOneEvent = pushes.length === 1 && pushes[0]?.events.length === 1;
    if (isOneEvent || !ofWhatWasGiven.test(sqlState(error) ?? '')) throw error;
    return takeApart(database, pushes, now);
  }
}

async function takeApart(database: RegistryDatabase, pushes: readonly Push[], now: string): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const push of pushes) {
    const alone = takeOneByOne(database, push, now);
    taken.push(await alone.catch((error: unknown) => (error instanceof Error ? error : new Error('push'))));
  }
  return taken;
}

async function takeOneByOne(database: RegistryDatabase, { device, jti, events }: Push, now: string): Promise<Taken> {
  const outcomes: PushOutcome[] = [];
  for (const [index, event] of events.entries()) {
    const alone = { device, jti: index === 0 ? jti : null, events: [event] };
    const [taken] = await inTransaction(database, (transaction) => decide(transaction, [alone], now), triesAlone);
    if (taken === undefined || taken instanceof Error) return taken ?? outcomes;
    outcomes.push(...taken);
  }
  return outcomes;
}
