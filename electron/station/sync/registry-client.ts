import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import {
  type ChangesAnswer,
  EnrolAnswer,
  type EnrolRequest,
  HealthAnswer,
  LeaseAnswer,
  type LeaseRequest,
  OwnChainAnswer,
  PushAnswer,
  RegistryError,
  registryPaths,
} from '../../../shared/contract/registry.ts';
import { OfferedCopies } from '../../../shared/contract/registry-copies.ts';
import {
  AnswersAnswer,
  type InquiryAnswer,
  InquiryReceipt,
  type InquiryRequest,
  OpenInquiries,
} from '../../../shared/contract/registry-inquiry.ts';
import {
  AuditAnchors,
  type AuditHead,
  OfferedPacks,
  PublishedKeys,
  type PublishKeys,
} from '../../../shared/contract/registry-published.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Device } from './device.ts';
import { openBody } from './long-body.ts';
import { readPage, UnreadPage } from './read-page.ts';
import { readSnapshot, type SnapshotStream } from './snapshot-stream.ts';
import type { FeedPlace } from './sync-settings.ts';

const askLimitMs = 15_000;
const pushLimitMs = 60_000;
/** No answer of the registry is longer, snapshots aside. */
const answerLimitBytes = 32 * 1024 * 1024;

export interface RegistryClientOptions {
  readonly url: string;
  readonly device: Device;
  /** Now in milliseconds since 1970, by this computer. */
  readonly clock: () => number;
  readonly fetch: typeof fetch;
  /** Breaks off what is under way. */
  readonly signal: AbortSignal;
}

interface Call<S extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly answer: S;
  readonly isSigned: boolean;
  readonly limitMs: number;
}

/**
 * The registry as this computer sees it. Every answer is checked; failures are REGISTRY_OFFLINE (nothing heard), REGISTRY_NONSENSE
 * (not what the protocol says) and REGISTRY_REFUSED with the registry's code as `reason`.
 */
export class RegistryClient {
  readonly #options: RegistryClientOptions;
  /** How far the registry's clock is ahead of this computer's, so that a wrong clock here does not spoil signatures; null: not heard yet. */
  #aheadMs: number | null = null;

  constructor(options: RegistryClientOptions) {
    this.#options = options;
  }

  /** This computer as the registry knows it. */
  get deviceId(): string {
    return this.#options.device.deviceId;
  }

  /** How far this computer's clock is ahead of the registry's, negative when behind; null before the first greeting. */
  get clockAheadMs(): number | null {
    return this.#aheadMs === null ? null : -this.#aheadMs;
  }

