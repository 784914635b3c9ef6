import { hash } from 'node:crypto';
import { z } from 'zod';
import { pushLimit } from '../../shared/contract/registry.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { RegisterEvent } from '../../shared/domain/events.ts';
import { RecordId, StationCode } from '../../shared/domain/records.ts';
import { isStorable, parseInput } from '../app.ts';
import { Refusal } from '../refusal.ts';

/** No event is nested so deep. */
const depthLimit = 50;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What must read of an event so that it can be answered, and the chain go on behind it, whatever else it holds. */
const EventEnvelope = z.object({
  eventId: RecordId,
  deviceId: RecordId,
  stationCode: StationCode,
  seq: z.number().int().positive(),
  prevHash: Hash,
  hash: Hash,
});
type EventEnvelope = z.infer<typeof EventEnvelope>;

const Push = z.strictObject({ events: z.array(EventEnvelope).min(1).max(pushLimit) });

/** An event as it came. */
export interface SentEvent {
  readonly envelope: EventEnvelope;
  /** Null: the body is not what the schema says, or holds what no database stores. */
  readonly event: RegisterEvent | null;
  /** SHA-256 of what came without its `hash`, which should be the same. */
  readonly hash: string;
  /** What came, as canonical JSON. */
  readonly body: string;
}

/**
 * The events of a push, each read by itself: one that does not read does not keep the others from being decided.
 * @throws Refusal BODY_INVALID when it is no push, or an envelope in it does not read
 */
export function readPush(sent: unknown): SentEvent[] {
  const { events } = parseInput(sent, Push);
  const asSent = (sent as { events: object[] }).events;
  return events.map((envelope, index) => readEvent(envelope, asSent[index] ?? {}));
}

function readEvent(envelope: EventEnvelope, sent: object): SentEvent {
  const parsed = RegisterEvent.safeParse(sent);
  const texts = isInOrder(sent) ? inOrder(sent, envelope, parsed.success) : textsAndHashOf(sent);
  const isReadable = parsed.success && isStorable(texts.body) && !namesPrototype(texts.body);
  return { envelope, event: isReadable ? parsed.data : null, ...texts };
}

/** The schema drops such a member of a record silently, so that others would be told less than was sent. Within a text the quotes are escaped. */
function namesPrototype(json: string): boolean {
  return json.includes('"__proto__":');
}

interface Texts {
  readonly body: string;
  readonly hash: string;
}

/** The same in less time of an event that comes in canonical order, as a station keeps and sends it. */
function inOrder(sent: object, envelope: EventEnvelope, isReadable: boolean): Texts {
  const body = JSON.stringify(sent);
  return { body, hash: hash('sha256', isReadable ? withoutHash(body, envelope.hash) : canonicalWithoutHash(sent)) };
}

/** Behind the member `hash` a readable event has nothing but texts and numbers, so that this is the last one of its name. */
function withoutHash(body: string, value: string): string {
  const member = `"hash":"${value}",`;
  const at = body.lastIndexOf(member);
  return body.slice(0, at) + body.slice(at + member.length);
}

function canonicalWithoutHash(sent: object): string {
  const { hash: _, ...hashed } = sent as { readonly hash?: unknown };
  return JSON.stringify(hashed);
}

/**
 * Over the event as it was sent: one from an older program, which lacks what has a default now, keeps its hash. The members' texts are
 * made once for both, as they are most of the work of reading an event.
 */
function textsAndHashOf(sent: object): Texts {
  const members = textsOf(sent);
  const textOf = (which: readonly Member[]) => `{${which.map(({ text }) => text).join(',')}}`;
  const hashed = textOf(members.filter(({ name }) => name !== 'hash'));
  return { body: textOf(members), hash: hash('sha256', hashed) };
}

/** Whether JSON.stringify writes the same as canonicalJson. False as well for what is nested beyond all reason. */
function isInOrder(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (depth > depthLimit) return false;
  if (Array.isArray(value)) return value.every((item) => isInOrder(item, depth + 1));
  let last = '';
  for (const [name, member] of Object.entries(value)) {
    if (name < last || !isInOrder(member, depth + 1)) return false;
    last = name;
  }
  return true;
}

interface Member {
  readonly name: string;
  readonly text: string;
}

/** The members as canonicalJson writes them. @throws Refusal BODY_INVALID when they are nested beyond all reason */
function textsOf(sent: object): Member[] {
  try {
    return Object.entries(sent)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ({ name, text: `${JSON.stringify(name)}:${canonicalJson(value)}` }));
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('BODY_INVALID', 'depth');
    throw error;
  }
}
