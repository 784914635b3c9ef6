import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import { type Answer, fail } from '../../shared/contract/errors.ts';
import type { News } from '../../shared/contract/news.ts';
import { FromStation, type StationArguments, type ToStation } from '../station/messages.ts';
import type { WriteLog } from './program-log.ts';

/** The part of a utility process that is used here. */
export interface ChildProcess {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (exitCode: number) => void): unknown;
  kill(): boolean;
}

interface Options {
  /** Starts the service; called again after a crash. */
  readonly fork: () => ChildProcess;
  readonly startWith: StationArguments;
  readonly onNews: (news: News) => void;
  readonly writeLog: WriteLog;
  /** Waits between a crash and the next start; the last one is used from then on. */
  readonly restartDelaysMs?: readonly number[];
}

type Waiting = (answer: Answer<unknown>) => void;

const usualDelaysMs = [0, 500, 2000, 5000, 10_000];
const steadyMs = 60_000;
const stopLimitMs = 5000;

/**
 * The service in its own process. A call made while it starts waits for it; a call in flight when it dies is answered STATION_STOPPED,
 * because nobody knows whether it was carried out. It is started again by itself and the windows are told.
 */
export class StationProcess {
  /** Resolves when the service answers for the first time. */
  readonly firstReady: Promise<void>;
  readonly #options: Options;
  readonly #waiting = new Map<number, Waiting>();
  #tellReady: () => void = () => undefined;
  #child: ChildProcess | null = null;
  #unsent: ToStation[] = [];
  #isReady = false;
  #isStopping = false;
  #lastId = 0;
  #crashes = 0;
  #startedAt = 0;
  #registryUrl: string | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.firstReady = new Promise((resolve) => {
      this.#tellReady = resolve;
    });
  }

  start(): void {
    const child = this.#options.fork();
    this.#child = child;
    this.#startedAt = Date.now();
    child.on('message', (message) => this.#hear(message));
    child.once('exit', (exitCode) => this.#mournAndRestart(exitCode));
    child.postMessage({ start: this.#options.startWith } satisfies ToStation);
    if (this.#registryUrl !== null) child.postMessage({ registryUrl: this.#registryUrl } satisfies ToStation);
  }

  call(window: CallingWindow, endpoint: string, input: unknown): Promise<Answer<unknown>> {
    if (this.#isStopping) return Promise.resolve(fail('STATION_STOPPED'));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, window, endpoint, input });
    });
  }

  /** Where the registry is from now on; told again after a restart. */
  setRegistryUrl(url: string): void {
    this.#registryUrl = url;
    this.#child?.postMessage({ registryUrl: url } satisfies ToStation);
  }

  /** Lets the service finish what it writes and end; killed when it has not after five seconds. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.postMessage({ stop: true } satisfies ToStation);
    const timer = setTimeout(() => child.kill(), stopLimitMs);
    await ended;
    clearTimeout(timer);
  }

  /** Ends the service as a crash would; for practice and tests. */
  crash(): void {
    this.#child?.kill();
  }

  #send(message: ToStation): void {
    if (this.#isReady) this.#child?.postMessage(message);
    else this.#unsent.push(message);
  }

  #hear(raw: unknown): void {
    const message = FromStation.parse(raw);
    if ('news' in message) this.#options.onNews(message.news);
    else if ('ready' in message) this.#becomeReady();
    else this.#settle(message.id, message.answer);
  }

  #settle(id: number, answer: Answer<unknown>): void {
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    resolve?.(answer);
  }

  #becomeReady(): void {
    this.#isReady = true;
    this.#tellReady();
    for (const message of this.#unsent) this.#child?.postMessage(message);
    this.#unsent = [];
    this.#options.writeLog({ event: 'process-up', process: 'station' });
    this.#options.onNews({ topic: 'service', state: 'up' });
  }

  #mournAndRestart(exitCode: number): void {
    this.#child = null;
    this.#isReady = false;
    this.#options.writeLog({ event: 'process-exit', process: 'station', exitCode });
    this.#answerAllStopped();
    if (this.#isStopping) return;
    this.#options.onNews({ topic: 'service', state: 'restarting' });
    this.#options.writeLog({ event: 'process-restarting', process: 'station' });
    setTimeout(() => {
      if (!this.#isStopping) this.start();
    }, this.#nextDelayMs());
  }

  #answerAllStopped(): void {
    this.#unsent = [];
    for (const resolve of this.#waiting.values()) resolve(fail('STATION_STOPPED'));
    this.#waiting.clear();
  }

  #nextDelayMs(): number {
    const delays = this.#options.restartDelaysMs ?? usualDelaysMs;
    if (Date.now() - this.#startedAt > steadyMs) this.#crashes = 0;
    const delayMs = delays[Math.min(this.#crashes, delays.length - 1)] ?? 0;
    this.#crashes += 1;
    return delayMs;
  }
}