  /** Asks whether the registry is there and learns its time; to be called first. */
  async greet(): Promise<Answer<{ serverTime: string }>> {
    const { clock } = this.#options;
    const askedAt = clock();
    const answer = await this.#ask({
      method: 'GET',
      path: registryPaths.health,
      answer: HealthAnswer,
      isSigned: false,
      limitMs: askLimitMs,
    });
    if (answer.ok) this.#aheadMs = Date.parse(answer.value.serverTime) - (askedAt + clock()) / 2;
    return answer;
  }

  async enrol(request: Omit<EnrolRequest, 'deviceId' | 'publicKey'>): Promise<Answer<EnrolAnswer>> {
    const { deviceId, publicKey } = this.#options.device;
    return this.#post(registryPaths.enrol, { ...request, deviceId, publicKey }, EnrolAnswer, { isSigned: false });
  }

  /** Sends events in their order; the answer has one outcome for each, in the same order. */
  async push(events: readonly RegisterEvent[]): Promise<Answer<PushAnswer>> {
    const answer = await this.#post(registryPaths.events, { events }, PushAnswer, { limitMs: pushLimitMs });
    if (!answer.ok) return answer;
    const { outcomes } = answer.value;
    const isComplete =
      outcomes.length === events.length && outcomes.every(({ eventId }, at) => eventId === events[at]?.eventId);
    return isComplete ? answer : fail('REGISTRY_NONSENSE');
  }

  /** What the registry keeps of this device's own chain after a number. REGISTRY_BEHIND: its feed is another one at the place named. */
  async ownChain(afterSeq: number, place: FeedPlace | null = null): Promise<Answer<OwnChainAnswer>> {
    const named = place ? `&${queryOf(place)}` : '';
    return behindOr(await this.#get(`${registryPaths.ownChain}?afterSeq=${afterSeq}${named}`, OwnChainAnswer));
  }

  /** A page of the feed behind a place. REGISTRY_BEHIND: its feed is not that long, or another one. */
  async changes(place: FeedPlace, limit: number): Promise<Answer<ChangesAnswer>> {
    const path = `${registryPaths.changes}?${queryOf(place)}&limit=${limit}`;
    const answer = behindOr(await this.#get(path, UnreadPage));
    if (!answer.ok) return answer;
    const { next, hasMore } = answer.value;
    if (next < place.cursor || (hasMore && next === place.cursor)) return fail('REGISTRY_NONSENSE');
    const page = await readPage(answer.value);
    return page ? done(page) : fail('REGISTRY_NONSENSE');
  }

  async lease(request: LeaseRequest): Promise<Answer<LeaseAnswer>> {
    const answer = await this.#post(registryPaths.leases, request, LeaseAnswer, {});
    if (!answer.ok) return answer;
    const { kind, from, until } = answer.value;
    const isAsked = kind === request.kind && from > 0 && until - from + 1 === request.count;
    return isAsked ? answer : fail('REGISTRY_NONSENSE');
  }

  sendInquiry(request: InquiryRequest): Promise<Answer<InquiryReceipt>> {
    return this.#post(registryPaths.inquiries, request, InquiryReceipt, {});
  }

  /** The answers given to this station after a place, and what still waits. */
  async inquiryAnswers(cursor: number): Promise<Answer<AnswersAnswer>> {
    const answer = await this.#get(`${registryPaths.inquiryAnswers}?cursor=${cursor}`, AnswersAnswer);
    if (!answer.ok) return answer;
    const { next, hasMore } = answer.value;
    return next < cursor || (hasMore && next === cursor) ? fail('REGISTRY_NONSENSE') : answer;
  }

  /** What waits for the office whose computer this is. */
  openInquiries(): Promise<Answer<OpenInquiries>> {
    return this.#get(registryPaths.openInquiries, OpenInquiries);
  }

  answerInquiry(inquiryId: string, answer: InquiryAnswer): Promise<Answer<InquiryReceipt>> {
    const path = registryPaths.inquiryAnswer.replace('{inquiryId}', inquiryId);
    return this.#post(path, { answer }, InquiryReceipt, {});
  }

  publishKeys(keys: PublishKeys): Promise<Answer<PublishedKeys>> {
    return this.#post(registryPaths.keys, keys, PublishedKeys, {});
  }

  /** Leaves the head of this computer's audit log and learns what was left before. */
  anchor(head: AuditHead): Promise<Answer<AuditAnchors>> {
    return this.#post(registryPaths.anchors, head, AuditAnchors, {});
  }

  /** What was left of this computer's audit log before. */
  anchors(): Promise<Answer<AuditAnchors>> {
    return this.#get(registryPaths.anchors, AuditAnchors);
  }

  offeredPacks(): Promise<Answer<OfferedPacks>> {
    return this.#get(registryPaths.packs, OfferedPacks);
  }

  /** A pack's file, byte for byte as it was offered; its signature is for the caller to check. */
  async packFile({ id, version, sha256 }: OfferedPacks['packs'][number]): Promise<Answer<string>> {
    const path = registryPaths.pack.replace('{id}', id).replace('{version}', version);
    const call = { method: 'GET', path, answer: z.string(), isSigned: true, limitMs: pushLimitMs } as const;
    const response = await this.#send(call);
    if (response === null) return fail('REGISTRY_OFFLINE');
    if (response.text === null) return fail('REGISTRY_NONSENSE');
    if (response.status !== 200) return refusalOf(response.text);
    const isWhole = createHash('sha256').update(response.text).digest('hex') === sha256;
    return isWhole ? done(response.text) : fail('REGISTRY_NONSENSE');
  }

  /** Opens the first fill; its records come in batches. */
  async snapshot(): Promise<Answer<SnapshotStream>> {
    const opened = await this.#open(registryPaths.snapshot);
    return opened.ok ? readSnapshot(opened.value) : opened;
  }

  /** The ready copies of the register that fit this computer. */
  offeredCopies(): Promise<Answer<OfferedCopies>> {
    return this.#get(registryPaths.copies, OfferedCopies);
  }

  /** The bytes of a ready copy from one on. */
  copyBytes(sha256: string, from: number): Promise<Answer<AsyncIterable<Uint8Array>>> {
    return this.#open(`${registryPaths.copy.replace('{sha256}', sha256)}?from=${from}`);
  }

  async #open(path: string): Promise<Answer<AsyncIterable<Uint8Array>>> {
    const authorization = await this.#sign('GET', path, '');
    const { url, fetch, signal } = this.#options;
    return openBody({ url: `${url}${path}`, authorization, fetch, signal, refusalOf });
  }

  #get<S extends z.ZodType>(path: string, answer: S): Promise<Answer<z.output<S>>> {
    return this.#ask({ method: 'GET', path, answer, isSigned: true, limitMs: askLimitMs });
  }

  #post<S extends z.ZodType>(
    path: string,
    body: unknown,
    answer: S,
    { isSigned = true, limitMs = askLimitMs }: { isSigned?: boolean; limitMs?: number },
  ): Promise<Answer<z.output<S>>> {
    return this.#ask({ method: 'POST', path, body, answer, isSigned, limitMs });
  }

  async #ask<S extends z.ZodType>(call: Call<S>): Promise<Answer<z.output<S>>> {
    const response = await this.#send(call);
    if (response === null) return fail('REGISTRY_OFFLINE');
    if (response.text === null) return fail('REGISTRY_NONSENSE');
    if (response.status !== 200) return refusalOf(response.text);
    const parsed = call.answer.safeParse(jsonOf(response.text));
    return parsed.success ? done(parsed.data) : fail('REGISTRY_NONSENSE');
  }

  /** Null: no connection, or it broke, or the time ran out. Text null: too long to be an answer. */
  async #send({
    method,
    path,
    body,
    isSigned,
    limitMs,
  }: Call<z.ZodType>): Promise<{ status: number; text: string | null } | null> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const { url, fetch, signal } = this.#options;
    const headers: Record<string, string> = isSigned ? { authorization: await this.#sign(method, path, text) } : {};
    if (text !== '') headers['content-type'] = 'application/json';
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers,
        ...(text === '' ? {} : { body: text }),
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
      });
      return { status: response.status, text: await readLimited(response) };
    } catch {
      return null;
    }
  }

  #sign(method: 'GET' | 'POST', path: string, body: string): Promise<string> {
    const { device, clock } = this.#options;
    return device.sign({ method, path, body, nowMs: clock() + (this.#aheadMs ?? 0) });
  }
}

const queryOf = ({ cursor, mark }: FeedPlace): string => `cursor=${cursor}${mark === null ? '' : `&mark=${mark}`}`;

/** A place in the feed that the registry does not know: it lacks what it has told, and is an old copy of itself. */
function behindOr<T>(answer: Answer<T>): Answer<T> {
  return !answer.ok && answer.error.details?.reason === 'CURSOR_INVALID' ? fail('REGISTRY_BEHIND') : answer;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a body that is no good answer says: the registry's refusal, or something else altogether (a proxy's page). */
function refusalOf(text: string): ReturnType<typeof fail> {
  const refusal = RegistryError.safeParse(jsonOf(text));
  return refusal.success ? fail('REGISTRY_REFUSED', { reason: refusal.data.code }) : fail('REGISTRY_NONSENSE');
}

async function readLimited(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > answerLimitBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
