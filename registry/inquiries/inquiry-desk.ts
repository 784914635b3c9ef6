import { Refusal } from '../refusal.ts';
import type { RegistryDatabase } from '../store/database.ts';
import { findNextAsk, type KeptInquiry, listDueInquiries, noteAsked } from '../store/inquiries.ts';
import { giveAnswer } from './answering.ts';
import type { AnsweringSystem, AskedInquiry } from './answering-system.ts';

const firstWaitMs = 5000;
const longestWaitMs = 30 * 60_000;
/** Never sleeps longer: another registry on the same database may have taken an inquiry in. */
const longestSleepMs = 60_000;
const inquiriesPerRound = 50;

interface DeskOptions {
  readonly database: RegistryDatabase;
  readonly now: () => Date;
  readonly systems: readonly AnsweringSystem[];
}

/** How long a system that stays silent is left alone: 5 s doubled up to half an hour, less up to half of it at random. */
function waitMs(tries: number): number {
  const full = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries, 20));
  return Math.round(full * (1 - Math.random() / 2));
}

/**
 * Asks the systems that answer by themselves, again and again while they are silent, so that no station has to. Several registries on one
 * database do no harm: the first answer stands.
 */
export class InquiryDesk {
  readonly #options: DeskOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Whether a system and no person answers. */
  isAskedBySystem(inquiry: Omit<AskedInquiry, 'tries'>): boolean {
    return this.#systemFor(inquiry) !== undefined;
  }

  /** Looks at what is due now; to be called at the start and when an inquiry came. */
  nudge(): void {
    this.#sleep(0);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #systemFor(inquiry: Omit<AskedInquiry, 'tries'>): AnsweringSystem | undefined {
    return this.#options.systems.find((system) => system.answersFor(inquiry));
  }

  #sleep(delayMs: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#round(), delayMs).unref();
  }

  /** A round that fails is not the end: the database may be away for a while. */
  async #round(): Promise<void> {
    if (this.#running) return this.#sleep(100);
    this.#running = this.#askDue().catch(() =>
      console.error(JSON.stringify({ level: 'error', event: 'inquiry-desk' })),
    );
    await this.#running;
    this.#running = null;
    this.#sleep(await this.#sleepMs().catch(() => longestSleepMs));
  }

  async #askDue(): Promise<void> {
    const { database, now } = this.#options;
    const due = await listDueInquiries(database, now().toISOString(), inquiriesPerRound);
    await Promise.all(due.map((inquiry) => this.#ask(inquiry)));
  }

  async #ask(inquiry: KeptInquiry): Promise<void> {
    const { database, now } = this.#options;
    const { inquiryId } = inquiry.request;
    const answer = (await this.#systemFor(inquiry)?.ask(inquiry)) ?? null;
    const at = now();
    if (answer === null) {
      const nextAskAt = new Date(at.getTime() + waitMs(inquiry.tries)).toISOString();
      await noteAsked(database, { inquiryId, askedAt: at.toISOString(), nextAskAt });
      return;
    }
    const given = { inquiryId, office: inquiry.office, answer, at: at.toISOString(), deviceId: null };
    await giveAnswer(database, given).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }

  async #sleepMs(): Promise<number> {
    const next = await findNextAsk(this.#options.database);
    if (next === null) return longestSleepMs;
    const waitsMs = Date.parse(next) - this.#options.now().getTime();
    return Math.min(longestSleepMs, Math.max(100, waitsMs));
  }
}
