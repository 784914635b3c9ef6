import { setTimeout as pause } from 'node:timers/promises';
import type { Draft } from '../../../shared/contract/draft.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { EndpointName, InputOf, OutputOf } from '../../../shared/contract/index.ts';
import type { Chance } from '../../chaos/chance.ts';
import { type Errand, entered } from '../../fixtures/carrying-out.ts';
import { type KilledCounter, password } from './counter.ts';
import type { Home } from './homes.ts';

/** The service died, or another began meanwhile: whoever works there logs in and begins again. */
const interruptions: readonly ErrorCode[] = ['STATION_STOPPED', 'SESSION_REQUIRED'];
/** What no kill explains. */
const bugs: readonly ErrorCode[] = ['BUG', 'INPUT_INVALID', 'ENDPOINT_UNKNOWN', 'DATABASE_DAMAGED', 'DATABASE_NEWER'];

/** The service is gone; what was asked is carried out or not. */
class Interrupted extends Error {}

/** The officers of one counter: they take cases in, approve and register them, and settle what the registry refused. */
export class Clerks {
  /** Cases of which the service said that they are registered. */
  readonly told: string[] = [];
  readonly counts: Record<string, number> = {};
  readonly bugs: string[] = [];
  readonly #counter: KilledCounter;
  readonly #chance: Chance;
  readonly #homes: readonly Home[];
  readonly #learned = new Map<string, Pick<Draft, 'materials' | 'reasons'>>();

