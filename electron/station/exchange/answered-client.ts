import { createHash } from 'node:crypto';
import { type z, z as zod } from 'zod';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { OwnChainAnswer, RegistryError, registryPaths } from '../../../shared/contract/registry.ts';
import { AnswersAnswer, InquiryReceipt, InquiryRequest } from '../../../shared/contract/registry-inquiry.ts';
import {
  AuditAnchors,
  OfferedPacks,
  PublishedKeys,
  type PublishKeys,
} from '../../../shared/contract/registry-published.ts';
import type { ExchangeAnswer } from '../../../shared/exchange/format.ts';
import type { FurtherClient } from '../sync/sync-turn.ts';

const Inquired = InquiryRequest.pick({ inquiryId: true });
const Event = zod.looseObject({ seq: zod.number().int(), hash: zod.string() });

/** The answer's value by its schema, or the refusal that it is. */
export function answerOf<S extends z.ZodType>({ status, body }: ExchangeAnswer, schema: S): Answer<z.output<S>> {
  if (status === 200) {
    const parsed = schema.safeParse(body);
    return parsed.success ? done(parsed.data) : fail('REGISTRY_NONSENSE');
  }
  const refusal = RegistryError.safeParse(body);
  return refusal.success ? fail('REGISTRY_REFUSED', { reason: refusal.data.code }) : fail('REGISTRY_NONSENSE');
}

/**
 * The registry as far as a file answers for it, in the shape in which the exchange by wire asks. What the file does not answer is
 * REGISTRY_OFFLINE, as when the line breaks at that place.
 */
export class AnsweredClient implements FurtherClient {
  readonly deviceId: string;
  readonly #answers: ExchangeAnswer[] = [];

  constructor(deviceId: string) {
    this.deviceId = deviceId;
  }

  /** Takes an answer in. */
  add(answer: ExchangeAnswer): void {
    this.#answers.push(answer);
  }

  /** Why the registry refused a request of that path; null: it refused none. */
  refusalOf(path: string): string | null {
    const refused = this.#of(path).find(({ status }) => status !== 200);
    return refused ? (RegistryError.safeParse(refused.body).data?.code ?? 'INTERNAL') : null;
  }

  /** The answers to requests of that path, in their order. */
  listOf(path: string): readonly ExchangeAnswer[] {
    return this.#of(path);
  }

  /** As by wire, though the file told it from a place of its own: what lies before `afterSeq` is left out, and an older answer tells nothing new. */
  async ownChain(afterSeq: number): Promise<Answer<OwnChainAnswer>> {
    const [first, ...others] = this.#of(registryPaths.ownChain);
    if (!first) return fail('REGISTRY_OFFLINE');
    const told = answerOf(first, OwnChainAnswer);
    if (!told.ok) return told;
    const from = numberIn(first.path, 'afterSeq');
    const rest = others.flatMap((answer) => OwnChainAnswer.safeParse(answer.body).data?.events ?? []);
    const events = [...told.value.events, ...rest];
    const { head, afterHash } = told.value;
    if (afterSeq < from) return fail('EXCHANGE_GAP');
    if (afterSeq === from) return done({ head, afterHash, events, hasMore: false });
    const at = events.find(({ body }) => placeOf(body).seq === afterSeq);
    const later = events.filter(({ body }) => placeOf(body).seq > afterSeq);
    return done({ head, afterHash: at ? placeOf(at.body).hash : null, events: later, hasMore: false });
  }

  /** The newest event of this computer that the registry had answered when the file was written; null: the file does not say. */
  findHeadSeq(): number | null {
    const [first] = this.#of(registryPaths.ownChain);
    return (first && OwnChainAnswer.safeParse(first.body).data?.head.seq) ?? null;
  }

  async sendInquiry({ inquiryId }: InquiryRequest): Promise<Answer<InquiryReceipt>> {
    const answer = this.#of(registryPaths.inquiries).find(
      ({ request }) => Inquired.loose().safeParse(request).data?.inquiryId === inquiryId,
    );
    return answer ? answerOf(answer, InquiryReceipt) : fail('REGISTRY_OFFLINE');
  }

  async inquiryAnswers(cursor: number): Promise<Answer<AnswersAnswer>> {
    const answer = this.#of(registryPaths.inquiryAnswers).find(({ path }) => numberIn(path, 'cursor') === cursor);
    return answer ? answerOf(answer, AnswersAnswer) : fail('REGISTRY_OFFLINE');
  }

  async publishKeys(keys: PublishKeys): Promise<Answer<PublishedKeys>> {
    const answer = this.#of(registryPaths.keys).find(({ request }) => isSame(request, keys));
    return answer ? answerOf(answer, PublishedKeys) : fail('REGISTRY_OFFLINE');
  }

  /** The log has grown since the file was written; what was anchored before is told all the same. */
  async anchor(): Promise<Answer<AuditAnchors>> {
    const [answer] = this.#of(registryPaths.anchors);
    return answer ? answerOf(answer, AuditAnchors) : fail('REGISTRY_OFFLINE');
  }

  async offeredPacks(): Promise<Answer<OfferedPacks>> {
    const [answer] = this.#of(registryPaths.packs);
    if (!answer) return fail('REGISTRY_OFFLINE');
    const offered = answerOf(answer, OfferedPacks);
    if (!offered.ok) return offered;
    // What the file does not bring is here already.
    return done({ packs: offered.value.packs.filter((pack) => this.#findPack(pack) !== undefined) });
  }

  async packFile(pack: OfferedPacks['packs'][number]): Promise<Answer<string>> {
    const text = this.#findPack(pack)?.text;
    if (text === undefined) return fail('REGISTRY_OFFLINE');
    const isWhole = createHash('sha256').update(text).digest('hex') === pack.sha256;
    return isWhole ? done(text) : fail('REGISTRY_NONSENSE');
  }

  #findPack({ id, version }: OfferedPacks['packs'][number]): ExchangeAnswer | undefined {
    const path = registryPaths.pack.replace('{id}', id).replace('{version}', version);
    return this.#answers.find((answer) => answer.path === path && answer.status === 200);
  }

  #of(path: string): ExchangeAnswer[] {
    return this.#answers.filter((answer) => answer.path === path || answer.path.startsWith(`${path}?`));
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A number in the query of a path. */
export function numberIn(path: string, name: string): number {
  return Number(new URLSearchParams(path.split('?')[1] ?? '').get(name) ?? '0');
}

function placeOf(body: string): { seq: number; hash: string } {
  try {
    return Event.parse(JSON.parse(body));
  } catch {
    return { seq: 0, hash: '' };
  }
}
