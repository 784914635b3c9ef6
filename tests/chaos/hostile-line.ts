import type { Chance } from './chance.ts';
import type { ChaosRegistry, WireAnswer } from './chaos-registry.ts';
import { type Cut, faultWeights } from './weights.ts';
import type { Waiting, Wire } from './wire.ts';

/** The schedule as the line sees it. */
interface Watched {
  note(line: string): void;
  count(what: string): void;
  /** Resolves when every station waits for an answer or is done. */
  rest(): Promise<void>;
}

/** What carries requests to the registry and answers back, and what it does to them. */
export class HostileLine {
  readonly #chance: Chance;
  readonly #registry: ChaosRegistry;
  readonly #wire: Wire;
  readonly #log: Watched;
  readonly #cuts = new Map<string, Cut>();

  constructor(parts: { chance: Chance; registry: ChaosRegistry; wire: Wire }, log: Watched) {
    this.#chance = parts.chance;
    this.#registry = parts.registry;
    this.#wire = parts.wire;
    this.#log = log;
  }

  /** A station's line loses from now on what goes in that direction. */
  cut(name: string, cut: Cut): void {
    this.#cuts.set(name, cut);
  }

  mendAll(): void {
    this.#cuts.clear();
  }

  /** Mostly a station gets several answers on end, so that an exchange comes to something now and then. */
  async deliverSome(): Promise<void> {
    let waiting = this.#wire.waiting.length > 0 ? this.#chance.pick(this.#wire.waiting) : undefined;
    while (waiting) {
      const { from } = waiting;
      await this.#deliver(waiting);
      await this.#log.rest();
      waiting = this.#chance.happens(80) ? this.#wire.waiting.find((each) => each.from === from) : undefined;
    }
  }

  async #deliver(waiting: Waiting): Promise<void> {
    const fault = this.#chance.weighed(faultWeights);
    const cut = this.#cuts.get(waiting.from) ?? 'none';
    this.#wire.take(waiting);
    if (fault !== 'none') this.#log.count(`fault ${fault}`);
    const { method, path } = waiting.request;
    this.#log.note(
      `${waiting.from} ${method} ${path}${fault === 'none' ? '' : ` ${fault}`}${cut === 'none' ? '' : `, cut: ${cut}`}`,
    );
    if (fault === 'late') this.#wire.astray.push(waiting.request);
    if (fault === 'late' || fault === 'unsent' || cut === 'requests' || cut === 'both') return waiting.lose();
    if (fault === 'crash') this.#registry.crashAfter(this.#chance.below(10));
    const answer = await this.ask(waiting);
    const second = fault === 'twice' ? await this.ask(waiting) : answer;
    if (answer === null || fault === 'unheard' || cut === 'answers') return waiting.lose();
    if (fault === 'spoilt') return waiting.hear({ status: 200, body: '<html>' });
    waiting.hear(this.#chance.happens(80) ? answer : (second ?? answer));
  }

  /** What several stations ask reaches the registry at the same time; who is first there is for the database to say. */
  async deliverTogether(): Promise<void> {
    const all = this.#chance.some(this.#wire.waiting, 3);
    for (const waiting of all) this.#wire.take(waiting);
    this.#log.note(`together: ${all.map(({ from, request }) => `${from} ${request.path}`).join(', ')}`);
    const answers = await Promise.all(all.map((waiting) => this.ask(waiting)));
    for (const [index, waiting] of all.entries()) {
      const answer = answers[index];
      if (answer) waiting.hear(answer);
      else waiting.lose();
    }
  }

  async ask({ request }: Waiting): Promise<WireAnswer | null> {
    const answer = await this.#registry.answer(request);
    if (answer?.status === 500) throw new Error(`the registry fails at ${request.path}`);
    return answer;
  }

  /** A request that everybody has given up reaches the registry nevertheless. */
  async arriveLate(): Promise<void> {
    const request = this.#wire.astray.shift();
    if (!request) return;
    this.#log.note(`late: ${request.method} ${request.path}`);
    await this.#registry.answer(request);
  }
}
