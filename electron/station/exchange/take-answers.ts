import { z } from 'zod';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { ExchangeTaken } from '../../../shared/contract/exchange.ts';
import {
  ChangesAnswer,
  EnrolAnswer,
  LeaseAnswer,
  LeaseRequest,
  PushAnswer,
  registryPaths,
} from '../../../shared/contract/registry.ts';
import { ExchangeAnswer, ExchangeBroken, type ExchangeHead } from '../../../shared/exchange/format.ts';
import type { ReadLines } from '../../../shared/exchange/open-exchange.ts';
import type { Database } from '../store/database.ts';
import { applyPage } from '../sync/apply-records.ts';
import { fillFromSnapshot } from '../sync/fill-from-snapshot.ts';
import { takeLease } from '../sync/leases.ts';
import { findNewestDecided } from '../sync/own-chain.ts';
import { type PushHooks, takeOutcomes } from '../sync/push.ts';
import { compareChains, type RecoveryHooks } from '../sync/recover.ts';
import { readSnapshot } from '../sync/snapshot-stream.ts';
import { findCursor, findSyncSetting, putSyncSetting } from '../sync/sync-settings.ts';
import type { FurtherStep } from '../sync/sync-turn.ts';
import { AnsweredClient, answerOf, numberIn } from './answered-client.ts';
import { SnapshotLines } from './snapshot-lines.ts';

/** What taking answers needs of the program: the same hooks and steps as the exchange by wire. */
export interface TakingAnswers extends PushHooks, RecoveryHooks {
  readonly database: Database;
  readonly stationCode: string;
  readonly deviceId: string;
  readonly now: () => string;
  readonly further: readonly FurtherStep[];
  /** Breaks off between two transactions. */
  readonly signal: AbortSignal;
  readonly onProgress: (phase: 'filling' | 'taking', done: number, total: number) => void;
}

type Taken = Extract<ExchangeTaken, { kind: 'answers' }>;

/**
 * Takes the answers of a verified file over, by the very functions of the exchange by wire: outcomes, lost events, numbers, changes or the first
 * fill, and the further steps. Each is a transaction of its own and harmless when it comes again, so that a file that was broken off is simply
 * taken once more. What is known already is passed over; EXCHANGE_GAP: the changes build upon an answer that was not taken.
 */
export async function takeAnswers(
  taking: TakingAnswers,
  head: ExchangeHead,
  lines: AsyncGenerator<ReadLines>,
): Promise<Answer<Taken>> {
  const file = new AnswersOfFile(taking, head);
  for await (const { part, lines: read } of lines) {
    const answer = part === 'answers' ? await file.takeLines(read) : await file.fill(read, lines);
    if (!answer.ok) return answer;
  }
  return file.finish();
}

class AnswersOfFile {
  readonly #taking: TakingAnswers;
  readonly #head: ExchangeHead;
  readonly #client: AnsweredClient;
  readonly #taken: Taken;
  #isSettled = false;

