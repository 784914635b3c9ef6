import type { News } from '../../../shared/contract/news.ts';
import type { Fault, FaultCode, SweepReport, SweepState } from '../../../shared/contract/sweep.ts';
import { todayIn } from '../../../shared/domain/plain-date.ts';
import { answerOfThrown } from '../answer-of-thrown.ts';
import type { Database } from '../store/database.ts';
import { hasWholeCopy } from '../sync/sync-settings.ts';
import { findKeptReport, keepReport } from './kept-report.ts';
import { isSweepDue } from './nightly.ts';
import { type RunningSweep, startSweep } from './start-sweep.ts';

/** How often it is asked whether the sweep of the night is due. */
const askEveryMs = 60_000;
/** Progress is told to the windows not more often. */
const newsEveryMs = 250;

export interface SweepOptions {
  readonly database: Database;
  readonly stationCode: string;
  /** Now in milliseconds since 1970. */
  readonly clock: () => number;
  readonly onNews: (news: News) => void;
}

/** What windows call by themselves when news come; no sign that somebody is at work. */
const askedByNews: ReadonlySet<string> = new Set([
  'applicant.view',
  'case.get',
  'case.list',
  'home.summary',
  'session.current',
  'station.state',
  'sweep.state',
  'sync.outbox',
  'sync.state',
]);

/** The checks of the station's data: by themselves each night, and when asked for. One at a time. */
export class Sweeps {
  readonly #options: SweepOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: { readonly sweep: RunningSweep; readonly done: Promise<void> } | null = null;
  #progress: SweepState['running'] = null;
  #toldAt = 0;
  #report: SweepReport | null;
  #lastStartMs: number | null;
  #lastCallMs: number;

  constructor(options: SweepOptions) {
    this.#options = options;
    this.#report = findKeptReport(options.database);
    this.#lastStartMs = this.#report && Date.parse(this.#report.startedAt);
    this.#lastCallMs = options.clock();
  }

  /** Begins to look out for the nights. */
  start(): void {
    this.#timer = setInterval(() => this.runWhenDue(), askEveryMs).unref();
  }

  /** Ends what is under way; resolves when nothing reads the database any more. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.stop();
  }

  /** A window called: somebody may be at work. */
  noteCall(endpoint: string): void {
    if (!askedByNews.has(endpoint)) this.#lastCallMs = this.#options.clock();
  }

  /** Starts the sweep of the night if it is due (nightly.ts). */
  runWhenDue(): void {
    const nowMs = this.#options.clock();
    if (!isSweepDue({ nowMs, lastStartMs: this.#lastStartMs, lastCallMs: this.#lastCallMs })) return;
    void this.run().catch(answerOfThrown);
  }

  state(): SweepState {
    if (this.#report === null)
      return { report: null, running: this.#progress, isReady: hasWholeCopy(this.#options.database) };
    const { faults: _, ...report } = this.#report;
    return { report, running: this.#progress, isReady: hasWholeCopy(this.#options.database) };
  }

  /** The faults of one kind that the last whole sweep listed. */
  listFaults(code: FaultCode): Fault[] {
    return this.#report?.faults.filter((fault) => fault.code === code) ?? [];
  }

  /** A whole sweep, or the one under way; resolves when it is done or stopped. Does nothing while the copy is not whole. */
  async run(): Promise<SweepState> {
    if (this.#running === null && hasWholeCopy(this.#options.database)) this.#begin();
    await this.#running?.done;
    return this.state();
  }

  /** Stops the sweep under way; the report before stays. */
  async stop(): Promise<SweepState> {
    this.#running?.sweep.stop();
    await this.#running?.done.catch(() => undefined);
    return this.state();
  }

  #begin(): void {
    const { database, stationCode, clock } = this.#options;
    const startedMs = clock();
    const startedAt = new Date(startedMs).toISOString();
    this.#lastStartMs = startedMs;
    this.#progress = { done: 0, total: 0 };
    const asked = { stationCode, today: todayIn(startedAt) };
    const sweep = startSweep(database.name, asked, (done, total) => this.#note(done, total));
    this.#running = { sweep, done: this.#finish(sweep, startedAt) };
    this.#options.onNews({ topic: 'sweep' });
  }

  async #finish(sweep: RunningSweep, startedAt: string): Promise<void> {
    try {
      const findings = await sweep.findings;
      if (findings === null) return;
      this.#report = { startedAt, finishedAt: new Date(this.#options.clock()).toISOString(), ...findings };
      keepReport(this.#options.database, this.#report);
    } finally {
      this.#running = null;
      this.#progress = null;
      this.#options.onNews({ topic: 'sweep' });
    }
  }

  #note(done: number, total: number): void {
    this.#progress = { done, total };
    if (Date.now() - this.#toldAt < newsEveryMs) return;
    this.#toldAt = Date.now();
    this.#options.onNews({ topic: 'sweep' });
  }
}
