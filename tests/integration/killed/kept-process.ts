import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Guard } from './guard.ts';

/** A process just begun, and when it does its work. */
export interface Begun {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
}

interface Options {
  readonly name: string;
  /** Begins it, once what it needs is there. */
  readonly begin: () => Promise<Begun>;
  readonly guard: Guard;
  /** By which it ends in order. */
  readonly endSignal: 'SIGTERM' | 'SIGQUIT' | 'SIGKILL';
}

const betweenStartsMs = 50;
const upLimitMs = 120_000;
const endLimitMs = 10_000;

/** A process that is begun again whenever it has ended, until it is to end for good. */
export class KeptProcess {
  readonly name: string;
  readonly #options: Options;
  #keeping: Promise<void> = Promise.resolve();
  #child: ChildProcess | null = null;
  #isEnding = false;
  #isKilled = false;
  #isUp = false;
  #listeners: (() => void)[] = [];
  /** How often it ended without anybody having ended it, after it had been ready. */
  readonly ownEnds: string[] = [];

  constructor(options: Options) {
    this.#options = options;
    this.name = options.name;
  }

  /** To be called once. */
  start(): void {
    this.#keeping = this.#keep();
    this.#keeping.catch(() => {});
  }

  get isAtWork(): boolean {
    return this.#isUp;
  }

  /** There is a process, which may still be starting. */
  get isBegun(): boolean {
    return this.#child !== null;
  }

  get pid(): number | null {
    return this.#isUp ? (this.#child?.pid ?? null) : null;
  }

  /** Resolves when it does its work, at once when it does already or is to end; throws when it does not come up at all. */
  async up(): Promise<void> {
    const timer = new AbortController();
    const late = pause(upLimitMs, true, { signal: timer.signal, ref: false }).catch(() => false);
    while (!this.#isUp && !this.#isEnding) {
      const change = new Promise<false>((resolve) => this.#listeners.push(() => resolve(false)));
      if (await Promise.race([change, late])) throw new Error(`${this.name} does not come up`);
    }
    timer.abort();
  }

  send(message: object): void {
    if (this.#child?.connected) this.#child.send(message, () => {});
  }

  kill(): void {
    this.#isKilled = true;
    this.#isUp = false;
    this.#child?.kill('SIGKILL');
  }

  /** Ends it for good. */
  async end(): Promise<void> {
    this.#isEnding = true;
    this.#tellListeners();
    const child = this.#child;
    child?.kill(this.#options.endSignal);
    const timer = setTimeout(() => child?.kill('SIGKILL'), endLimitMs);
    await this.#keeping;
    clearTimeout(timer);
  }

  #tellListeners(): void {
    for (const listener of this.#listeners.splice(0)) listener();
  }

  async #keep(): Promise<void> {
    const { begin, guard, endSignal } = this.#options;
    while (!this.#isEnding) {
      const { child, ready } = await begin();
      const ended = once(child, 'exit');
      const { pid } = child;
      if (pid === undefined) throw new Error(`${this.name} does not start`);
      guard.watch(pid, endSignal === 'SIGQUIT' ? 'SIGQUIT' : 'SIGKILL');
      [this.#child, this.#isKilled] = [child, false];
      if (this.#isEnding) child.kill('SIGKILL');
      await this.#follow(ready, ended);
      guard.forget(pid);
    }
  }

  async #follow(ready: Promise<void>, ended: Promise<unknown[]>): Promise<void> {
    const isReady = await Promise.race([ready.then(() => true), ended.then(() => false)]);
    this.#isUp = isReady && !this.#isKilled;
    if (this.#isUp) this.#tellListeners();
    const how = await ended;
    this.#isUp = false;
    this.#child = null;
    if (isReady && !this.#isKilled && !this.#isEnding)
      this.ownEnds.push(`${this.name} ended by itself: ${how.join(' ')}`);
    if (!isReady && !this.#isEnding) await pause(betweenStartsMs);
  }
}
