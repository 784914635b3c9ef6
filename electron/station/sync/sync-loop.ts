import { hostname } from 'node:os';
import type { Failure } from '../../../shared/contract/errors.ts';
import type { News } from '../../../shared/contract/news.ts';
import { type OutboxItem, Recovery, type SyncState } from '../../../shared/contract/sync.ts';
import { answerOfThrown } from '../answer-of-thrown.ts';
import type { Database } from '../store/database.ts';
import { backOffMs } from './back-off.ts';
import { type Device, openDevice } from './device.ts';
import type { FillProgress } from './fill.ts';
import { listLeasesLeft } from './leases.ts';
import { countOutbox, listOutbox, noteNextTry } from './outbox.ts';
import type { PushHooks } from './push.ts';
import type { RecoveryHooks } from './recover.ts';
import { RegistryClient } from './registry-client.ts';
import { findSyncSetting } from './sync-settings.ts';
import { type FurtherStep, runTurn } from './sync-turn.ts';

/** How often the change feed is asked while all is well. */
const usualPollMs = 10_000;
const fillNewsEveryMs = 250;
/** So long the screen tells of a recovery. */
const recoveryTellingMs = 7 * 86_400_000;
/** Failures with which the registry itself answered. */
const reachedCodes: readonly Failure['code'][] = ['REGISTRY_REFUSED', 'REGISTRY_BEHIND'];

export interface SyncOptions extends PushHooks, RecoveryHooks {
  readonly db: Database;
  /** Null: not known yet; setRegistryUrl tells it. */
  readonly registryUrl: string | null;
  /** Empty when this computer is enrolled already. */
  readonly enrolCode: string;
  readonly stationCode: string;
  /** How the registry lists this computer; its host name when absent. */
  readonly deviceName?: string;
  /** Now in milliseconds since 1970. */
  readonly clock: () => number;
  readonly onNews: (news: News) => void;
  /** Further steps of every exchange, after the register's own. */
  readonly further?: readonly FurtherStep[];
  readonly fetch?: typeof fetch;
  readonly pollMs?: number;
  /** From 0 to below 1; for tests of the waiting times. */
  readonly random?: () => number;
}

/** The exchange with the registry, running beside everything else. */
export interface Sync {
  /** This computer in its events; made once. */
  readonly deviceId: string;
  /** How far this computer's clock was ahead of the registry's at the last exchange, negative when behind; null: none since the start. */
  readonly clockAheadMs: number | null;
  start(): void;
  /** Breaks off what is under way and resolves when nothing touches the database any more. */
  stop(): Promise<void>;
  /** Does a whole exchange now; resolves with how things are afterwards. */
  now(): Promise<SyncState>;
  state(): SyncState;
  outbox(): OutboxItem[];
  /** Something was registered: it is sent at once, or when the exchange under way has come to it. To be called after the commit. */
  nudge(): void;
  /** Where the registry is from now on. */
  setRegistryUrl(url: string): void;
  /** Does something with the copy while nothing is exchanged by wire; what waits goes out afterwards. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** How the registry lists a computer that nobody named otherwise. */
export function deviceNameOf(hostName: string): string {
  return hostName.slice(0, 60) || 'counter';
}

/** Makes the exchange; nothing happens before start() or now(). Never throws for what the registry does. */
export function createSync(options: SyncOptions): Sync {
  return new SyncLoop(options);
}

class SyncLoop implements Sync {
  readonly #options: SyncOptions;
  readonly #device: Device;
  readonly #sending = new Set<string>();
  #url: string | null;
  #abort = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #isStarted = false;
  #isNudged = false;
  #failures = 0;
  #registry: SyncState['registry'] = 'unknown';
  #clockAheadMs: number | null = null;
  #cause: string | null = null;
  #lastTryAt: string | null = null;
  #fill: FillProgress | null = null;
  #fillToldAt = 0;
  /** A file or a registry is put back only while one of the two is away. */
  #isCompared = false;
  #told = '';

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#device = openDevice(options.db);
    this.#url = options.registryUrl;
  }

  get deviceId(): string {
    return this.#device.deviceId;
  }

  get clockAheadMs(): number | null {
    return this.#clockAheadMs;
  }

  start(): void {
    this.#isStarted = true;
    this.nudge();
  }

