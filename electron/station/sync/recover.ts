import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { LeaseKind, type PushOutcome } from '../../../shared/contract/registry.ts';
import type { Recovery } from '../../../shared/contract/sync.ts';
import { RegisterEvent } from '../../../shared/domain/events.ts';
import { appendAudit } from '../store/audit-lines.ts';
import { findCase } from '../store/cases.ts';
import type { Database } from '../store/database.ts';
import { hashOfEvent } from '../store/event-hash.ts';
import { addHappening } from '../store/happenings.ts';
import { withdrawRecords } from '../store/records.ts';
import { dropLeases } from './leases.ts';
import {
  addLostEvent,
  type ChainHead,
  chainBehind,
  closeUnsent,
  findNewestDecided,
  isInChain,
  type KeptEvent,
  placeAsKept,
  unchainWaiting,
  whileRechaining,
} from './own-chain.ts';
import type { RegistryClient } from './registry-client.ts';
import { type FeedPlace, findFeedPlace, putSyncSetting } from './sync-settings.ts';

/** What the program does when an event comes back that this file had lost; runs inside the transaction that takes it back. */
export interface RecoveryHooks {
  onRecovered?(event: RegisterEvent, outcome: PushOutcome): void;
}

interface Recovering extends RecoveryHooks {
  /** Now as an ISO instant. */
  readonly now: () => string;
}

type OwnChain = Pick<RegistryClient, 'ownChain' | 'deviceId'>;

/**
 * Compares this computer's chain of events with what the registry keeps of it. Where the registry has events that this file lacks, the file is
 * an old copy: they are taken back with their answers, what was registered since and never sent goes behind them, and the number blocks are
 * given up, for numbers of them may be on paper. REGISTRY_BEHIND: the registry lacks events it has answered, or has another feed than it told;
 * nothing is changed or sent then.
 */
export async function compareChains(
  database: Database,
  client: OwnChain,
  recovering: Recovering,
): Promise<Answer<null>> {
  const known = findNewestDecided(database);
  const kept = await listKept(client, known, findFeedPlace(database));
  if (!kept.ok) return kept;
  if (kept.value.every(({ event }) => isInChain(database, event))) return done(null);
  database.transaction(() => recover(database, known, kept.value, recovering))();
  return done(null);
}

/** The device's events behind a place, as the registry keeps them, each checked to follow the one before. */
async function listKept(client: OwnChain, known: ChainHead, place: FeedPlace | null): Promise<Answer<KeptEvent[]>> {
  const kept: KeptEvent[] = [];
  let head = known;
  for (;;) {
    const page = await client.ownChain(head.seq, place);
    if (!page.ok) return page;
    const { afterHash, events, hasMore } = page.value;
    if (page.value.head.seq < head.seq || (head.seq > 0 && afterHash !== head.hash)) return fail('REGISTRY_BEHIND');
    for (const { body, outcome } of events) {
      const event = readKept(body);
      if (event === null || !follows(event, head, client.deviceId) || outcome.eventId !== event.eventId)
        return fail('REGISTRY_NONSENSE');
      kept.push({ event, body, outcome });
      head = event;
    }
    if (!hasMore) return done(kept);
    if (events.length === 0) return fail('REGISTRY_NONSENSE');
  }
}

/** Null: not an event, or not what its hash says. */
function readKept(body: string): RegisterEvent | null {
  try {
    const { hash, ...unhashed } = JSON.parse(body);
    const event = RegisterEvent.safeParse({ ...unhashed, hash });
    return event.success && hashOfEvent(unhashed) === hash ? event.data : null;
  } catch {
    return null;
  }
}

function follows({ seq, prevHash, deviceId }: RegisterEvent, before: ChainHead, own: string): boolean {
  return deviceId === own && seq === before.seq + 1 && prevHash === before.hash;
}

function recover(database: Database, known: ChainHead, kept: readonly KeptEvent[], recovering: Recovering): void {
  const at = recovering.now();
  const lost: KeptEvent[] = [];
  const counts = { renumbered: 0, givenUp: 0 };
  whileRechaining(database, () => {
    const waiting = unchainWaiting(database);
    for (const each of kept) if (!placeAsKept(database, each)) lost.push(each);
    for (const each of lost) addLostEvent(database, each, { at, isSettled: isSettledBy(lost, each) });
    const keptIds = new Set(kept.map(({ event }) => event.eventId));
    let head: ChainHead = kept.at(-1)?.event ?? known;
    for (const event of waiting.filter(({ eventId }) => !keptIds.has(eventId))) {
      if (isAgain(database, event, lost)) {
        withdrawRecords(database, event);
        closeUnsent(database, event.eventId);
        counts.givenUp += 1;
        continue;
      }
      head = chainBehind(database, event, head);
      counts.renumbered += 1;
    }
  });
  for (const { event, outcome } of lost) {
    if (outcome.outcome === 'confirmed') addHappening(database, event, at);
    recovering.onRecovered?.(event, outcome);
  }
  dropLeases(database);
  note(database, { at, recovered: lost.length, ...counts, doubleNumbers: listDoubleNumbers(database, lost) });
}

/** The case was registered before the file went back, and once more since: the first registration stands, and the second was never sent. */
function isAgain(database: Database, event: RegisterEvent, lost: readonly KeptEvent[]): boolean {
  if (findCase(database, event.caseId)?.eventId !== event.eventId) return false;
  return lost.some(
    ({ event: { caseId, kind, facts }, outcome }) =>
      outcome.outcome === 'confirmed' &&
      caseId === event.caseId &&
      kind === event.kind &&
      facts.procedure === event.facts.procedure,
  );
}

/** Whether a later event says what became of the refused one. */
function isSettledBy(lost: readonly KeptEvent[], { event: { eventId } }: KeptEvent): boolean {
  return lost.some(({ event: { facts } }) => 'settledEventId' in facts && facts.settledEventId === eventId);
}

/** Acceptance numbers that the file gave once more after it went back. */
function listDoubleNumbers(database: Database, lost: readonly KeptEvent[]): string[] {
  const find = database.prepare<[string, string]>('SELECT 1 FROM cases WHERE acceptance_number = ? AND case_id <> ?');
  const doubles = lost.flatMap(({ event: { caseId, facts } }) => {
    const number = 'acceptanceNumber' in facts ? facts.acceptanceNumber : '';
    return number !== '' && find.get(number, caseId) !== undefined ? [number] : [];
  });
  return [...new Set(doubles)];
}

function note(database: Database, recovery: Recovery): void {
  const { at, ...details } = recovery;
  putSyncSetting(database, 'sync.recovery', JSON.stringify(recovery));
  appendAudit(database, {
    at,
    operatorId: null,
    action: 'sync.recovered',
    subject: '',
    details: { ...details, leases: LeaseKind.options },
    result: 'done',
  });
}