  constructor(taking: TakingAnswers, head: ExchangeHead) {
    this.#taking = taking;
    this.#head = head;
    this.#client = new AnsweredClient(taking.deviceId);
    this.#taken = {
      kind: 'answers',
      ...{ sequence: head.sequence, confirmed: 0, refused: 0, undecided: 0, changes: 0, leases: 0 },
      ...{ isFilled: false, problem: null },
    };
  }

  async takeLines(lines: readonly string[]): Promise<Answer<null>> {
    for (const line of lines) {
      if (this.#taking.signal.aborted) throw new ExchangeBroken('EXCHANGE_STOPPED');
      const answer = ExchangeAnswer.safeParse(JSON.parse(line));
      if (!answer.success) return fail('REGISTRY_NONSENSE');
      const taken = answer.data.path.startsWith(`${registryPaths.changes}?`)
        ? await this.#takeChanges(answer.data)
        : done(this.#client.add(answer.data));
      if (!taken.ok) return taken;
    }
    return done(null);
  }

  /** Fills the copy where there is none; the register that came is passed over where there is one by now. */
  async fill(first: readonly string[], rest: AsyncGenerator<ReadLines>): Promise<Answer<null>> {
    const settled = await this.#settle();
    if (!settled.ok) return settled;
    const { database, signal, onProgress } = this.#taking;
    if (findCursor(database) !== null) return done(null);
    const snapshot = () => readSnapshot(new SnapshotLines(first, rest));
    const filled = await fillFromSnapshot(
      database,
      { snapshot },
      { signal, onProgress: (progress) => onProgress('filling', progress.done, progress.total) },
    );
    if (signal.aborted) throw new ExchangeBroken('EXCHANGE_STOPPED');
    if (!filled.ok) return filled;
    this.#taken.isFilled = true;
    return done(null);
  }

  async finish(): Promise<Answer<Taken>> {
    const settled = await this.#settle();
    if (!settled.ok) return settled;
    for (const step of this.#taking.further) {
      const answer = await step(this.#client);
      if (!answer.ok && answer.error.code === 'REGISTRY_REFUSED')
        this.#taken.problem ??= String(answer.error.details?.reason ?? '');
    }
    return done(this.#taken);
  }

  /** What comes before the register, once everything of it was read. */
  async #settle(): Promise<Answer<null>> {
    if (this.#isSettled) return done(null);
    this.#isSettled = true;
    for (const step of [this.#enrol, this.#compare, this.#settleEvents, this.#takeLeases]) {
      const answer = await step.call(this);
      if (!answer.ok) return answer;
    }
    this.#taken.problem = this.#client.refusalOf(registryPaths.events) ?? this.#client.refusalOf(registryPaths.leases);
    return done(null);
  }

  async #enrol(): Promise<Answer<null>> {
    const { database, stationCode } = this.#taking;
    const [answer] = this.#client.listOf(registryPaths.enrol);
    if (!answer) return done(null);
    const enrolled = answerOf(answer, EnrolAnswer);
    if (!enrolled.ok) return fail('EXCHANGE_REFUSED', { reason: String(enrolled.error.details?.reason ?? '') });
    putSyncSetting(database, 'sync.enrolled', stationCode);
    return done(null);
  }

  /** An answer that tells less than is known by now has nothing to compare. */
  async #compare(): Promise<Answer<null>> {
    const { database } = this.#taking;
    const toldSeq = this.#client.findHeadSeq();
    const [told] = this.#client.listOf(registryPaths.ownChain);
    if (!told) return done(null);
    if (toldSeq === null) return refusedBy(told);
    const knownSeq = findNewestDecided(database).seq;
    const isOlder = knownSeq > toldSeq && knownSeq > numberIn(told.path, 'afterSeq');
    if (isOlder) return done(null);
    const compared = await compareChains(database, this.#client, this.#taking);
    return compared.ok || compared.error.code !== 'EXCHANGE_GAP' ? compared : this.#gap();
  }

  async #settleEvents(): Promise<Answer<null>> {
    const answers = this.#client.listOf(registryPaths.events);
    const outcomes = answers.flatMap(({ body }) => PushAnswer.safeParse(body).data?.outcomes ?? []);
    const { decided, undecided } = await takeOutcomes(this.#taking.database, this.#taking, outcomes);
    const confirmed = decided.filter(({ outcome }) => outcome === 'confirmed').length;
    Object.assign(this.#taken, { confirmed, refused: decided.length - confirmed, undecided });
    return done(null);
  }

  async #takeLeases(): Promise<Answer<null>> {
    for (const answer of this.#client.listOf(registryPaths.leases)) {
      const request = LeaseRequest.safeParse(answer.request);
      const lease = answerOf(answer, LeaseAnswer);
      if (request.success && lease.ok && takeLease(this.#taking.database, request.data, lease.value))
        this.#taken.leases += 1;
    }
    return done(null);
  }

  async #takeChanges(answer: ExchangeAnswer): Promise<Answer<null>> {
    const settled = await this.#settle();
    if (!settled.ok) return settled;
    const { database, onProgress } = this.#taking;
    const from = numberIn(answer.path, 'cursor');
    const cursor = findCursor(database);
    const page = answerOf(answer, ChangesAnswer);
    if (!page.ok) return refusedBy(answer);
    if (cursor === null || cursor < from) return this.#gap();
    if (!isNews(database, cursor, page.value)) return done(null);
    await applyPage(database, page.value);
    this.#taken.changes += page.value.changes.length;
    onProgress('taking', page.value.next - from, 0);
    return done(null);
  }

  #gap(): Answer<null> {
    const { follows } = this.#head;
    return follows === 0 ? fail('EXCHANGE_TOO_NEW') : fail('EXCHANGE_GAP', { missing: follows });
  }
}

/** Whether a page tells more than the copy has; one that only says that nothing changed until a later moment does too. */
function isNews(database: Database, cursor: number, { next, serverTime }: ChangesAnswer): boolean {
  return next > cursor || (next === cursor && serverTime > (findSyncSetting(database, 'sync.copy-as-of') ?? ''));
}

/** Why a request was refused; a place in the feed that the registry does not know means that it is an old copy of itself. */
function refusedBy(answer: ExchangeAnswer): Answer<null> {
  const refused = answerOf(answer, z.never());
  const reason = refused.ok ? '' : String(refused.error.details?.reason ?? 'BODY_INVALID');
  return reason === 'CURSOR_INVALID' ? fail('REGISTRY_BEHIND') : fail('EXCHANGE_REFUSED', { reason });
}
