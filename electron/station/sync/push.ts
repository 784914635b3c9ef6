import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { PushOutcome, RejectionReason } from '../../../shared/contract/registry.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Database } from '../store/database.ts';
import { confirmRecords } from '../store/records.ts';
import { applyRecords } from './apply-records.ts';
import {
  findWaitingEvent,
  isUndecided,
  keepAnswer,
  listWaitingEvents,
  noteFailure,
  noteTry,
  reasonOf,
} from './outbox.ts';
import type { RegistryClient } from './registry-client.ts';

/** What the program does when an answer comes; both run inside the transaction that keeps the answer. */
export interface PushHooks {
  onConfirmed(eventId: string, caseId: string): void;
  /** `reason`: `conflict`, or why the registry rejected it. */
  onConflict(eventId: string, caseId: string, reason: RejectionReason | 'conflict'): void;
}

interface Pushing extends PushHooks {
  /** Now as an ISO instant. */
  readonly now: () => string;
  /** Told which events are on their way; empty when none. */
  readonly onSending: (eventIds: readonly string[]) => void;
}

/**
 * Sends everything that waits, oldest first, until the outbox holds nothing undecided. An answer that is lost after the registry has
 * decided does no harm: the event is sent again and gets the same answer. Answers how many events were decided.
 */
export async function pushOutbox(
  database: Database,
  client: Pick<RegistryClient, 'push'>,
  pushing: Pushing,
): Promise<Answer<number>> {
  let decided = 0;
  for (;;) {
    const events = listWaitingEvents(database);
    if (events.length === 0) return done(decided);
    const answer = await send(database, client, pushing, events);
    if (!answer.ok) {
      noteFailure(database, answer.error.code);
      return answer;
    }
    for (const [index, outcome] of answer.value.outcomes.entries()) {
      const event = events[index];
      if (!event) continue;
      if (isUndecided(outcome)) return undecided(database, outcome);
      database.transaction(() => settle(database, pushing, event, outcome))();
      decided += 1;
      if (index % 8 === 7) await nextTurn();
    }
  }
}

/**
 * Takes answers that came by another way than the wire, in the order in which their events were sent. What was answered before, or is no event
 * of this computer, is left alone; so is what the registry could not judge, which is sent again.
 */
export async function takeOutcomes(
  database: Database,
  hooks: PushHooks & Pick<Pushing, 'now'>,
  outcomes: readonly PushOutcome[],
): Promise<{ decided: PushOutcome[]; undecided: number }> {
  const decided: PushOutcome[] = [];
  let undecided = 0;
  for (const outcome of outcomes) {
    const event = findWaitingEvent(database, outcome.eventId);
    if (!event) continue;
    if (isUndecided(outcome)) {
      undecided += 1;
      continue;
    }
    database.transaction(() => settle(database, hooks, event, outcome))();
    decided.push(outcome);
    if (decided.length % 8 === 0) await nextTurn();
  }
  return { decided, undecided };
}

async function send(
  database: Database,
  client: Pick<RegistryClient, 'push'>,
  { now, onSending }: Pushing,
  events: readonly RegisterEvent[],
): ReturnType<RegistryClient['push']> {
  noteTry(database, events, now());
  onSending(events.map(({ eventId }) => eventId));
  try {
    return await client.push(events);
  } finally {
    onSending([]);
  }
}

/** The chain is broken here or at the registry: nothing behind it can be taken either, so it waits and the cause shows. */
function undecided(database: Database, outcome: PushOutcome): Answer<number> {
  const reason = outcome.outcome === 'rejected' ? outcome.reason : outcome.outcome;
  noteFailure(database, reason);
  return fail('REGISTRY_REFUSED', { reason });
}

/** Everything an answer changes, in the caller's one transaction. */
function settle(
  database: Database,
  { now, onConfirmed, onConflict }: PushHooks & Pick<Pushing, 'now'>,
  event: RegisterEvent,
  outcome: PushOutcome,
): void {
  keepAnswer(database, outcome, now());
  if (outcome.outcome === 'confirmed') {
    confirmRecords(database, event, new Map(outcome.versions.map(({ id, version }) => [id, version])));
    onConfirmed(event.eventId, event.caseId);
    return;
  }
  // What the registry holds instead is kept beneath the provisional records, for the conflict desk and for a withdrawal.
  if (outcome.outcome === 'conflict') applyRecords(database, outcome.theirs, []);
  onConflict(event.eventId, event.caseId, reasonOf(outcome));
}