  constructor(counter: KilledCounter, chance: Chance, homes: readonly Home[]) {
    [this.#counter, this.#chance, this.#homes] = [counter, chance, homes];
  }

  /** Works until told that it is over. */
  async work(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.#uninterrupted(() => this.#takeIn());
      await this.#uninterrupted(() => this.#carryOut());
      await pause(this.#chance.below(60));
    }
  }

  /** Gives up everything the registry refused and exchanges; answers what is left to do, null: nothing. */
  async comeToRest(): Promise<string | null> {
    const { name } = this.#counter.place;
    let left: string | null = `${name}: interrupted`;
    await this.#uninterrupted(async () => {
      await this.#logIn('suo');
      await this.#settle(0);
      const { cause } = await this.#must('sync.now', {});
      const { length } = await this.#must('sync.outbox', {});
      left = length === 0 && cause === null ? null : `${name}: ${length} events are left, ${cause}`;
    });
    return left;
  }

  /** Exchanges until the copy is there and numbers of every kind; throws when that takes too long. */
  async becomeReady(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    await this.#logIn('suo');
    for (;;) {
      const state = await this.#must('sync.now', {});
      if (state.copyAsOf !== null && state.leases.every(({ left }) => left > 0)) return;
      if (performance.now() > until) throw new Error(`${this.#counter.place.name}: ${JSON.stringify(state)}`);
      await pause(50);
    }
  }

  async #logIn(login: 'li' | 'suo'): Promise<void> {
    await this.#must('session.login', { login, password });
  }

  async #uninterrupted(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Interrupted) this.#count('interrupted');
      else this.bugs.push(String(error));
    }
  }

  async #takeIn(): Promise<void> {
    await this.#logIn('li');
    // What was being entered when the service died would keep its people from every other case.
    for (const { caseId } of await this.#must('case.list', { queue: 'drafts' }))
      await this.#ask('case.withdraw', { caseId, reason: '未录入完整' });
    for (let left = 1 + this.#chance.below(2); left > 0; left -= 1) {
      const errand = this.#errand();
      const { caseId, revision } = await this.#enter(errand);
      if (await this.#ask('case.accept', { caseId, revision })) continue;
      this.#count(`not accepted: ${errand.procedure}`);
      await this.#ask('case.withdraw', { caseId, reason: '情况有变' });
      // Somebody who is in another case, mostly: that one is to be carried out first.
      return;
    }
  }

  /** Enters a case; what is asked for beside the errand's own fields is found out with the first one of its procedure. */
  async #enter(errand: Errand): Promise<{ caseId: string; revision: number }> {
    const known = this.#learned.get(errand.procedure);
    if (!known) {
      const view = await entered({ ...this.#counter.desk, must: (name, input) => this.#must(name, input) }, errand);
      const { materials, reasons } = view.draft;
      this.#learned.set(errand.procedure, { materials, reasons });
      return { caseId: view.row.caseId, revision: view.revision };
    }
    const { procedure, subject, ...given } = errand;
    const view = await this.#must('case.start', subject ? { procedure, subject } : { procedure });
    const { caseId } = view.row;
    const draft = { ...view.draft, ...given, ...known };
    const { revision } = await this.#must('case.save', { caseId, revision: view.revision, draft });
    return { caseId, revision };
  }

  async #carryOut(): Promise<void> {
    await this.#logIn('suo');
    for (const { caseId } of await this.#must('case.list', { queue: 'to-approve' }))
      await this.#must('case.approve', { caseId });
    for (const { caseId } of await this.#must('case.list', { queue: 'to-register' })) await this.#register(caseId);
    if (this.#chance.happens(30)) await this.#settle(60);
  }

  async #register(caseId: string): Promise<void> {
    const answer = await this.#ask('case.register', { caseId });
    if (answer !== null) {
      this.told.push(caseId);
      this.#counter.noteWork();
      this.#count('registered');
    } else await this.#ask('case.withdraw', { caseId, reason: '情况有变' });
  }

  /** Settles what the registry refused; so many of a hundred by sending it again as far as nobody else changed the same. */
  async #settle(againPercent: number): Promise<void> {
    const { rows } = await this.#must('conflict.list', {});
    for (const { eventId } of rows.filter(({ buildsOn }) => buildsOn === null)) {
      const isAgain = this.#chance.happens(againPercent);
      const settled = isAgain && (await this.#ask('conflict.settle', { eventId, decision: {}, reason: '核实后处理' }));
      const given =
        settled ||
        (await this.#ask('conflict.settle', { eventId, decision: { isWithdrawn: true }, reason: '以先办为准' }));
      if (given) this.#count(`settled ${given.choice}`);
    }
  }

  #errand(): Errand {
    const { householdId, personIds, adultIds } = this.#chance.pick(this.#homes);
    const subject = { kind: 'person', id: this.#chance.pick(personIds) } as const;
    const kind = this.#chance.weighed({ item: 5, head: 2, certificate: 4 });
    if (kind === 'item')
      return { procedure: 'item.other', subject, fields: { workplace: `试验单位${this.#chance.below(1000)}` } };
    if (kind === 'certificate')
      return { procedure: 'certificate.issue', subject, fields: { kind: 'other-by-law', body: '情况属实' } };
    const newHeadId = this.#chance.pick(adultIds);
    const relations = Object.fromEntries(personIds.filter((id) => id !== newHeadId).map((id) => [id, '97']));
    return {
      procedure: 'household.change-head',
      subject: { kind: 'household', id: householdId },
      fields: { newHeadId, relations },
    };
  }

  /** The value, or null where it was refused. */
  async #ask<N extends EndpointName>(name: N, input: InputOf<N>): Promise<OutputOf<N> | null> {
    const answer = await this.#counter.desk.call(name, input);
    if (answer.ok) return answer.value;
    const { code, details } = answer.error;
    if (interruptions.includes(code)) throw new Interrupted();
    this.#count(`${name}: ${code}`);
    if (bugs.includes(code)) this.bugs.push(`${this.#counter.place.name}: ${name}: ${code} ${JSON.stringify(details)}`);
    return null;
  }

  async #must<N extends EndpointName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const value = await this.#ask(name, input);
    if (value === null) throw new Interrupted();
    return value;
  }

  #count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }
}