  async stop(): Promise<void> {
    this.#isStarted = false;
    clearTimeout(this.#timer);
    this.#abort.abort();
    while (this.#running) await this.#running;
  }

  async now(): Promise<SyncState> {
    while (this.#running) await this.#running;
    await this.#run();
    return this.state();
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#running) await this.#running;
    const working = work();
    const held = working.then(
      () => {},
      () => {},
    );
    this.#running = held;
    await held;
    this.#running = null;
    this.#isCompared = false;
    this.#tell();
    this.nudge();
    return working;
  }

  nudge(): void {
    this.#isNudged = true;
    if (this.#isStarted && !this.#running) this.#wait(0);
  }

  setRegistryUrl(url: string): void {
    if (url !== this.#url) this.#abort.abort();
    this.#url = url;
    this.#failures = 0;
    this.nudge();
  }

  outbox(): OutboxItem[] {
    return listOutbox(this.#options.db, this.#sending);
  }

  state(): SyncState {
    const { db } = this.#options;
    return {
      registry: this.#registry,
      copyAsOf: findSyncSetting(db, 'sync.copy-as-of'),
      lastTryAt: this.#lastTryAt,
      cause: this.#cause,
      outboxCount: countOutbox(db),
      fill: this.#fill,
      leases: listLeasesLeft(db),
      recovery: this.#recovery(),
      lostAnchors: Number(findSyncSetting(db, 'sync.lost-anchors') ?? '0'),
    };
  }

  /** What was found again after an old copy was put back, as long as that is news. */
  #recovery(): SyncState['recovery'] {
    const kept = findSyncSetting(this.#options.db, 'sync.recovery');
    if (kept === null) return null;
    const recovery = Recovery.parse(JSON.parse(kept));
    return this.#options.clock() - Date.parse(recovery.at) < recoveryTellingMs ? recovery : null;
  }

  #now(): string {
    return new Date(this.#options.clock()).toISOString();
  }

  #wait(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), delayMs).unref();
  }

  /** One turn at a time; who comes meanwhile gets the one under way. */
  #run(): Promise<void> {
    this.#running ??= this.#turn().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #turn(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#url === null) return;
    this.#abort = new AbortController();
    this.#isNudged = false;
    this.#lastTryAt = this.#now();
    const failure = await this.#exchange(this.#url);
    this.#fill = null;
    this.#failures = failure ? this.#failures + 1 : 0;
    if (failure) this.#isCompared = false;
    this.#cause = failure?.code ?? null;
    this.#registry = !failure || reachedCodes.includes(failure.code) ? 'online' : 'offline';
    this.#planNext();
    this.#tell();
  }

  async #exchange(url: string): Promise<Failure | null> {
    const { db: database, clock } = this.#options;
    const client = new RegistryClient({
      url,
      clock,
      device: this.#device,
      fetch: this.#options.fetch ?? fetch,
      signal: this.#abort.signal,
    });
    try {
      return await runTurn({
        ...this.#options,
        database,
        client,
        deviceName: this.#options.deviceName ?? deviceNameOf(hostname()),
        now: () => this.#now(),
        further: this.#options.further ?? [],
        signal: this.#abort.signal,
        onSending: (eventIds) => this.#noteSending(eventIds),
        onFill: (progress) => this.#noteFill(progress),
        takeNudge: () => this.#takeNudge(),
        mustCompare: !this.#isCompared,
        onCompared: () => {
          this.#isCompared = true;
        },
      });
    } catch (thrown) {
      return answerOfThrown(thrown).error;
    } finally {
      this.#clockAheadMs = client.clockAheadMs ?? this.#clockAheadMs;
    }
  }

  #planNext(): void {
    if (!this.#isStarted) return;
    const { db, random = Math.random, pollMs = usualPollMs, clock } = this.#options;
    const delayMs = this.#isNudged ? 0 : this.#failures === 0 ? pollMs : backOffMs(this.#failures, random);
    if (this.#failures > 0) noteNextTry(db, new Date(clock() + delayMs).toISOString());
    this.#wait(delayMs);
  }

  #takeNudge(): boolean {
    const isNudged = this.#isNudged;
    this.#isNudged = false;
    return isNudged;
  }

  #noteSending(eventIds: readonly string[]): void {
    this.#sending.clear();
    for (const eventId of eventIds) this.#sending.add(eventId);
    this.#options.onNews({ topic: 'sync' });
  }

  #noteFill(progress: FillProgress | null): void {
    this.#fill = progress;
    this.#registry = 'online';
    if (Date.now() - this.#fillToldAt < fillNewsEveryMs && progress !== null) return;
    this.#fillToldAt = Date.now();
    this.#options.onNews({ topic: 'sync' });
  }

  /** Tells the windows only what they do not know yet. */
  #tell(): void {
    const { lastTryAt: _, ...state } = this.state();
    const text = JSON.stringify(state);
    if (text === this.#told) return;
    this.#told = text;
    this.#options.onNews({ topic: 'sync' });
  }
}
