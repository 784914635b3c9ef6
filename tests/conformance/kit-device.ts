import { exportJWK, generateKeyPair } from 'jose';
import { OwnChainAnswer, PushAnswer, type PushOutcome } from '../../shared/contract/registry.ts';
import type { Effect, RegisterEvent } from '../../shared/domain/events.ts';
import { type Forgery, hashOf, TestDevice } from '../fixtures/registry-device.ts';
import { Unkept } from './clause.ts';

/** An event as it is sent, right or wrong. */
export interface SentEvent {
  readonly eventId: string;
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly effects: readonly Effect[];
}

/** What was asked and how it was answered. */
export interface Answered {
  readonly asked: string;
  readonly status: number;
}

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** A counter computer of the kit: it sends what it likes and remembers how everything was answered. */
export class KitDevice extends TestDevice {
  readonly #answered: Answered[];
  #feedAt = 0;

  constructor(url: string, stationCode: string, keys: KeyPair, answered: Answered[]) {
    super(url, stationCode, keys);
    this.#answered = answered;
  }

  /** A device that is not known yet. */
  static async make(url: string, stationCode: string, answered: Answered[]): Promise<KitDevice> {
    return new KitDevice(url, stationCode, await generateKeyPair('EdDSA', { extractable: true }), answered);
  }

  override async plain(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
    return this.#note(`${method} ${path}`, await super.plain(method, path, body));
  }

  override async signed(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    forgery: Forgery = {},
  ): Promise<Response> {
    return this.#note(`${method} ${path}`, await super.signed(method, path, body, forgery));
  }

  #note(asked: string, answer: Response): Response {
    this.#answered.push({ asked, status: answer.status });
    return answer;
  }

  /** What the answer to a signed question says. @throws Unkept when it is refused */
  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const authorization = await this.authorization('GET', path, '');
    const answer = this.#note(
      `GET ${path}`,
      await fetch(`${this.url}${path}`, { headers: { ...headers, authorization } }),
    );
    if (answer.status !== 200) throw new Unkept(`GET ${path}`, 200, `${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** As `signed` with a body; @throws Unkept when it is refused */
  async post(path: string, body: unknown): Promise<unknown> {
    const answer = await this.signed('POST', path, body);
    if (answer.status !== 200) throw new Unkept(`POST ${path}`, 200, `${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** The next event with anything in it changed, hashed as it then is. */
  next(effects: readonly Effect[], change: Record<string, unknown> = {}): SentEvent {
    const { hash: _, ...proper } = this.event(effects);
    const unhashed = { ...proper, ...change };
    const event = { ...unhashed, hash: hashOf(unhashed) } as SentEvent;
    this.goOnBehind(event);
    return event;
  }

  /** The next event numbers itself behind this one. */
  goOnBehind({ seq, hash }: Pick<SentEvent, 'seq' | 'hash'>): void {
    const any = this.event([]);
    this.rewind({ ...any, seq: seq + 1, prevHash: hash });
  }

  /** The next event takes the place of this one, which was not kept. */
  forget({ seq, prevHash }: Pick<SentEvent, 'seq' | 'prevHash'>): void {
    this.goOnBehind({ seq: seq - 1, hash: prevHash });
  }

  /** Pushes these, whatever they are; the outcomes in their order. */
  async take(...events: readonly object[]): Promise<PushOutcome[]> {
    const { outcomes } = PushAnswer.parse(await this.post('/v1/events', { events }));
    if (outcomes.length !== events.length)
      throw new Unkept('a push', `${events.length} outcomes`, `${outcomes.length} outcomes`);
    return outcomes;
  }

  /** Pushes one with these effects; @throws Unkept when it is not confirmed */
  async make(effects: readonly Effect[], change: Record<string, unknown> = {}): Promise<SentEvent> {
    const event = this.next(effects, change);
    const [outcome] = await this.take(event);
    if (outcome?.outcome !== 'confirmed') throw new Unkept('an event without a fault', 'confirmed', outcome);
    return event;
  }

  /** A settlement or undoing of a whole event, made by the two methods of the device it stands on. */
  async makeWhole(event: RegisterEvent): Promise<RegisterEvent> {
    const [outcome] = await this.take(event);
    if (outcome?.outcome !== 'confirmed') throw new Unkept(`a ${event.kind} without a fault`, 'confirmed', outcome);
    return event;
  }

  async ownChain(afterSeq: number): Promise<OwnChainAnswer> {
    return OwnChainAnswer.parse(await (await this.get(`/v1/devices/self?afterSeq=${afterSeq}`)).json());
  }

  /** Numbers its next event as the registry expects it, whatever went wrong before. */
  async resume(): Promise<void> {
    const { head } = await this.ownChain(0);
    this.goOnBehind(head);
  }

  /** The end of the feed, read on from where it was read before. */
  override async head(): Promise<number> {
    for (;;) {
      const { next, hasMore } = await this.changes(this.#feedAt, 5000);
      this.#feedAt = next;
      if (!hasMore) return next;
    }
  }
}

/** A public key of a new pair, as an enrolment carries it. */
export async function strangersKey(): Promise<{ kty: string; crv: string; x: string }> {
  const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { kty = '', crv = '', x = '' } = await exportJWK(publicKey);
  return { kty, crv, x };
}

/** An outcome in a word: `confirmed`, `conflict`, or why it was rejected. */
export function outcomeWord(outcome: PushOutcome | undefined): string {
  if (outcome === undefined) return 'nothing';
  return outcome.outcome === 'rejected' ? outcome.reason : outcome.outcome;
}
